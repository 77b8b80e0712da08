"""Running heads and feet, and the page numbers in them."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from beleidszoeker.ingest.pdf import PdfParser

WIDTH, HEIGHT = 400, 500
Text = tuple[float, float, str]
CELLS: list[Text] = [(60, 470, "113"), (160, 470, "0"), (220, 470, "AAA*")]
SENTENCE = "De gemeente bouwt woningen op plaats {} in de regio."


def pdf(*pages: list[Text], width: float = WIDTH) -> bytes:
    """Pages with ten lines of text and further lines at (x, y)."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, HEIGHT))
    for number, extra in enumerate(pages):
        canvas.setFont("Helvetica", 10)
        for row in range(10):
            canvas.drawString(60, 350 - 14 * row, SENTENCE.format(10 * number + row))
        for x, y, text in extra:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(*pages: list[Text], width: float = WIDTH) -> tuple[list[str | None], str]:
    """Labels of the pages, and all text that stayed."""
    parsed = PdfParser().parse(pdf(*pages, width=width))
    return [page.label for page in parsed.pages], "\n".join(draft.raw for draft in parsed.drafts)


def at(x: float, y: float, text: str) -> list[Text]:
    """One line of a page."""
    return [(x, y, text)]


def test_numbers_in_the_feet_are_labels() -> None:
    """A number that grows with the pages is printed on them; a cover before it has none."""
    labels, text = read([], *(at(200, 20, str(n)) for n in range(1, 5)))
    assert labels == [None, "1", "2", "3", "4"]
    assert not [line for line in text.split("\n") if line.strip().isdigit()]


def test_a_spread_has_two_numbers() -> None:
    """Two printed pages on one page of the file are both named; a page with one number has none."""
    feet = [at(150, 20, f"{n} | Strategie") + at(550, 20, f"{n + 1} | Strategie") for n in (2, 4, 6, 8)]
    assert read([], *feet, width=800)[0] == [None, "2-3", "4-5", "6-7", "8-9"]
    assert read([], *feet, feet[0][:1], width=800)[0][-1] is None


def test_an_annex_counts_anew() -> None:
    """Labels follow what is printed where an annex begins at 1 again; nothing is reckoned on from before."""
    letter = [at(250, 20, f"Pagina {n} van 3") for n in (1, 2, 3)]
    annex = [at(250, 20, f"{n} van 2") for n in (1, 2)]
    labels, text = read(*letter, *annex, [])
    assert labels == ["1", "2", "3", "1", "2", None]
    assert "van 3" not in text
    assert "van 2" not in text


def test_years_in_a_running_head_are_no_page_numbers() -> None:
    """Two numbers that follow each other on every page name no page."""
    labels, text = read(*(at(60, 470, "Tweede Kamer, vergaderjaar 2011-2012, nr. 1") for _ in range(4)))
    assert labels == [None] * 4
    assert "Tweede Kamer" not in text


@pytest.mark.parametrize(
    "names",
    [("Antwoord 3", "Antwoord 7", "Antwoord 9"), ("Uitgangspunt 5", "Uitgangspunt 6", "Uitgangspunt 9")],
)
def test_headings_at_the_head_of_pages_stay(names: tuple[str, ...]) -> None:
    """Numbered headings that open several pages are text: their numbers are not the pages'."""
    _, text = read(*(at(60, 460, name) for name in names), [])
    assert all(name in text for name in names)


def test_digits_of_a_table_at_the_head_of_pages_stay() -> None:
    """Numbers and marks of tables that run over pages at one place are text."""
    _, text = read(*(CELLS for _ in range(3)), [], [], [], [])
    assert text.count("113") == 3
    assert text.count("AAA*") == 3


def test_a_foot_with_the_chapter_goes_by_its_number() -> None:
    """*Geld 4* at the foot of a chapter of one page goes: the number stands where all pages have it."""
    feet = ["1", "2", "3", "Geld 4", "5"]
    labels, text = read(*(at(200, 20, foot) for foot in feet))
    assert labels == ["1", "2", "3", "4", "5"]
    assert "Geld" not in text


def test_a_text_that_recurs_and_has_no_other_stays() -> None:
    """Pages that differ in a number alone are not emptied."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for number in range(6):
        canvas.drawString(60, 470, f"Besluit {number} gaat over de dijk bij Venlo.")
        canvas.showPage()
    canvas.save()
    text = "\n".join(draft.raw for draft in PdfParser().parse(buffer.getvalue()).drafts)
    assert all(f"Besluit {number} gaat" in text for number in range(6))
