"""A click on a reference opens it: in the library where it is there, else at its public address."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import EXAMPLES, Site, serve
from tests.browser.reading import bare, documents, letters, sheet, under
from tests.support import run

LETTER = "kamerbrief-ruimte-voor-industrieclusters.pdf"
PAPER = "kst-29826-234.txt"
TEXT = "Dit voorbeeld staat voor de Voortgangsbrief Verduurzaming Industrie van 17 maart 2025."
_BOXES = """(sheet) => [...sheet.querySelectorAll(".read-lead-box")].map((link) => {
  const page = sheet.getBoundingClientRect(), box = link.getBoundingClientRect();
  return [link.getAttribute("aria-label") ?? "", (box.left - page.left) / page.width,
          1 - (box.bottom - page.top) / page.height, (box.right - page.left) / page.width,
          1 - (box.top - page.top) / page.height];
})"""


@pytest.fixture(scope="module")
def site(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The service over the examples and one of the Kamerstukken that they cite, by the name of its file."""
    folder = tmp_path_factory.mktemp("references")
    library = Path(shutil.copytree(examples, folder / "library"))
    (folder / "papers").mkdir()
    (folder / "papers" / PAPER).write_text(TEXT, encoding="utf-8")
    assert run(library, "ingest", EXAMPLES, folder / "papers").returncode == 0
    made = serve(library)
    yield made
    made.stop()


def id_of(page: Page, source: str) -> str:
    return next(str(one["id"]) for one in documents(page) if source in one["sources"])


@pytest.mark.parametrize("source", ["rapport-randvoorwaarden-industrie.pdf", LETTER])
def test_a_reference_in_the_text_opens_the_document(page: Page, source: str) -> None:
    """A click leads to the Kamerstuk in the library."""
    page.goto(f"/documenten/{id_of(page, source)}?weergave=tekst")
    page.locator("#tekst").get_by_role("link", name="Kamerstuk 29 826, nr. 234").click()
    page.wait_for_url(f"**/documenten/{id_of(page, PAPER)}")
    expect(page.locator("#tekst")).to_contain_text("Voortgangsbrief Verduurzaming Industrie")


def test_a_reference_that_is_not_in_the_library_has_its_public_address(page: Page) -> None:
    """It is marked as leading out; nothing is asked of that address until somebody follows it."""
    page.goto(f"/documenten/{id_of(page, LETTER)}?weergave=tekst", wait_until="networkidle")
    link = page.locator("#tekst").get_by_role("link", name="Kamerstuk 33 043, nr. 114")
    expect(link).to_have_attribute("href", "https://zoek.officielebekendmakingen.nl/kst-33043-114.html")
    expect(link).to_have_attribute("rel", re.compile("noopener"))
    expect(link).to_have_accessible_description("Buiten Beleidszoeker: zoek.officielebekendmakingen.nl")
    link.hover()
    link.focus()


def test_a_reference_on_paper_lies_on_its_words_and_opens_the_document(page: Page) -> None:
    """PDFium finds the reference under each box; a click upon it leads to the Kamerstuk."""
    page.goto(f"/documenten/{id_of(page, LETTER)}")
    shown = sheet(page, 1)
    found = letters(EXAMPLES / LETTER, 1)
    boxes = [(name, tuple(box)) for name, *box in shown.evaluate(_BOXES)]
    assert len([name for name, _ in boxes if name]) == 5
    for name, box in boxes:
        assert under([box], found) == bare(name)
    link = shown.get_by_role("link", name="Kamerstuk 29 826, nr. 234")
    link.scroll_into_view_if_needed()
    link.click()
    page.wait_for_url(f"**/documenten/{id_of(page, PAPER)}")


def test_the_keyboard_reaches_references_on_paper(page: Page) -> None:
    """From the pane one tab leads to the first; Enter opens it; the focus stays while the page is drawn."""
    page.goto(f"/documenten/{id_of(page, LETTER)}")
    sheet(page, 1)
    page.locator("[data-paper]").focus()
    page.keyboard.press("Tab")
    first = page.locator('.read-sheet[data-page="1"] .read-lead-box').first
    expect(first).to_be_focused()
    expect(first).to_have_accessible_name("Kamerstuk 29 826, nr. 211")
    page.locator("[data-do=larger]").evaluate("(button) => button.click()")
    page.wait_for_function("() => document.querySelector('.read-sheet[data-ready] canvas').width > 900")
    expect(first).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/documenten/{id_of(page, PAPER)}")


def test_who_cites_is_shown_and_leads_to_the_place(page: Page) -> None:
    """Beside the document, and on a page of its own with the sentence and the footnote."""
    page.goto(f"/documenten/{id_of(page, PAPER)}")
    page.get_by_role("link", name="3 plekken in 3 documenten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar dit document wordt aangehaald")
    entry = page.get_by_role("listitem").filter(has_text="Voetnoot: Kamerstuk 29 826, nr. 234").first
    entry.get_by_role("link").first.click()
    page.wait_for_url("**plek=**")
