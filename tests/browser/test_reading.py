"""The reading page in a real browser: the marks lie on the right words, in the PDF and in the text."""

import re
from itertools import product
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser.conftest import EXAMPLES, Site
from tests.browser.reading import bare, letters, marks, result, sheet, spans, under

LETTER = "kamerbrief-ruimte-voor-industrieclusters.pdf"


def address(document_id: str, **asked: str) -> str:
    return f"/documenten/{document_id}?{urlencode(asked)}#passage"


def open_at(page: Page, query: str, source: str, **more: str) -> dict[str, Any]:
    """Open the best passage of a file for a query; return what was found."""
    found = result(page, query, source)
    citation = found["citation"]
    page.goto(address(citation["document_id"], passage=found["passage_id"], q=query, **more))
    return found


@pytest.mark.parametrize(
    ("query", "source"),
    [
        ("netcapaciteit Chemelot", LETTER),
        ("circulaire economie Zuid-Limburg", "voortgang-circulair-zuid-limburg.pdf"),
        ("randvoorwaarden energie-infrastructuur", "rapport-randvoorwaarden-industrie.pdf"),
        ("clusterplan verduurzaming", "nota-clusterplan-chemelot.pdf"),
    ],
)
def test_the_marks_lie_on_the_words_of_the_quote(page: Page, query: str, source: str) -> None:
    """What PDFium finds under the marks is the quote, letter for letter; pdf.js has its words there too."""
    found = open_at(page, query, source)
    citation = found["citation"]
    pages = range(citation["page_first"], citation["page_last"] + 1)
    quoted = "".join(under(marks(page, number, "q"), letters(EXAMPLES / source, number)) for number in pages)
    assert quoted == bare("".join(quote["text"] for quote in found["quotes"]))
    words = "".join(under(marks(page, number, "w"), letters(EXAMPLES / source, number)) for number in pages)
    matched = [found["text"][start:end] for start, end in found["highlights"]]
    assert matched
    assert bare("".join(matched)) in words  # words of other hits on these pages are marked as well
    for number in pages:
        for box in marks(page, number, "q"):
            touched = [text for text, place in spans(page, number) if _overlap(box, place)]
            assert any(bare(word) in bare(found["text"]) for text in touched for word in text.split())


def test_a_passage_over_a_page_break_is_marked_on_both_pages(page: Page) -> None:
    """A passage that runs over two pages is marked at the foot of one and the head of the next."""
    query = "voortbouwt op de richtingen uit het voorontwerp"
    passage = result(page, query, LETTER)
    citation = passage["citation"]
    first, last = citation["page_first"], citation["page_last"]
    assert last == first + 1
    page.goto(address(citation["document_id"], passage=passage["passage_id"]))
    foot, head = (
        under(marks(page, number, "q"), letters(EXAMPLES / LETTER, number)) for number in (first, last)
    )
    assert foot
    assert head
    assert foot + head == bare(passage["text"])


def test_the_page_opens_at_the_cited_page_and_does_not_shift(page: Page) -> None:
    """The mark is in view when the page is there, and nothing moves while the sheets are drawn."""
    found = open_at(page, "netcapaciteit Chemelot", LETTER)
    number = found["citation"]["page_first"]
    before = page.locator(f'.read-sheet[data-page="{number}"]').bounding_box()
    sheet(page, number)
    assert page.locator(f'.read-sheet[data-page="{number}"]').bounding_box() == before
    expect(page.locator(".read-mark-q").first).to_be_in_viewport()
    expect(page.locator("#pagina")).to_have_value(str(number))


def test_marks_stay_on_their_words_when_the_page_is_made_larger(page: Page) -> None:
    """Zooming moves marks and words alike; the percentage is told."""
    found = open_at(page, "netcapaciteit Chemelot", LETTER)
    number = found["citation"]["page_first"]
    sheet(page, number)
    was = marks(page, number, "q")
    page.keyboard.press("+")
    expect(page.locator("[data-zoom]")).to_have_text("125%")
    page.wait_for_function("() => document.querySelector('.read-sheet[data-ready] canvas').width > 900")
    assert [pytest.approx(box, abs=0.004) for box in marks(page, number, "q")] == was


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize(
    ("query", "source"),
    [
        ("regio deal projecten", "nota-regio-deal-projecten.docx"),
        ("industriële clusters", "picls-industriele-clusters.html"),
        ("novex limburg", "novex-in-limburg.md"),
        ("delta rhine corridor", "bericht-delta-rhine-corridor.eml"),
        ("ruimte voor industrie", "handelingen-ruimte-voor-industrie.xml"),
    ],
)
def test_other_formats_show_the_mark_in_the_text(page: Page, query: str, source: str) -> None:
    """Without pages of paper the canonical text is shown, with the quote and the words marked in view."""
    found = open_at(page, query, source)
    expect(page.locator("[data-paper]")).to_have_count(0)
    quote = found["quotes"][0]["text"]
    marked = "".join(page.locator("#tekst mark.read-quote").all_inner_texts())
    assert bare(quote) in bare(marked)
    words = {bare(text) for text in page.locator("#tekst mark.read-word").all_inner_texts()}
    assert {bare(found["text"][start:end]) for start, end in found["highlights"]} <= words
    expect(page.locator("#tekst mark.read-quote").first).to_be_in_viewport()


