"""Collections in a real browser: kept from results, annotated, ordered, shared, and taken along as Word."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect
from tests.browser.conftest import Site

from beleidszoeker.index.desk import Desk
from beleidszoeker.index.desk.collections import Collections
from beleidszoeker.index.library import Library

QUESTION = "/?q=netcapaciteit+Chemelot"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def unscripted(browser: Browser, site: Site) -> Iterator[Page]:
    """A page where no script runs."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    yield context.new_page()
    context.close()


def keep(page: Page, count: int) -> None:
    """Keep so many results of a search, each from its own button."""
    page.goto(QUESTION)
    for number in range(count):
        form = page.locator(".bz-keep").nth(number)
        form.get_by_role("button").click()
        expect(form.get_by_role("status")).to_contain_text("Bewaard in Mijn map")


def opened(page: Page, count: int) -> str:
    """Keep results and open the collection; return its address."""
    keep(page, count)
    page.locator(".bz-keep").first.get_by_role("link", name="Mijn map").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn map")
    expect(items(page)).to_have_count(count)
    return page.url


def items(page: Page) -> Locator:
    return page.locator(".map-item")


def quotes(page: Page) -> list[str]:
    return page.locator(".map-item .bz-quote").all_inner_texts()


def stored(site: Site, address: str) -> list[Any]:
    """What the desk holds for the collection at an address."""
    return list(Collections(Desk(site.library)).get(urlsplit(address).path.split("/")[2]).items)


def assert_literal(site: Site, kept: list[Any]) -> None:
    with Library(site.library) as library:
        for item in kept:
            text = library.reader.text(item.kept.document_id)
            assert text is not None
            for quote in item.kept.quotes:
                assert text[quote.start : quote.end] == quote.text


def test_from_a_result_to_a_word_document(page: Page, site: Site, tmp_path: Path) -> None:
    """What was kept, annotated and ordered stands in Word in that order, literally, with the notes."""
    address = opened(page, 3)
    first = items(page).first
    first.get_by_role("textbox").fill("Navragen bij de netbeheerder.")
    expect(first.get_by_role("status")).to_have_text("Nog niet bewaard.")
    first.get_by_role("button", name="Bewaar notitie").click()
    expect(first.get_by_role("status")).to_have_text("Bewaard.")
    before = quotes(page)
    first.get_by_role("button", name="Omlaag").click()
    expect(page.locator("#melding")).to_have_text("Passage staat nu op plaats 2 van 3.")
    assert quotes(page) != before
    kept = stored(site, address)
    assert [quote.text for item in kept for quote in item.kept.quotes] == quotes(page)
    assert [item.note for item in kept] == ["", "Navragen bij de netbeheerder.", ""]
    assert_literal(site, kept)
    with page.expect_download() as download:
        page.get_by_role("link", name="Word (DOCX)").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "Mijn map.docx"
    text = "\n".join(each.text for each in docx.Document(str(path)).paragraphs)
    places = [text.index(quote.text) for item in kept for quote in item.kept.quotes]
    assert places == sorted(places)
    assert places[1] < text.index("Navragen bij de netbeheerder.") < places[-1]
    for item in kept:
        assert item.kept.citation["label"] in text


def test_kept_from_the_reading_page(page: Page, site: Site) -> None:
    """What the reading page marks as quote is kept from there, and the collection leads back to it."""
    page.goto(QUESTION)
    page.locator(".bz-result__title a").first.click()
    form = page.locator(".bz-keep").first
    form.get_by_role("button").press("Enter")
    form.get_by_role("link", name="Mijn map").click()
    assert_literal(site, stored(site, page.url))
    expect(items(page)).to_have_count(1)
    items(page).get_by_role("heading").get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/documenten/\w+\?passage=.+#passage"))
    expect(page.locator(".bz-keep").first).to_be_visible()


def test_order_by_keyboard_alone(page: Page, site: Site) -> None:
    """The focus stays with the passage that is moved, also at the ends, and what is typed is not lost."""
    address = opened(page, 3)
    ids = [item.id for item in stored(site, address)]
    items(page).nth(2).get_by_role("textbox").fill("Nog niet bewaard!")
    up = page.locator(f"#omhoog-{ids[2]}")
    up.focus()
    for place in (2, 1):
        page.keyboard.press("Enter")
        expect(page.locator("#melding")).to_have_text(f"Passage staat nu op plaats {place} van 3.")
    expect(page.locator(f"#omlaag-{ids[2]}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#melding")).to_have_text("Passage staat nu op plaats 2 van 3.")
    expect(page.locator(f"#omlaag-{ids[2]}")).to_be_focused()
    assert [item.id for item in stored(site, address)] == [ids[0], ids[2], ids[1]]
    expect(items(page).nth(1).get_by_role("textbox")).to_have_value("Nog niet bewaard!")
    items(page).nth(1).get_by_role("button", name="Bewaar notitie").press("Enter")
    expect(items(page).nth(1).get_by_role("status")).to_have_text("Bewaard.")


