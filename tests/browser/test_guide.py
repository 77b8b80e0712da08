"""The guide in a real browser: what it tells is walked, what it quotes is on the pages, its pictures made.

With ``SHOTS=docs/images`` (``make guide``) the pictures are made again. Without it the same steps are walked.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from playwright.sync_api import Browser, Page, expect
from tests.browser import guide_knowledge as knowledge
from tests.browser import guide_steps as steps
from tests.browser.conftest import Site, Watch, serve
from tests.browser.guide import Camera, stripped
from tests.browser.test_answers import QUESTION, speak
from tests.endpoints import speaking

DOCS = Path(__file__).parents[2] / "docs"
LARGEST = 150_000  # bytes


@pytest.fixture(scope="module")
def walked(browser: Browser, examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Camera:
    """A camera that walked all that the guide tells."""
    folder = tmp_path_factory.mktemp("guide")
    camera = Camera(Path(os.environ["SHOTS"]).resolve() if "SHOTS" in os.environ else None)
    own = serve(Path(shutil.copytree(examples, folder / "library")))
    try:
        with visiting(browser, own) as page:
            _walk(page, camera, own, folder)
    finally:
        own.stop()
    _answer(browser, camera, examples)
    return camera


def _walk(page: Page, camera: Camera, site: Site, folder: Path) -> None:
    steps.searching(page, camera)
    steps.finding_nothing(page, camera)
    steps.reading(page, camera)
    knowledge.referring(page, camera)
    knowledge.asking(page, camera)
    knowledge.promising(page, camera)
    knowledge.naming(page, camera)
    knowledge.ordering(page, camera)
    steps.exporting(page, camera)
    steps.collecting(page, camera)
    link = steps.following(page, camera, site, folder / "brieven")
    steps.linking(page, camera, site, folder / "brieven", link)
    steps.managing(page, camera, folder)


def _answer(browser: Browser, camera: Camera, library: Path) -> None:
    """See the part that is there only where a language model was configured."""
    with speaking(speak) as speaker:
        endpoint = speaker.endpoint
        site = serve(
            library, BELEIDSZOEKER_ANSWERS_URL=endpoint.url, BELEIDSZOEKER_ANSWERS_MODEL=endpoint.model
        )
        try:
            with visiting(browser, site) as page:
                page.goto(QUESTION.replace("/antwoord", "/"))
                camera.read(page)
                page.get_by_role("link", name="Laat een antwoord opstellen").click()
                expect(page.locator(".ans-item").first).to_be_visible()
                camera.read(page)
        finally:
            site.stop()


@contextmanager
def visiting(browser: Browser, site: Site) -> Iterator[Page]:
    """A window of the pictures' size, where nothing goes wrong but that a document is gone."""
    context = browser.new_context(
        base_url=site.address,
        viewport={"width": 1120, "height": 760},
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        color_scheme="light",
        device_scale_factor=1,
    )
    page = context.new_page()
    watch = Watch(page, site.address)
    yield page
    context.close()
    watch.tolerate("410")
    assert not watch.wrong


def _tokens() -> list[Token]:
    parsed = MarkdownIt("commonmark").enable("table").parse((DOCS / "handleiding.md").read_text("utf-8"))
    return [token for block in parsed for token in (block, *(block.children or ()))]


def _quoted() -> list[str]:
    """What stands in bold in the guide."""
    found: list[str] = []
    inside = False
    for token in _tokens():
        if token.type == "strong_open":
            found.append("")
        elif inside and token.type != "strong_close":
            found[-1] += token.content or " "
        inside = token.type == "strong_open" or (inside and token.type != "strong_close")
    return [stripped(text) for text in found]


def test_every_text_that_the_guide_quotes_is_on_the_pages(walked: Camera) -> None:
    """What stands in bold is letter for letter a text of a page: a button, a heading, a field."""
    quoted = _quoted()
    assert len(quoted) > 50
    assert [text for text in quoted if text not in walked.seen] == []


def test_every_picture_of_the_guide_is_made_by_the_walk(walked: Camera) -> None:
    """The guide shows each picture once, with words for those who do not see it, and each is small."""
    images = [token for token in _tokens() if token.type == "image"]
    names = [str(token.attrs["src"]) for token in images]
    assert sorted(names) == sorted(f"images/{name}" for name in walked.names)
    assert all(len(token.content) > 40 for token in images)
    kept = {path.name: path.stat().st_size for path in (DOCS / "images").iterdir()}
    assert sorted(kept) == sorted(walked.names)
    assert max(kept.values()) < LARGEST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_the_guide_is_read_in_the_product(browser: Browser, site: Site, scheme: str, width: int) -> None:
    """From the menu: all pictures are shown, chapters are a click away, axe-core finds nothing."""
    context = browser.new_context(
        base_url=site.address,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of the two
    )
    page = context.new_page()
    watch = Watch(page, site.address)
    page.goto("/documenten")
    if width < 960:  # there the menu is behind a button
        page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Handleiding").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Handleiding")
    page.get_by_role("navigation", name="In deze handleiding").get_by_role("link", name="Overnemen").click()
    expect(page.get_by_role("heading", name="Overnemen")).to_be_in_viewport()
    for picture in page.locator("article img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("image => image.naturalWidth > 0 && image.alt.length > 40")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert not watch.wrong
