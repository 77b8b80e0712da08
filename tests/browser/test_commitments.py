"""Commitments in a real browser: filter, open the sentence where it stands, take the calendar along."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site, Watch, serve
from tests.promises import ANSWER, PROMISE, debate, entries, letter, minutes, others, reply
from tests.support import Shelf


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A service over documents that promise."""
    shelf = Shelf(tmp_path_factory.mktemp("commitments") / "library")
    with shelf.library:
        shelf.fill(letter(), reply(), debate(), minutes(), *others())
    made = serve(shelf.library.folder)
    yield made
    made.stop()


@pytest.fixture(params=["scripts", "no-scripts"])
def visitor(browser: Browser, own: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on that service, with and without JavaScript."""
    context = browser.new_context(
        base_url=own.address,
        viewport={"width": 1440, "height": 900},
        locale="nl-NL",
        java_script_enabled=request.param == "scripts",
    )
    page = context.new_page()
    watch = Watch(page, own.address)
    yield page
    context.close()
    assert not watch.wrong


def test_from_a_filter_to_the_sentence_and_the_calendar(visitor: Page, shots: Path, tmp_path: Path) -> None:
    """Filter, look at what may answer, open the sentence where it stands, and take the day along."""
    visitor.goto("/")
    visitor.get_by_role("link", name="Toezeggingen").click()
    visitor.get_by_label("Status").select_option(label="Termijn verstreken")
    visitor.get_by_role("button", name="Toon").click()
    expect(visitor.get_by_role("heading", level=2)).to_have_text("1 toezegging")
    expect(visitor).to_have_url(re.compile("status=verstreken"))
    expect(visitor.locator(".prom-one mark")).to_have_text("voor 1 juli 2025")
    visitor.get_by_text("Mogelijk nagekomen: 1 later document").click()
    expect(visitor.get_by_text(ANSWER)).to_be_visible()
    visitor.screenshot(path=shots / "commitments.png")

    with visitor.expect_download() as taken:
        visitor.get_by_role("link", name="Zet in uw agenda").click()
    taken.value.save_as(tmp_path / "t.ics")
    ((day, entry),) = entries((tmp_path / "t.ics").read_bytes()).items()
    assert day == "2025-06-30"
    assert PROMISE in entry["description"]

    visitor.locator(".prom-source a").first.click()
    expect(visitor.locator("#plek")).to_be_visible()
    expect(visitor.locator("mark", has_text="Ik zal de Kamer voor 1 juli 2025").first).to_be_visible()
    visitor.screenshot(path=shots / "commitment-in-its-document.png")
    visitor.goto(entry["url"])
    expect(visitor.get_by_text(PROMISE).first).to_be_visible()


def test_lists_stand_beside_each_other(visitor: Page) -> None:
    """Motions and decisions are one click away, and keep the organisation and the words."""
    visitor.goto("/toezeggingen?q=beek&status=open")
    visitor.get_by_role("navigation", name="Lijsten").get_by_role("link", name="Moties").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Moties")
    expect(visitor.get_by_label("Woorden")).to_have_value("beek")
    expect(visitor.get_by_role("heading", name="Motie van Wilg")).to_be_visible()
    visitor.get_by_role("navigation", name="Lijsten").get_by_role("link", name="Besluiten").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Besluiten")