def test_the_keyboard_goes_from_hit_to_hit(page: Page) -> None:
    """With n and p one goes through the hits; each is told, marked and stands in the address."""
    open_at(page, "industrie", LETTER)
    sheet(page, int(page.locator("#pagina").input_value()))
    at = page.locator(".read-hit[aria-current]")
    first = at.get_attribute("data-hit")
    page.keyboard.press("n")
    expect(at).not_to_have_attribute("data-hit", first or "")
    expect(page.locator("[data-status]")).to_contain_text("Treffer")
    moved = page.url
    assert "passage=" in moved
    page.keyboard.press("k")
    expect(at).to_have_attribute("data-hit", first or "")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Toetsen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Toetsen")).to_be_hidden()


def test_a_reload_keeps_the_page_that_is_read(page: Page) -> None:
    """The page that one turned to stands in the address."""
    open_at(page, "netcapaciteit Chemelot", LETTER)
    sheet(page, int(page.locator("#pagina").input_value()))
    page.locator("#pagina").fill("3")
    page.locator("#pagina").press("Enter")
    page.wait_for_url("**pagina=3**")
    page.reload()
    sheet(page, 3)
    expect(page.locator("#pagina")).to_have_value("3")


def test_it_is_whole_without_javascript(browser: Browser, site: Site, page: Page) -> None:
    """Without scripts the text stands there with its marks, and all else is a link away."""
    found = result(page, "netcapaciteit Chemelot", LETTER)
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(
        address(found["citation"]["document_id"], passage=found["passage_id"], q="netcapaciteit Chemelot")
    )
    expect(plain.locator("#tekst mark.read-quote").first).to_be_visible()
    expect(plain.locator("#pdf")).to_be_hidden()
    plain.get_by_role("link", name="Volgende treffer").click()
    expect(plain.locator("#tekst mark.read-word").first).to_be_visible()
    plain.get_by_role("link", name="Passages uit andere documenten die hierop lijken").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Passages die hierop lijken")
    context.close()


def test_footnotes_are_linked_both_ways(page: Page) -> None:
    """From the marker to the footnote and back."""
    open_at(page, "netcapaciteit Chemelot", LETTER, weergave="tekst")
    marker = page.locator(".read-note a").first
    name = marker.get_attribute("id")
    marker.click()
    expect(page.locator(".read-notes li:target")).to_be_visible()
    page.locator(".read-notes li:target a[aria-label^='Terug']").click()
    assert page.url.endswith(f"#{name}")


def test_a_field_leads_to_where_it_was_found(page: Page) -> None:
    """The date of a letter is marked where it stands in its text."""
    open_at(page, "netcapaciteit Chemelot", LETTER, weergave="tekst")
    page.get_by_text("Gegevens").click()
    page.get_by_role("link", name="Waar staat datum").click()
    expect(page.locator("#plek + mark")).to_be_in_viewport()
    assert any(char.isdigit() for char in page.locator("#plek + mark").inner_text())


def test_screenshots(page: Page, browser: Browser, site: Site, shots: Path) -> None:
    """The page at both widths, in the light and in the dark, for people to look at; nothing is cut off."""
    found = result(page, "netcapaciteit Chemelot", LETTER)
    where = address(found["citation"]["document_id"], passage=found["passage_id"], q="netcapaciteit Chemelot")
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for width, scheme in product((390, 1440), schemes):
        context = browser.new_context(
            base_url=site.address,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
        )
        shown = context.new_page()
        shown.goto(where)
        sheet(shown, found["citation"]["page_first"])
        shown.screenshot(path=shots / f"reading-{width}-{scheme}.png")
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        shown.goto("/documenten")
        shown.screenshot(path=shots / f"documents-{width}-{scheme}.png")
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        context.close()


def test_the_bar_is_one_row(page: Page) -> None:
    """On a usual screen all of the bar stands beside each other, so that the page has the room."""
    open_at(page, "netcapaciteit Chemelot", LETTER)
    sheet(page, 1)
    assert page.locator("#balk").bounding_box()["height"] < 64  # type: ignore[index]


def _relabelled(route: Route) -> None:
    """Answer with the same page, as if a hundred pages were printed before this file."""
    answer = route.fetch()
    later = re.sub(
        r"(\[[\d.]+,[\d.]+,&#34;)(\d+)(?=&#34;\])",
        lambda found: f"{found[1]}{100 + int(found[2])}",
        answer.text(),
    )
    route.fulfill(response=answer, body=later)


def test_printed_and_filed_page_numbers_are_both_told(page: Page) -> None:
    """Where the page that is printed as 7 is the tenth of the file, the bar says so."""
    open_at(page, "netcapaciteit Chemelot", LETTER)
    sheet(page, int(page.locator("#pagina").input_value()))
    count = page.locator("[data-count]")
    expect(count).to_have_text(re.compile(r"^van \d+$"))
    page.route("**/documenten/*", _relabelled)
    page.reload()
    expect(count).to_have_text(re.compile(r"^\(\d+ van \d+\)$"))