def test_taken_out_and_put_back_by_keyboard(page: Page, site: Site) -> None:
    """Taking out leaves the focus on its undoing; that brings the passage back to its place."""
    address = opened(page, 2)
    before = [item.id for item in stored(site, address)]
    items(page).first.get_by_role("button", name="Haal uit map").press("Enter")
    back = page.get_by_role("button", name="Zet terug")
    expect(back).to_be_focused()
    assert [item.id for item in stored(site, address)] == before[1:]
    back.press("Enter")
    expect(items(page)).to_have_count(2)
    expect(items(page).first.get_by_role("textbox")).to_be_focused()
    assert [item.id for item in stored(site, address)] == before


def test_dragging_does_the_same(page: Page, site: Site) -> None:
    """A passage that is dragged by its grip lands where it is let go."""
    page.set_viewport_size({"width": 1440, "height": 1600})  # playwright does not drag beyond what is in view
    address = opened(page, 3)
    ids = [item.id for item in stored(site, address)]
    items(page).nth(2).locator(".map-grip").drag_to(items(page).first, target_position={"x": 60, "y": 4})
    expect(page.locator("#melding")).to_have_text("Passage staat nu op plaats 1 van 3.")
    assert [item.id for item in stored(site, address)] == [ids[2], ids[0], ids[1]]
    assert [each.get_attribute("data-item") for each in items(page).all()] == [ids[2], ids[0], ids[1]]


def test_two_who_write_one_note(page: Page, site: Site, browser: Browser) -> None:
    """Whoever is second sees what the first wrote, and decides."""
    address = opened(page, 1)
    other = browser.new_context().new_page()
    other.goto(address)
    for each, note in ((other, "Van haar."), (page, "Van hem.")):
        each.get_by_label("Notitie bij").fill(note)
        each.get_by_role("button", name="Bewaar notitie").click()
    state = items(page).first.get_by_role("status")
    expect(state).to_contain_text("Niet bewaard.")
    expect(state).to_contain_text("Van haar.")
    assert stored(site, address)[0].note == "Van haar."
    page.get_by_role("button", name="Bewaar notitie").click()
    expect(state).to_have_text("Bewaard.")
    assert stored(site, address)[0].note == "Van hem."
    page.watch.tolerate("409")  # type: ignore[attr-defined]
    other.context.close()


def test_two_who_order_at_once(page: Page, site: Site, browser: Browser) -> None:
    """Both see in the end what both did."""
    address = opened(page, 3)
    ids = [item.id for item in stored(site, address)]
    other = browser.new_context().new_page()
    other.goto(address)
    other.locator(f"#omlaag-{ids[0]}").click()
    expect(other.locator("#melding")).to_contain_text("plaats 2")
    page.locator(f"#omlaag-{ids[1]}").click()
    expect(page.locator("#melding")).to_contain_text("plaats 2")
    assert [item.id for item in stored(site, address)] == [ids[0], ids[1], ids[2]]
    assert [each.get_attribute("data-item") for each in items(page).all()] == ids
    other.context.close()


def test_a_reading_link_cannot_change(page: Page, site: Site, browser: Browser) -> None:
    """In a browser of somebody else the reading link shows all of it, and leads nowhere to change it."""
    address = opened(page, 2)
    items(page).first.get_by_role("textbox").fill("Voor wie meeleest.")
    items(page).first.get_by_role("button", name="Bewaar notitie").click()
    expect(items(page).first.get_by_role("status")).to_have_text("Bewaard.")
    link = page.get_by_label("Leeslink").input_value()
    context = browser.new_context()
    other = context.new_page()
    other.goto(link)
    expect(other.get_by_text("Voor wie meeleest.")).to_be_visible()
    assert quotes(other) == quotes(page)
    assert other.locator("main form, main textarea").count() == 0
    secret = urlsplit(address).path.split("/")[2]
    assert secret not in other.content()
    other.goto(site.address + "/mappen")
    expect(other.get_by_text("U hebt nog geen mappen")).to_be_visible()
    other.goto(page.get_by_label("Link om samen te bewerken").input_value())
    expect(other.get_by_role("button", name="Bewaar notitie")).to_have_count(2)
    other.goto(site.address + "/mappen")
    expect(other.get_by_role("link", name="Mijn map", exact=True)).to_be_visible()
    context.close()


