"""Every page against axe-core's rules for WCAG 2.2 AA: wide and narrow, light and dark."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browser.conftest import ADMIN_KEY, Site

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = {
    "start": "/",
    "results": "/?q=netcapaciteit+Chemelot",
    "grouped": "/?q=netcapaciteit+Chemelot&groepeer=document",
    "nothing": "/?q=recept+voor+appeltaart+met+kaneel&soort=motie",
    "documents": "/documenten",
    "pdf": "/documenten/{pdf}?passage={passage}&q=netcapaciteit+Chemelot",
    "text": "/documenten/{other}",
    "permalink": "/passages/{passage}?snapshot=1",
    "collections": "/mappen",
    "searches": "/zoekopdrachten",
    "save": "/zoekopdrachten/nieuw?q=netcapaciteit",
    "export": "/export?q=netcapaciteit&passage={passage}",
    "management": "/beheer",
    "reference": "/api",
    "missing": "/niets",
}
SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture(scope="session")
def places(browser: Browser, site: Site) -> dict[str, str]:
    """Ids of a passage, of the PDF that it is in, and of a document without pages."""
    context = browser.new_context(base_url=site.address)
    found = context.request.get("/api/v1/search?q=netcapaciteit+Chemelot&k=1").json()["results"][0]
    documents = context.request.get("/api/v1/documents").json()
    context.close()
    other = next(one["id"] for one in documents if one["pages"] is None)
    return {"passage": found["passage_id"], "pdf": found["citation"]["document_id"], "other": other}


def violations(page: Page) -> list[str]:
    """What axe-core finds, with where; its help says what to do."""
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_a_rule(
    browser: Browser, site: Site, places: dict[str, str], *, name: str, size: str, scheme: Scheme
) -> None:
    """axe-core finds no violation, and nothing sticks out sideways."""
    width, height = SIZES[size]
    context = browser.new_context(
        base_url=site.address, viewport={"width": width, "height": height}, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(PAGES[name].format(**places), wait_until="networkidle")
    for closed in page.locator("details:not([open]) > summary").all()[:3]:
        if closed.is_visible():
            closed.click()
    wrong = violations(page)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert not wrong
    assert wider <= 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_management_breaks_no_rule(browser: Browser, site: Site, scheme: Scheme) -> None:
    """Behind the key, too."""
    context = browser.new_context(base_url=site.address, color_scheme=scheme)
    page = context.new_page()
    page.goto("/beheer")
    page.locator("input[type=password]").fill(ADMIN_KEY)
    page.locator("input[type=password]").press("Enter")
    page.wait_for_load_state("networkidle")
    wrong = violations(page)
    context.close()
    assert not wrong


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_a_narrow_window(browser: Browser, site: Site, places: dict[str, str], name: str) -> None:
    """At 320 pixels wide, which is 1280 at four times the size, nobody scrolls sideways (WCAG 1.4.10)."""
    context = browser.new_context(base_url=site.address, viewport={"width": 320, "height": 600})
    page = context.new_page()
    page.goto(PAGES[name].format(**places), wait_until="networkidle")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert wider <= 0
