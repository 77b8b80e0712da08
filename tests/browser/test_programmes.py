"""From the matrix to the words on the page."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site

MATRIX = "/programmas/matrix?kolommen=theme&rijen=cluster"


def test_from_matrix_to_marked_passage(page: Page, shots: Path) -> None:
    """A cell opens its passages with both names marked, and a passage opens in its document, marked."""
    page.goto("/programmas")
    page.get_by_role("link", name="Matrix").click()
    page.get_by_label("Rijen", exact=True).select_option(label="Clusters")
    page.get_by_label("Kolommen", exact=True).select_option(label="Thema’s")
    page.get_by_role("button", name="Toon").click()
    table = page.get_by_role("region", name="De matrix")
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Chemelot"))
    cell = row.get_by_role("link", name="Chemelot en energie-infrastructuur")
    number = int((cell.inner_text().split() or ["0"])[0])
    page.screenshot(path=shots / "matrix.png")
    cell.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chemelot en energie-infrastructuur")
    found = page.locator(".prog-found")
    assert found.count() >= number > 0
    expect(found.first.locator("mark").filter(has_text="Chemelot").first).to_be_visible()
    link = found.first.get_by_role("heading").get_by_role("link")
    address = link.get_attribute("href") or ""
    link.click()
    expect(page.locator(".read-mark-quote, #plek + mark").first).to_be_attached()
    page.goto(address.replace("?", "?weergave=tekst&"))
    expect(page.locator("#plek + mark")).to_be_in_viewport()
    expect(page.locator("#plek + mark")).to_have_text(re.compile("Chemelot|energie"))


def test_the_table_scrolls_in_its_box(browser: Browser, site: Site) -> None:
    """At 390 and at 320 pixels the page itself never scrolls sideways, and the box is reached by keyboard."""
    for width in (390, 320):
        context = browser.new_context(base_url=site.address, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto("/programmas/matrix?kolommen=place&aantal=30")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        box = page.locator(".prog-box")
        assert box.evaluate("box => box.scrollWidth > box.clientWidth")
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)  # the box scrolls smoothly
        assert box.evaluate("box => box.scrollLeft") > 0
        context.close()
