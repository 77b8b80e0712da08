"""Copying a citation, exporting it and following its permalink, in a real browser."""

import io
import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site, serve
from tests.support import run

ASKED = "netcapaciteit Chemelot"
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async (type) => (await item.getType(type)).text();
  return { plain: await text("text/plain"), html: await text("text/html") };
}"""
PASTE = "html => { document.body.innerHTML = html; return document.body.innerText; }"
REFUSED = "delete Navigator.prototype.clipboard; Document.prototype.execCommand = () => false;"
LETTER = """Betreft: water bij nieuwe bedrijven

Nieuwe bedrijven mogen vanaf 2028 geen extra water uit de beek halen. Ze sparen regenwater op.

De provincie betaalt de helft van de kosten. Over drie jaar wordt dit bekeken."""


def ask(site: Site, path: str) -> Any:
    with urllib.request.urlopen(site.address + path, timeout=20) as answer:  # noqa: S310 - our own
        return json.load(answer)


def best(site: Site, number: int = 0) -> Any:
    return ask(site, f"/api/v1/search?q={quote(ASKED)}&k=5")["results"][number]


def citation(site: Site, passage_id: str) -> Any:
    return ask(site, f"/api/v1/passages/{passage_id}/permalink?q={quote(ASKED)}")


def reading(result: Any) -> str:
    return f"/documenten/{result['citation']['document_id']}?passage={result['passage_id']}&q={quote(ASKED)}"


@pytest.fixture
def clipboard(page: Page) -> Page:
    """A page whose clipboard may be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_one_click_copies_in_both_flavours(clipboard: Page, site: Site) -> None:
    """Text and HTML hold the literal quote, the citation and the permalink; a live region says so."""
    page, result = clipboard, best(site)
    wanted = citation(site, result["passage_id"])
    page.goto(reading(result))
    button = page.get_by_role("button", name="Kopieer citaat").first
    before = button.bounding_box()
    button.click()
    expect(page.get_by_role("status").filter(has_text="Het citaat is gekopieerd")).to_be_attached()
    expect(button).to_contain_text("Gekopieerd")
    assert button.bounding_box() == before
    found = page.evaluate(READ)
    assert found["plain"] == wanted["text"]
    page.goto("/export")
    pasted = page.evaluate(PASTE, found["html"])
    assert f"“{wanted['quote']}”" in pasted
    assert f"({wanted['citation']['label']})" in pasted
    assert page.locator("blockquote").inner_text() == f"“{wanted['quote']}”"
    assert page.locator("a").get_attribute("href") == wanted["link"]
    text = ask(site, f"/api/v1/passages/{result['passage_id']}")["text"]
    assert all(part in text for part in wanted["quote"].split(" […] "))


def test_copying_works_by_keyboard(clipboard: Page, site: Site) -> None:
    """Enter on the button copies, and the focus stays where it was."""
    page, result = clipboard, best(site)
    page.goto(reading(result))
    button = page.get_by_role("button", name="Kopieer citaat").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Het citaat is gekopieerd")).to_be_attached()
    expect(button).to_be_focused()
    assert page.evaluate(READ)["plain"] == citation(site, result["passage_id"])["text"]


def test_copying_works_where_there_is_no_clipboard_api(clipboard: Page, site: Site) -> None:
    """On a site without HTTPS both flavours are copied all the same."""
    result = best(site)
    page = clipboard.context.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(reading(result))
    page.get_by_role("button", name="Kopieer citaat").first.click()
    expect(page.get_by_role("status").filter(has_text="Het citaat is gekopieerd")).to_be_attached()
    clipboard.goto("/export")
    clipboard.bring_to_front()
    found = clipboard.evaluate(READ)
    assert found["plain"] == citation(site, result["passage_id"])["text"]
    assert "<blockquote" in found["html"]


