"""What the first page costs: bytes on the line, and nothing that moves while it comes."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site
from tests.browser.test_search import SHIFTS

MOST_BYTES = 150_000
MOST_SHIFT = 0.02


class Scale:
    """Weighs all that a page loads from now on, as it comes over the line: compressed, with its headers."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._add)

    def _add(self, told: dict[str, float]) -> None:
        self.bytes += int(told["encodedDataLength"])


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("address", ["/", "/?q=netcapaciteit+Chemelot"])
def test_the_first_page_is_light_and_lies_still(
    browser: Browser, site: Site, address: str, width: int
) -> None:
    """With nothing kept from before, all of it weighs less than 150 kB, and nothing shifts."""
    context = browser.new_context(base_url=site.address, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    scale = Scale(page)
    page.goto(address, wait_until="networkidle")
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(300)
    shifted = page.evaluate("window.shifted")
    context.close()
    assert 10_000 < scale.bytes < MOST_BYTES
    assert shifted < MOST_SHIFT


def test_a_picture_leaves_the_page_as_it_was(page: Page) -> None:
    """A screenshot between two answers leaves no style behind that the next one would carry over."""
    page.goto("/?q=netcapaciteit")
    page.screenshot()
    page.locator(".bz-result").first.screenshot()
    assert page.locator("[style]").count() == 0
    page.get_by_label("Volgorde").select_option("nieuwste eerst")
    page.wait_for_url("**sorteer=datum")
    expect(page.locator(".bz-result").first).to_be_visible()
