"""The search page in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.conftest import Site, Watch, serve
from tests.support import run

SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
HOSTILE = "<script>document.title = 'gekraakt'</script><img src=x onerror=\"document.title=1\"> & bodem."


def ask(page: Page, question: str) -> None:
    """Type a question, send it, and wait for its answer."""
    page.get_by_role("combobox", name="Zoek").fill(question)
    page.get_by_role("combobox", name="Zoek").press("Enter")
    page.wait_for_url(lambda url: dict(parse_qsl(urlsplit(url).query)).get("q") == question)
    expect(page.locator(".bz-search")).not_to_have_class(re.compile("htmx-request"))


def state(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query)


def titles(page: Page) -> list[str]:
    return page.locator(".bz-result h3").all_inner_texts()


def filters(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Filters")


def test_a_question_gets_cited_passages(page: Page, shots: Path) -> None:
    """Whoever types a question and presses Enter sees quotes with their citation."""
    page.goto("/")
    ask(page, "netcapaciteit Chemelot")
    expect(page.locator("blockquote mark").first).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("passages")
    assert page.title().startswith("netcapaciteit Chemelot")
    link = page.locator(".bz-result h3 a").first
    assert re.fullmatch(
        r"/documenten/[0-9a-f]{16}\?passage=[0-9a-f-]+&q=netcapaciteit\+Chemelot#passage",
        link.get_attribute("href") or "",
    )
    page.get_by_text("Waarom dit resultaat").first.click()
    expect(page.locator("details[open]").first).to_contain_text("‘netcapaciteit’ staat er letterlijk")
    page.screenshot(path=shots / "search.png")


def test_the_state_stands_in_the_address(page: Page) -> None:
    """Choosing, going back and forward, and reloading show what the address says, all on one page."""
    page.goto("/")
    page.evaluate("window.same = true")
    ask(page, "water")
    everything = titles(page)
    first = filters(page).get_by_role("group", name="Soort").get_by_role("checkbox").first
    kind = first.get_attribute("value") or ""
    first.check()
    page.wait_for_url("**soort=*")
    assert state(page) == [("q", "water"), ("soort", kind)]
    within = titles(page)
    expect(first).to_be_focused()
    page.get_by_label("Volgorde").select_option("nieuwste eerst")
    page.wait_for_url("**sorteer=datum")
    page.get_by_label("Per document").check()
    page.wait_for_url("**groepeer=document")
    assert page.evaluate("window.same") is True

    page.go_back()
    page.wait_for_url(lambda url: "groepeer" not in url)
    page.go_back()
    page.wait_for_url(lambda url: "sorteer" not in url)
    expect(page.get_by_label("Volgorde")).to_have_value("")
    assert titles(page) == within
    page.go_back()
    page.wait_for_url(lambda url: "soort" not in url)
    expect(page.locator(".bz-chip")).to_have_count(0)
    assert titles(page) == everything
    page.go_forward()
    page.wait_for_url("**soort=*")
    expect(page.locator(".bz-chip")).to_have_count(1)
    assert titles(page) == within
    page.reload()
    assert titles(page) == within
    expect(filters(page).get_by_role("checkbox", checked=True)).to_have_count(1)
    expect(page.get_by_role("combobox", name="Zoek")).to_have_value("water")

    page.locator(".bz-chip").click()
    page.wait_for_url(lambda url: "soort" not in url)
    assert titles(page) == everything


def test_an_answer_while_typing_leaves_the_address(page: Page) -> None:
    """Results follow what is typed; only sending it makes a place to go back to."""
    page.goto("/")
    page.get_by_role("combobox", name="Zoek").press_sequentially("netcap", delay=30)
    expect(page.locator(".bz-result").first).to_be_visible()
    assert urlsplit(page.url).query == ""
    expect(page.get_by_role("combobox", name="Zoek")).to_be_focused()


def test_suggestions_are_chosen_by_keyboard(page: Page) -> None:
    """Arrows walk through the suggestions, Escape closes them, and Enter asks for the one that is marked."""
    page.goto("/")
    box = page.get_by_role("combobox", name="Zoek")
    box.press_sequentially("netc", delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("netc")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    chosen = options.first.get_attribute("data-text") or ""
    box.press("Enter")
    page.wait_for_url("**q=*")
    assert state(page) == [("q", chosen)]
    expect(box).to_have_value(chosen)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_whole_by_keyboard(page: Page) -> None:
    """From the field by Tab alone to a filter, a result and its reasons; the focus is never lost."""
    page.goto("/")
    page.keyboard.type("water")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=water")
    expect(page.locator(".bz-result").first).to_be_visible()
    reached: list[str] = []
    for _ in range(300):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("(document.activeElement.id || document.activeElement.className)"))
        assert page.evaluate("document.activeElement !== document.body")
        if reached[-1].startswith("soort-"):
            break
    assert {"sorteer", "groepeer", "van", "tot"} <= set(reached)
    page.keyboard.press("Space")
    page.wait_for_url("**soort=*")
    expect(page.locator(":focus")).to_have_attribute("id", reached[-1])


def test_more_results_are_added_below(page: Page) -> None:
    """Those on the page stay, and the focus goes to the first new one."""
    page.goto("/?q=water")
    more = page.get_by_role("link", name="Meer resultaten")
    assert (more.get_attribute("href") or "").endswith("vanaf=10")
    before = page.locator(".bz-result").count()
    first = titles(page)
    more.press("Enter")
    expect(page.locator(".bz-result")).not_to_have_count(before)
    assert titles(page)[:before] == first
    assert page.evaluate(
        "document.activeElement.closest('.bz-result') === document.querySelectorAll('.bz-result')[10]"
    )
    ids = page.locator("input[name=passage][type=checkbox]").evaluate_all(
        "all => all.map(each => each.value)"
    )
    assert len(ids) == len(set(ids)) > before


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_shifts_or_sticks_out(page: Page, width: int, shots: Path) -> None:
    """From the start through typing, an answer and a filter the layout stays put, at any width."""
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(SHIFTS)
    page.goto("/")
    page.screenshot(path=shots / f"search-start-{width}.png")
    ask(page, "water")
    filters(page).get_by_role("checkbox").first.check()
    page.wait_for_url("**soort=*")
    page.wait_for_timeout(700)
    assert page.evaluate("window.shifted") < 0.02
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.screenshot(path=shots / f"search-{width}.png", full_page=True)


def test_headings_have_the_sizes_of_the_house(page: Page) -> None:
    """A heading is as large as tokens.css says, not as large as the browser makes it."""
    page.goto("/?q=water")
    sizes = {
        level: page.locator(f".utrecht-heading-{level}").first.evaluate(
            "(e, level) => [getComputedStyle(e).fontSize, 16 * parseFloat(getComputedStyle(e)"
            ".getPropertyValue(`--utrecht-heading-${level}-font-size`)) + 'px']",
            level,
        )
        for level in (2, 3)
    }
    assert all(size == wanted for size, wanted in sizes.values()), sizes


def test_on_paper_stands_what_was_asked(page: Page) -> None:
    """The field is not printed, so the question is; the link that skips the menu is of the screen."""
    page.goto("/?q=water")
    asked = page.get_by_text("Zoekvraag: water")
    expect(asked).to_be_hidden()
    page.emulate_media(media="print")
    expect(asked).to_be_visible()
    expect(page.get_by_text("Naar de inhoud")).to_be_hidden()


def test_nothing_found_offers_what_is_near(page: Page, shots: Path) -> None:
    """It says what was tried, and the offer to look wider keeps its promise."""
    page.goto('/?q=netcapaciteit+"staat+nergens+zo"&soort=nota')
    expect(page.get_by_role("heading", name="Niets gevonden")).to_be_visible()
    expect(page.get_by_text("Er moet staan: ‘staat nergens zo’.")).to_be_visible()
    page.screenshot(path=shots / "search-nothing.png")
    page.goto("/?q=netcapaciteit&van=1901&tot=1902")
    offer = page.get_by_role("link", name="Dezelfde vraag zonder filters")
    promised = re.search(r"\d+", offer.locator("xpath=..").inner_text())
    offer.click()
    page.wait_for_url("**/?q=netcapaciteit")
    assert promised is not None
    expect(page.locator("#aantal")).to_contain_text(promised[0])


def test_a_wrong_day_is_told_beside_its_field(page: Page) -> None:
    """The rest of the search works, and the field keeps what was typed."""
    page.goto("/?q=water")
    page.get_by_label("Van", exact=True).fill("gisteren")
    page.get_by_label("Van", exact=True).press("Tab")
    page.wait_for_url("**van=gisteren")
    field = page.get_by_label("Van", exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("‘gisteren’ is geen datum"))
    expect(page.locator(".bz-result").first).to_be_visible()


@pytest.fixture
def plain(browser: Browser, site: Site) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    made = context.new_page()
    watch = Watch(made, site.address)
    yield made
    context.close()
    assert not watch.wrong


def test_the_whole_without_javascript(plain: Page) -> None:
    """Search, filter, sort, group, turn the page and take a filter away: all by forms and links."""
    plain.goto("/")
    plain.get_by_role("searchbox").fill("water")
    plain.get_by_role("button", name="Zoek", exact=True).click()
    assert state(plain) == [("q", "water")]
    everything = titles(plain)
    assert everything
    first = filters(plain).get_by_role("checkbox").first
    first.check()
    plain.get_by_label("Volgorde").select_option("datum")
    filters(plain).get_by_role("button", name="Pas filters toe").click()
    assert [name for name, _ in state(plain)] == ["q", "soort", "sorteer"]
    expect(filters(plain).get_by_role("checkbox", checked=True)).to_have_count(1)
    plain.locator(".bz-chip").click()
    assert state(plain) == [("q", "water"), ("sorteer", "datum")]
    plain.goto("/?q=water")
    plain.get_by_role("link", name="Meer resultaten").click()
    assert state(plain) == [("q", "water"), ("vanaf", "10")]
    expect(plain.locator("#aantal")).to_contain_text("vanaf nummer 11")
    plain.get_by_role("link", name="Vorige resultaten").click()
    assert titles(plain) == everything
    plain.get_by_label("Per document").check()
    plain.get_by_role("button", name="Pas toe").click()
    assert state(plain) == [("q", "water"), ("groepeer", "document")]
    expect(plain.locator("#aantal")).to_contain_text("document")
    plain.locator("summary").first.click()
    expect(plain.locator("details[open]").first).to_be_visible()


def test_hostile_text_is_shown_as_text(browser: Browser, tmp_path: Path) -> None:
    """Scripts and pictures in a document's title and text, and in the question, are letters on the page."""
    folder = tmp_path / "documenten"
    folder.mkdir()
    (folder / "<img src=x onerror='document.title=1'>.txt").write_text(
        f"{HOSTILE}\n\nHet water stijgt. {HOSTILE}\n", encoding="utf-8"
    )
    assert run(tmp_path / "library", "ingest", folder).returncode == 0
    site = serve(tmp_path / "library")
    try:
        page = browser.new_context(base_url=site.address).new_page()
        watch = Watch(page, site.address)
        page.goto("/")
        ask(page, f"water {HOSTILE}")
        expect(page.locator(".bz-result h3")).to_have_text("<img src=x onerror='document.title=1'>")
        expect(page.locator("blockquote").first).to_contain_text("<script>document.title")
        page.get_by_role("combobox", name="Zoek").fill("water")
        page.wait_for_timeout(800)
        assert page.locator("main img, main script").count() == 0
        assert "gekraakt" not in page.title().split(" – ")[-1]
        assert not page.title().startswith("gekraakt")
        assert not watch.wrong
    finally:
        site.stop()