def test_leaving_an_unsaved_note_asks(page: Page) -> None:
    """Whoever leaves with an unsaved note is asked; after saving nobody is."""
    opened(page, 1)
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    note = items(page).first.get_by_role("textbox")
    note.press_sequentially("Bewaard")
    page.get_by_role("button", name="Bewaar notitie").click()
    expect(items(page).first.get_by_role("status")).to_have_text("Bewaard.")
    page.reload()
    assert asked == []
    note.press_sequentially("Niet bewaard")
    page.reload()
    assert asked == ["beforeunload"]


def test_whole_without_javascript(unscripted: Page, site: Site, shots: Path) -> None:
    """Keeping, noting, ordering, taking out and back, renaming and removing go by plain forms."""
    page = unscripted
    for number in range(2):
        page.goto(QUESTION)
        page.locator(".bz-keep button").nth(number).click()
        expect(page.get_by_text("De passage is bewaard in ‘Mijn map’.")).to_be_visible()
        assert page.url == site.address + QUESTION
    page.locator(".bz-keep button").first.click()
    expect(page.get_by_text("Deze passage stond al in ‘Mijn map’.")).to_be_visible()
    page.screenshot(path=shots / "collection-notice.png")
    page.get_by_role("link", name="Bekijk de map").click()
    address = page.url
    ids = [item.id for item in stored(site, address)]
    items(page).first.get_by_role("textbox").fill("Zonder script.")
    items(page).first.get_by_role("button", name="Bewaar notitie").click()
    expect(items(page).first.get_by_role("status")).to_have_text("Bewaard.")
    page.locator(f"#omlaag-{ids[0]}").click()
    assert [item.id for item in stored(site, address)] == ids[::-1]
    items(page).first.get_by_role("button", name="Haal uit map").click()
    expect(items(page)).to_have_count(1)
    page.get_by_role("button", name="Zet terug").click()
    expect(items(page)).to_have_count(2)
    assert [item.note for item in stored(site, address)] == ["", "Zonder script."]
    assert page.get_by_role("button", name="Kopieer").count() == 0
    page.get_by_label("Naam").fill("Net")
    page.get_by_role("button", name="Wijzig naam").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Net")
    page.get_by_role("link", name="Verwijder map").click()
    page.get_by_role("button", name="Verwijder voorgoed").click()
    expect(page.get_by_text("U hebt nog geen mappen")).to_be_visible()


@pytest.fixture(scope="module")
def filled(browser: Browser, site: Site) -> Iterator[tuple[BrowserContext, dict[str, str]]]:
    """A browser with a collection of three passages with a note, and the addresses of its pages."""
    context = browser.new_context(base_url=site.address)
    page = context.new_page()
    address = opened(page, 3)
    items(page).first.get_by_role("textbox").fill("Navragen bij de netbeheerder.\nVoor 1 maart.")
    items(page).first.get_by_role("button", name="Bewaar notitie").click()
    expect(items(page).first.get_by_role("status")).to_have_text("Bewaard.")
    share = page.get_by_label("Leeslink").input_value()
    yield (
        context,
        {
            "overview": "/mappen",
            "collection": address,
            "reading": address + "/lezen",
            "shared": share,
            "removing": address + "/verwijderen",
        },
    )
    context.close()


@pytest.mark.parametrize("name", ["overview", "collection", "reading", "shared", "removing"])
def test_pictures(filled: tuple[BrowserContext, dict[str, str]], name: str, shots: Path) -> None:
    """Wide and narrow, in the light and in the dark, for people to look at; nothing is cut off."""
    context, addresses = filled
    page = context.new_page()
    page.goto(addresses[name])
    for (size, (width, height)), scheme in itertools.product(SIZES.items(), SCHEMES):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=shots / f"{name}-{size}-{scheme}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_print_shows_no_controls(filled: tuple[BrowserContext, dict[str, str]], shots: Path) -> None:
    """On paper there are quotes, citations and notes, and nothing to press."""
    context, addresses = filled
    page = context.new_page()
    page.goto(addresses["reading"])
    page.emulate_media(media="print")
    page.screenshot(path=shots / "reading-print.png", full_page=True)
    expect(page.get_by_text("Navragen bij de netbeheerder.")).to_be_visible()
    for control in page.locator("main button, nav").all():
        expect(control).to_be_hidden()
