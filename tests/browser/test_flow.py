"""One person's whole way, from a question to a Word document: by mouse, by keyboard, without scripts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import docx
import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect
from tests.browser.conftest import EXAMPLES, Site, Watch
from tests.browser.reading import Box, bare, letters, marks, places, result, sheet, under

ASKED = "netcapaciteit Chemelot"
LETTER = "kamerbrief-ruimte-voor-industrieclusters.pdf"
NOTE = "Navragen bij de netbeheerder."
COPIED = re.compile("Het citaat is gekopieerd")


@pytest.fixture
def wanted(page: Page) -> dict[str, Any]:
    """The passage of the letter that the question finds, as the API tells it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return result(page, ASKED, LETTER)


@pytest.fixture
def plain(browser: Browser, site: Site) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False, accept_downloads=True)
    made = context.new_page()
    watch = Watch(made, site.address)
    yield made
    context.close()
    assert not watch.wrong


def test_from_a_question_to_word(page: Page, wanted: dict[str, Any], tmp_path: Path) -> None:
    """Search, narrow, open, look, copy, keep with a note, take along; each step is there when going back."""
    page.goto("/")
    page.get_by_role("combobox", name="Zoek").fill(ASKED)
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.locator(".bz-result").first).to_be_visible()
    facet(page, wanted).check()
    page.wait_for_url("**soort=*")
    expect(page.locator(".bz-chip")).to_have_count(1)
    opener(page, wanted).click()
    assert_marked(page, wanted)
    page.get_by_role("button", name="Kopieer citaat").first.click()
    assert_copied(page, wanted)
    keep = page.locator(".bz-keep").first
    keep.get_by_role("button").click()
    keep.get_by_role("link", name="Mijn map").click()
    item = page.locator(".map-item")
    item.get_by_role("textbox").fill(NOTE)
    item.get_by_role("button", name="Bewaar notitie").click()
    expect(item.get_by_role("status")).to_have_text("Bewaard.")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word (DOCX)").click()
    assert_literal(page, wanted, download.value, tmp_path)
    assert_back_and_forth(page, wanted)


