"""Levels of headings in PDFs drawn here: what stands under what."""

import io

from reportlab.pdfgen.canvas import Canvas

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.pdf import PdfParser

PROSE = [
    "De gemeente bouwt in de komende jaren woningen in de regio en zorgt",
    "voor een aansluiting op het net. Daarna volgt de rest van het werk.",
]


def sections(*printed: tuple[int, str]) -> dict[str, tuple[str, ...]]:
    """Each heading → those above it, of a page of (size, text); type above ten points is bold."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(500, 1600))
    y = 1560
    for size, text in printed:
        canvas.setFont("Helvetica-Bold" if size > 10 else "Helvetica", size)
        number, _, words = text.partition("|")
        canvas.drawString(60, y, number)
        canvas.drawString(120, y, words)
        y -= 3 * size
        canvas.setFont("Helvetica", 10)
        for line in PROSE if size < 24 else ():
            canvas.drawString(60, y, line)
            y -= 12
        y -= 14
    canvas.save()
    document = compose(PdfParser().parse(buffer.getvalue()))
    heads = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    return {document.text[block.start : block.end]: block.section for block in heads}


def test_a_number_that_stands_apart_counts() -> None:
    """The number of a heading may stand in a column of its own."""
    found = sections((14, "5.a|Wonen en zorg"), (14, "5.a.1|Plan voor de wijk"), (14, "5.b|Werk"))
    assert found["5.a.1 Plan voor de wijk"] == ("5.a Wonen en zorg",)
    assert found["5.b Werk"] == ()


def test_what_stands_under_the_title_heads_no_chapter() -> None:
    """Names under the title, in a look of their own, are not above every chapter."""
    found = sections((30, "Samen bouwen"), (26, "Partij Noord en Partij Zuid"), (14, "Wonen"), (14, "Werk"))
    assert found["Wonen"] == found["Werk"] == ("Samen bouwen",)


def test_a_summary_is_no_parent_of_the_chapters() -> None:
    """Chapters with a number, and an annex in their look, stand beside a summary in larger type."""
    found = sections(
        (30, "Advies over wonen"),
        (18, "Samenvatting"),
        (14, "1. Inleiding"),
        (14, "1.1 Opdracht"),
        (14, "2. Aanpak"),
        (14, "Bijlage over geld"),
    )
    title = "Advies over wonen"
    assert found["1. Inleiding"] == found["2. Aanpak"] == found["Bijlage over geld"] == (title,)
    assert found["1.1 Opdracht"] == (title, "1. Inleiding")


def test_a_part_is_parent_of_its_chapters() -> None:
    """Where large headings stand among the chapters too, chapters lie under them."""
    found = sections(
        (18, "Samenvatting"), (18, "Deel een"), (14, "1. Inleiding"), (18, "Deel twee"), (14, "2. Aanpak")
    )
    assert (found["1. Inleiding"], found["2. Aanpak"]) == (("Deel een",), ("Deel twee",))


def test_an_item_of_a_list_heads_nothing() -> None:
    """A dash before a line makes it an item, however large it is set."""
    assert list(sections((14, "Verslag"), (14, "- Rest is goed"))) == ["Verslag"]
