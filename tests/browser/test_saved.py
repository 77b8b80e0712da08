"""Saved searches in a real browser: from a question to an alert, by the real command line."""

import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Site, Watch, serve
from tests.support import run

ATOM = "{http://www.w3.org/2005/Atom}"
QUOTE = "De netcapaciteit rond Chemelot wordt in 2027 verdubbeld."
NEWS = f"Kamerbrief netcapaciteit\n\n{QUOTE} Dat is met de netbeheerder afgesproken."


@pytest.fixture(scope="module")
def own(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A service over a library that may change."""
    library = tmp_path_factory.mktemp("saved") / "library"
    shutil.copytree(examples, library)
    made = serve(library)
    yield made
    made.stop()


@pytest.fixture(params=["scripts", "no-scripts"])
def visitor(browser: Browser, own: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on the service over that library, with and without JavaScript."""
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


def test_from_a_question_to_an_alert(visitor: Page, own: Site, shots: Path, tmp_path: Path) -> None:
    """Preview, save, take a new file in, run the alerts: the page and the feed tell of it, and why."""
    visitor.goto("/zoekopdrachten")
    visitor.get_by_label("Nieuwe zoekopdracht").fill("netcapaciteit Chemelot")
    visitor.get_by_role("button", name="Bekijk").click()
    expect(visitor.get_by_role("heading", name="Wat dit in het verleden had gemeld")).to_be_visible()
    expect(visitor.locator("article blockquote").first).to_be_visible()
    visitor.screenshot(path=shots / "saved-new.png")
    visitor.get_by_label("Naam").fill("Het net rond Chemelot")
    visitor.get_by_role("button", name="Bewaar zoekopdracht").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Het net rond Chemelot")
    expect(visitor.get_by_text("is er geen document bijgekomen")).to_be_visible()

    told = f"{NEWS} {tmp_path.name}"
    (tmp_path / "kamerbrief.txt").write_text(told, encoding="utf-8")
    assert run(own.library, "ingest", tmp_path).returncode == 0
    ran = run(own.library, "alerts", "run")
    assert QUOTE in ran.stdout, ran.stderr

    visitor.get_by_role("navigation").get_by_role("link", name="Zoekopdrachten").click()
    expect(visitor.get_by_text("1 nieuw")).to_be_visible()
    visitor.screenshot(path=shots / "saved-overview.png")
    visitor.get_by_role("link", name="Het net rond Chemelot", exact=True).click()
    alert = visitor.locator("article")
    expect(alert).to_have_count(1)
    expect(alert.locator("blockquote")).to_contain_text(QUOTE)
    expect(alert).to_contain_text("‘netcapaciteit’")
    expect(alert.get_by_text("nieuw", exact=True)).to_be_visible()
    visitor.screenshot(path=shots / "saved-alert.png", full_page=True)

    feed = visitor.get_by_label("Feed (Atom)").input_value()
    with urllib.request.urlopen(feed) as answer:  # noqa: S310 - our own
        read = etree.fromstring(answer.read())
    (entry,) = read.findall(f"{ATOM}entry")
    assert QUOTE in entry.findtext(f"{ATOM}content")
    visitor.reload()
    expect(alert.get_by_text("nieuw", exact=True)).to_have_count(0)
    visitor.get_by_role("link", name="Verwijder").click()
    visitor.get_by_role("button", name="Verwijder").click()
    expect(visitor.get_by_text("U hebt nog geen zoekopdrachten bewaard.")).to_be_visible()
