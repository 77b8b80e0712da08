"""``/beheer`` in a browser: the key, files and their outcomes as they come, removal; also without scripts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests.browser.conftest import ADMIN_KEY, Site, Watch, serve

QUESTION = "veerpont bij Berg"
_LONG = 120_000  # milliseconds: a process is started for it, on a busy machine


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A good file and a broken one; a name that would be markup."""
    folder = tmp_path_factory.mktemp("bestanden")
    good, broken = folder / "<i>veerpont.txt", folder / "kapot.pdf"
    good.write_text(
        "Nota veerpont\n\nDatum 3 maart 2025\n\nDe veerpont bij Berg vaart weer.", encoding="utf-8"
    )
    broken.write_bytes(b"%PDF-1.7 kapot")
    return [good, broken]


@pytest.fixture
def site(tmp_path: Path, examples: Path) -> Iterator[Site]:
    """A service over a library of its own, to be changed."""
    made = serve(Path(shutil.copytree(examples, tmp_path / "library")))
    yield made
    made.stop()


def enter(page: Page) -> None:
    page.goto("/beheer")
    page.get_by_label("Beheersleutel").fill(ADMIN_KEY)
    page.get_by_role("button", name="Naar beheer").click()
    expect(page.get_by_role("heading", name="Documenten toevoegen")).to_be_visible()


def choose(page: Page, files: list[Path]) -> None:
    page.get_by_label("Kies bestanden").set_input_files(files)
    page.get_by_role("button", name="Voeg toe").click()


def row(page: Page, name: str) -> Locator:
    """The file in the list of uploads."""
    return page.locator("#uploads").get_by_role("listitem").filter(has=page.get_by_text(name, exact=True))


def uploaded(page: Page) -> Locator:
    """The line of the table that counts what was uploaded."""
    return page.get_by_role("row", name="Geüpload via beheer")


def assert_accessible(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()


def test_from_key_to_removal(page: Page, files: list[Path], shots: Path) -> None:
    """A wrong key, the right one, two files, each with its outcome; found, removed, found no more."""
    page.goto("/beheer")
    page.get_by_label("Beheersleutel").fill("niet de sleutel")
    page.get_by_role("button", name="Naar beheer").click()
    expect(page.get_by_text("Deze sleutel klopt niet.")).to_be_visible()
    assert_accessible(page)
    page.screenshot(path=shots / "beheer-sleutel.png", full_page=True)
    page.watch.tolerate("403")  # type: ignore[attr-defined]  # the wrong key was wanted
    enter(page)
    choose(page, files)
    good, broken = row(page, "<i>veerpont.txt"), row(page, "kapot.pdf")
    expect(good).to_be_visible(timeout=_LONG)
    page.reload()  # what is shown does not depend on having been there
    expect(broken).to_contain_text("Haal het opnieuw op bij de bron.", timeout=_LONG)
    expect(page.get_by_text("Klaar: 1 document opgenomen, 1 mislukt.").first).to_be_visible(timeout=_LONG)
    expect(uploaded(page)).to_contain_text("3 maart 2025")
    expect(good.get_by_role("link")).to_have_text("Nota veerpont")
    assert_accessible(page)
    page.screenshot(path=shots / "beheer-1440.png", full_page=True)

    page.goto(f"/?q={QUESTION}")
    expect(page.get_by_role("main")).to_contain_text("vaart weer")
    page.goto("/beheer")
    good.get_by_text("Verwijder…").click()
    good.get_by_role("button", name="Verwijder <i>veerpont.txt nu").click()
    expect(row(page, "kapot.pdf")).to_be_visible()
    expect(good).to_have_count(0)
    expect(uploaded(page)).to_contain_text("zonder datum")
    page.goto(f"/?q={QUESTION}")
    expect(page.get_by_role("main")).not_to_contain_text("vaart weer")


def test_dropped_files_are_sent(page: Page) -> None:
    """Files that are dropped on the form are sent without another press."""
    enter(page)
    data = page.evaluate_handle(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["De sluis bij Born is open."], "sluis.txt"));
            return data;
        }"""
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": data})
    expect(row(page, "sluis.txt")).to_contain_text("Opgenomen", timeout=_LONG)


def test_by_keyboard_alone(page: Page, files: list[Path]) -> None:
    """Key, sending, and removal need no mouse; what is focused stays so while the list changes."""
    page.goto("/beheer")
    page.get_by_label("Beheersleutel").focus()
    page.keyboard.type(ADMIN_KEY)
    page.keyboard.press("Enter")
    page.get_by_label("Kies bestanden").set_input_files(files[:1])
    page.get_by_label("Kies bestanden").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    good = row(page, "<i>veerpont.txt")
    expect(good).to_be_visible(timeout=_LONG)
    opener = good.get_by_text("Verwijder…")
    opener.focus()
    page.keyboard.press("Enter")
    expect(good).to_contain_text("Opgenomen", timeout=_LONG)
    expect(opener).to_be_focused()
    page.keyboard.press("Tab")
    expect(good.get_by_role("button", name="nu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(good).to_have_count(0)


@pytest.fixture
def scriptless(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    made = browser.new_context(
        base_url=site.address, java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    yield made
    made.close()


def test_without_scripts(scriptless: BrowserContext, site: Site, files: list[Path]) -> None:
    """The same forms and links do it all; a link shows what came since."""
    page = scriptless.new_page()
    watch = Watch(page, site.address)
    enter(page)
    choose(page, files)
    done = page.get_by_text("Klaar: 1 document opgenomen, 1 mislukt.").first
    for _ in range(300):
        if done.is_visible():
            break
        page.get_by_role("link", name="Ververs").click()
        page.wait_for_timeout(500)
    expect(row(page, "kapot.pdf")).to_contain_text("Haal het opnieuw op bij de bron.")
    good = row(page, "<i>veerpont.txt")
    good.get_by_text("Verwijder…").click()
    good.get_by_role("button", name="nu").click()
    expect(good).to_have_count(0)
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_label("Beheersleutel")).to_be_visible()
    assert not watch.wrong


def test_it_fits(page: Page, shots: Path) -> None:
    """The page is never wider than the screen; its pictures in light and in dark."""
    enter(page)
    expect(page.get_by_role("table")).to_be_visible()
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.screenshot(path=shots / f"beheer-volledig-{width}-light.png", full_page=True)
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=shots / f"beheer-volledig-{width}-dark.png", full_page=True)
        page.emulate_media(color_scheme="light")
