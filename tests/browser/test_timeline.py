"""The timeline as people use it: by keyboard, on a phone, with what changed in sight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.browser.conftest import Site, serve
from tests.support import Shelf
from tests.timelines import DOSSIER, fill

from beleidszoeker.model.hashing import HashingEmbedder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The service over a dossier of four documents."""
    shelf = Shelf(tmp_path_factory.mktemp("timeline") / "library")
    shelf.embedder._inner = HashingEmbedder()
    with shelf.library:
        fill(shelf)
    made = serve(shelf.library.folder)
    yield made
    made.stop()


def test_a_dossier_from_start_to_what_changed(page: Page, shots: Path) -> None:
    """Ask a dossier, keep promises only, open what one resembles, and read the whole comparison."""
    page.goto("/tijdlijn")
    page.get_by_label("Dossier").fill("29 826")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_role("heading", name="15 gebeurtenissen in 4 documenten")).to_be_visible()
    page.screenshot(path=shots / "timeline.png", full_page=True)
    page.get_by_label("Toezegging").check()
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_role("heading", name="3 gebeurtenissen")).to_be_visible()
    assert "soort=commitment" in page.url
    summary = page.get_by_text("Lijkt op een eerdere toezegging")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("del").first).to_be_visible()
    expect(page.locator("ins").first).to_be_visible()
    page.get_by_role("link", name="Vergelijk de hele documenten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat veranderde in de toezeggingen")
    expect(page.get_by_role("heading", name="De termijn ligt later.")).to_be_visible()
    page.screenshot(path=shots / "changes.png", full_page=True)


def test_a_citation_opens_the_document_at_its_words(page: Page) -> None:
    """The link under an excerpt leads to the reading page, where these words are marked."""
    page.goto(f"/tijdlijn?dossier={DOSSIER}&soort=deadline")
    page.locator(".line-event").first.get_by_role("link").first.click()
    expect(page.locator("#plek")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_pages_are_accessible_and_fit(page: Page, shots: Path, width: int, scheme: str) -> None:
    """Nothing runs out of sight, and axe-core finds nothing."""
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    documents = page.request.get("/api/v1/documents").json()
    later, first = (
        next(one["id"] for one in documents if one["title"] == title)
        for title in ("Voortgang netten", "Netten in Limburg")
    )
    for name, address in (
        ("empty", "/tijdlijn"),
        ("dossier", f"/tijdlijn?dossier={DOSSIER}&van=gisteren"),
        ("changes", f"/tijdlijn/wijzigingen?eerst={first}&later={later}"),
    ):
        page.goto(address)
        for summary in page.locator(".line-earlier summary").all():
            summary.click()
        page.screenshot(path=shots / f"timeline-{name}-{width}-{scheme}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
        )
        assert not found.response["violations"], (name, found.response["violations"])