def test_by_keyboard_alone(page: Page, wanted: dict[str, Any], tmp_path: Path) -> None:
    """The same way with Tab, Enter, Space and arrows; where the focus is can always be seen."""
    page.goto("/")
    page.keyboard.type(ASKED)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    expect(page.locator(".bz-result").first).to_be_visible()
    reach(page, facet(page, wanted))
    page.keyboard.press("Space")
    page.wait_for_url("**soort=*")
    expect(page.locator(".bz-chip")).to_have_count(1)
    expect(facet(page, wanted)).to_be_focused()
    reach(page, page.get_by_label("Volgorde"), "Shift+Tab")
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**sorteer=datum")
    expect(page.locator(".bz-search")).not_to_have_class(re.compile("htmx-request"))
    expect(page.get_by_label("Volgorde")).to_be_focused()
    reach(page, opener(page, wanted))
    page.keyboard.press("Enter")
    assert_marked(page, wanted)
    reach(page, page.get_by_role("button", name="Kopieer citaat").first)
    page.keyboard.press("Enter")
    assert_copied(page, wanted)
    keep = page.locator(".bz-keep").first
    reach(page, keep.get_by_role("button"))
    page.keyboard.press("Enter")
    expect(keep.get_by_role("status")).to_contain_text("Bewaard in Mijn map")
    reach(page, keep.get_by_role("link", name="Mijn map"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/mappen/*")
    item = page.locator(".map-item")
    reach(page, item.get_by_role("textbox"))
    page.keyboard.type(NOTE)
    reach(page, item.get_by_role("button", name="Bewaar notitie"))
    page.keyboard.press("Enter")
    expect(item.get_by_role("status")).to_have_text("Bewaard.")
    reach(page, page.get_by_role("link", name="Word (DOCX)"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert_literal(page, wanted, download.value, tmp_path)
    assert_back_and_forth(page, wanted, sorted_by_date=True)


def test_without_javascript(plain: Page, page: Page, wanted: dict[str, Any], tmp_path: Path) -> None:
    """The same way by links and forms; the text is marked in place of the paper, and copied by hand."""
    plain.goto("/")
    plain.get_by_role("searchbox").fill(ASKED)
    plain.get_by_role("button", name="Zoek", exact=True).click()
    facet(plain, wanted).check()
    plain.get_by_role("button", name="Pas filters toe").click()
    expect(plain.locator(".bz-chip")).to_have_count(1)
    opener(plain, wanted).click()
    assert_marked_in_text(plain, wanted)
    plain.get_by_role("button", name="Kopieer citaat").first.click()
    field = plain.get_by_role("textbox", name="Citaat met bron en vaste link")
    expect(field).to_have_value(citation(page, wanted))
    plain.go_back()
    assert_marked_in_text(plain, wanted)
    plain.locator(".bz-keep button").first.click()
    plain.get_by_role("link", name="Bekijk de map").click()
    item = plain.locator(".map-item")
    item.get_by_role("textbox").fill(NOTE)
    item.get_by_role("button", name="Bewaar notitie").click()
    expect(item.get_by_role("status")).to_have_text("Bewaard.")
    with plain.expect_download() as download:
        plain.get_by_role("link", name="Word (DOCX)").click()
    assert_literal(page, wanted, download.value, tmp_path)
    until(plain, plain.go_back, lambda: "/documenten/" in plain.url)
    assert_marked_in_text(plain, wanted)
    until(plain, plain.go_back, lambda: plain.locator(".bz-chip").count() == 1)
    plain.go_back()
    expect(plain.locator(".bz-chip")).to_have_count(0)
    assert state(plain) == {"q": ASKED}
    plain.go_forward()
    assert state(plain) == {"q": ASKED, "soort": wanted["citation"]["kind"]}


def state(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def facet(page: Page, wanted: dict[str, Any]) -> Locator:
    """The box that leaves only documents of the letter's kind."""
    return page.locator(f"input[name=soort][value={wanted['citation']['kind']}]")


def opener(page: Page, wanted: dict[str, Any]) -> Locator:
    """The link from the results to the passage."""
    return page.locator(f".bz-result a[href*='passage={wanted['passage_id']}&']").first


def reach(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press a key until something has the focus; every stop on the way shows that it has it."""
    shown = "() => parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"
    for _ in range(400):
        page.keyboard.press(key)
        assert page.evaluate(shown), page.evaluate("document.activeElement.outerHTML")
        if target.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(target)


def until(page: Page, step: Callable[[], object], arrived: Callable[[], bool]) -> None:
    """Go on until there; a form that answers by sending on leaves a place in the history."""
    for _ in range(5):
        step()
        page.wait_for_load_state()
        if arrived():
            return
    raise AssertionError(page.url)


def assert_marked(page: Page, wanted: dict[str, Any]) -> None:
    """The paper has its marks on the quote, by PDFium, and on the words, by the text layer of pdf.js."""
    number = wanted["citation"]["page_first"]
    assert number == wanted["citation"]["page_last"]
    sheet(page, number)
    quoted = under(marks(page, number, "q"), letters(EXAMPLES / LETTER, number))
    assert quoted == bare("".join(quote["text"] for quote in wanted["quotes"]))
    matched = {wanted["text"][start:end] for start, end in wanted["highlights"]}
    words = marks(page, number, "w")
    assert len(words) >= len(matched) > 0
    for word in matched:
        on_the_page = places(page, number, word)
        assert on_the_page
        for place in on_the_page:
            assert any(_shared(place, box) > 0.6 for box in words), word
    every = [place for word in matched for place in places(page, number, word)]
    assert all(any(_shared(box, place) > 0.6 for place in every) for box in words)


def _shared(one: Box, other: Box) -> float:
    """Which part of two boxes together both cover."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    both = max(wide, 0) * max(high, 0)
    return both / (sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)) - both)


def assert_marked_in_text(page: Page, wanted: dict[str, Any]) -> None:
    """The marks in the text, put together, are the quotes; the words are marked in them."""
    marked = "".join(page.locator("#tekst mark.read-quote").all_inner_texts())
    assert bare(marked) == bare("".join(quote["text"] for quote in wanted["quotes"]))
    words = {bare(text) for text in page.locator("#tekst mark.read-word").all_inner_texts()}
    assert {bare(wanted["text"][start:end]) for start, end in wanted["highlights"]} <= words


def citation(page: Page, wanted: dict[str, Any]) -> str:
    """The text that copying the citation gives."""
    path = f"/api/v1/passages/{wanted['passage_id']}/permalink"
    return str(page.request.get(path, params={"q": ASKED}).json()["text"])


def assert_copied(page: Page, wanted: dict[str, Any]) -> None:
    expect(page.get_by_role("status").filter(has_text=COPIED)).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == citation(page, wanted)


def assert_literal(page: Page, wanted: dict[str, Any], download: Download, folder: Path) -> None:
    """Word holds each quote as the document's text has it, with its citation and the note."""
    path = folder / "map.docx"
    download.save_as(path)
    paragraphs = docx.Document(str(path)).paragraphs
    written = [each.text for each in paragraphs]
    document_id = wanted["citation"]["document_id"]
    text = page.request.get(f"/api/v1/documents/{document_id}/text").json()["text"]
    quoted = [each.text for each in paragraphs if each.style and each.style.name == "Quote"]
    quotes = [part for each in quoted for part in each.split(" […] ")]
    assert quotes == [quote["text"] for quote in wanted["quotes"]]
    assert all(quote in text for quote in quotes)
    assert any(wanted["citation"]["label"] in each for each in written)
    assert any(NOTE in each for each in written)


def assert_back_and_forth(page: Page, wanted: dict[str, Any], *, sorted_by_date: bool = False) -> None:
    """From the collection back to the start and forth again each step is as it was left."""
    narrowed = {"q": ASKED, "soort": wanted["citation"]["kind"]}
    steps = [{"q": ASKED}, narrowed, *([{**narrowed, "sorteer": "datum"}] if sorted_by_date else [])]
    page.go_back()
    assert_marked(page, wanted)
    for step in steps[::-1]:
        page.go_back()
        assert_searched(page, wanted, step)
    page.go_back()
    assert urlsplit(page.url).query == ""
    expect(page.locator(".bz-result")).to_have_count(0)
    for step in steps:
        page.go_forward()
        assert_searched(page, wanted, step)
    page.go_forward()
    assert_marked(page, wanted)
    page.go_forward()
    expect(page.locator(".map-item").get_by_role("textbox")).to_have_value(NOTE)


def assert_searched(page: Page, wanted: dict[str, Any], asked: dict[str, str]) -> None:
    """Address, field, boxes and results are those of a question."""
    page.wait_for_url("**/?" + urlencode(asked))
    expect(page.locator("#q")).to_have_value(ASKED)
    expect(opener(page, wanted) if "soort" in asked else page.locator(".bz-result").first).to_be_visible()
    expect(page.locator(".bz-chip")).to_have_count(1 if "soort" in asked else 0)
    expect(facet(page, wanted)).to_be_checked(checked="soort" in asked)
    expect(page.get_by_label("Volgorde")).to_have_value(asked.get("sorteer", ""))
