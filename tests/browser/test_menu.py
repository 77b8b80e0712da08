"""The menu: in sight where there is room, behind one button where there is not."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_menu_opens_by_keyboard(page: Page, width: int, scheme: str) -> None:
    """Enter opens it, all of it is in sight, Escape closes it and goes back to the button."""
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
    page.goto("/documenten")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(page.get_by_role("link", name="Tijdlijn", exact=True)).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    for name in ("Tijdlijn", "Handleiding", "Beheer"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zoeken", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("link", name="Tijdlijn", exact=True)).to_be_hidden()


def test_without_scripts_the_menu_leads_on(browser: Browser, site: Site) -> None:
    """The button is the browser's own: it opens the menu where no script runs."""
    context = browser.new_context(
        base_url=site.address, viewport={"width": 390, "height": 700}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("link", name="Tijdlijn", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tijdlijn")
    context.close()


def test_on_a_wide_screen_the_menu_is_one_line(page: Page) -> None:
    """There is no button, and the first and the last entry stand at one height."""
    page.goto("/")
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_hidden()
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    boxes = [menu.get_by_role("link", name=name).bounding_box() for name in ("Zoeken", "Beheer")]
    first, last = (box["y"] + box["height"] / 2 for box in boxes if box)
    assert abs(first - last) < 5