def test_where_nothing_may_be_copied_the_text_is_shown(page: Page, site: Site) -> None:
    """When the browser refuses in every way, the page with the text opens."""
    page.add_init_script(REFUSED)
    result = best(site)
    page.goto(reading(result))
    page.get_by_role("button", name="Kopieer citaat").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Citaat overnemen")
    expect(page.get_by_role("textbox")).to_have_value(citation(site, result["passage_id"])["text"])


def test_without_javascript_the_text_is_shown(browser: Browser, site: Site) -> None:
    """The button leads to a page with the same text in a field that can be read only."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page, result = context.new_page(), best(site)
    page.goto(reading(result))
    page.get_by_role("button", name="Kopieer citaat").first.click()
    field = page.get_by_role("textbox", name="Citaat met bron en vaste link")
    expect(field).to_have_value(citation(site, result["passage_id"])["text"])
    assert field.get_attribute("readonly") is not None
    context.close()


def test_an_export_is_a_word_document(page: Page, site: Site, shots: Path) -> None:
    """From the page of the export a DOCX is downloaded; opened again it holds the quotes that were shown."""
    results = [best(site, number) for number in range(3)]
    chosen = "&".join(f"passage={result['passage_id']}" for result in results)
    page.goto(f"/export?{chosen}&q={quote(ASKED)}")
    shown = page.locator(".bz-exported blockquote").all_inner_texts()
    page.screenshot(path=shots / "export.png", full_page=True)
    page.get_by_label("Titel van de bijlage").fill("Bijlage 2: netcapaciteit")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download 3 citaten").click()
    assert download.value.suggested_filename == "bijlage-citaten.docx"
    document = Document(io.BytesIO(download.value.path().read_bytes()))
    quotes = [each.text for each in document.paragraphs if each.style and each.style.name == "Quote"]
    assert quotes == [citation(site, result["passage_id"])["quote"] for result in results]
    assert [" ".join(each.split()) for each in quotes] == [" ".join(each.split()) for each in shown]
    assert document.core_properties.title == "Bijlage 2: netcapaciteit"


@pytest.fixture
def changing(tmp_path: Path) -> Iterator[tuple[Site, Path]]:
    """A service over one letter, and the letter's file."""
    library, letter = tmp_path / "library", tmp_path / "brieven" / "brief.txt"
    letter.parent.mkdir()
    letter.write_text(LETTER, encoding="utf-8")
    assert run(library, "ingest", letter.parent).returncode == 0
    made = serve(library)
    yield made, letter
    made.stop()


def test_a_permalink_tells_that_the_document_changed(
    browser: Browser, changing: tuple[Site, Path], shots: Path
) -> None:
    """First it leads to the words; after the file changed it says what became of them, and of which not."""
    site, letter = changing
    result = ask(site, "/api/v1/search?q=beek&k=1")["results"][0]
    link = ask(site, f"/api/v1/passages/{result['passage_id']}/permalink?q=beek")["link"]
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(link)
    assert f"/documenten/{result['citation']['document_id']}" in page.url
    assert f"passage={result['passage_id']}" in page.url
    letter.write_text(LETTER.replace("vanaf 2028", "vanaf 2031"), encoding="utf-8")
    assert run(site.library, "ingest", letter.parent).returncode == 0
    gone = page.goto(link)
    assert gone is not None
    assert gone.status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Het document is gewijzigd, het citaat staat er zo niet meer in"
    )
    expect(page.get_by_text("niet dezelfde tekst")).to_be_visible()
    page.screenshot(path=shots / "permalink-changed.png", full_page=True)
    assert Axe().run(page).violations_count == 0
    page.get_by_role("link", name="Open de versie die er nu is").click()
    expect(page).not_to_have_url(link)
    assert result["citation"]["document_id"] not in page.url
    context.close()


def test_the_page_to_copy_by_hand_is_accessible(page: Page, site: Site) -> None:
    """axe-core finds nothing to say of it."""
    page.goto(citation(site, best(site)["passage_id"])["link"].replace("?", "/citaat?"))
    assert Axe().run(page).violations_count == 0
