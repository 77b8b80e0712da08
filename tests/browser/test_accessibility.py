"""Every page against axe-core's rules for WCAG 2.2 AA: wide and narrow, light and dark, and at 320 pixels."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import ADMIN_KEY, Site, Watch, serve
from tests.browser.reading import result
from tests.endpoints import Handler, completion, speaking
from tests.support import run

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASKED = "q=netcapaciteit+Chemelot"
LETTER = "Betreft: water uit de beek\n\nBedrijven mogen vanaf 2028 geen water uit de Geleenbeek halen."
PAGES = {
    "start": "/",
    "results": f"/?{ASKED}",
    "grouped": f"/?{ASKED}&groepeer=document",
    "limited": f"/?{ASKED}&soort=kamerbrief&van=gisteren",
    "nothing": "/?q=recept+voor+appeltaart+met+kaneel&soort=motie",
    "programmes": "/programmas",
    "programmes by name": "/programmas?naam=limburg&van=gisteren",
    "matrix": "/programmas/matrix?rij=niets",
    "passages of two names": "/programmas/passages?naam=chemelot&met=thema-energie-infrastructuur",
    "one programme": "/programmas/naam/novex",
    "documents": "/documenten",
    "no documents": "/documenten?titel=appeltaart",
    "timeline": "/tijdlijn?dossier=29826",
    "no timeline": "/tijdlijn",
    "changes": "/tijdlijn/wijzigingen?eerst={pdf}&later={other}",
    "commitments": "/toezeggingen",
    "no commitments": "/toezeggingen?q=appeltaart&van=gisteren",
    "motions": "/toezeggingen?wat=moties",
    "decisions": "/toezeggingen?wat=besluiten",
    "questions": "/kamervragen",
    "asked before": "/kamervragen?vraag=Hoeveel+netcapaciteit+is+er+op+Chemelot%3F&van=gisteren",
    "answers found": "/kamervragen?vraag=netcapaciteit&zoek=antwoord&partij=XYZ",
    "pdf": f"/documenten/{{pdf}}?passage={{passage}}&{ASKED}",
    "pdf as text": f"/documenten/{{pdf}}?passage={{passage}}&{ASKED}&weergave=tekst",
    "text": "/documenten/{other}",
    "references": "/documenten/{pdf}/verwijzingen",
    "cited by": "/documenten/{pdf}/aangehaald",
    "similar": "/documenten/{pdf}/lijkt-op?passage={passage}",
    "citation": "/passages/{passage}/citaat?snapshot=1",
    "changed": "/passages/{old}?snapshot=1",
    "answer": f"/antwoord?{ASKED}",
    "collections": "/mappen",
    "collection": "{collection}",
    "collection to read": "{collection}/lezen",
    "shared collection": "{shared}",
    "removing a collection": "{collection}/verwijderen",
    "searches": "/zoekopdrachten",
    "new search": "/zoekopdrachten/nieuw?q=netcapaciteit",
    "new search, empty": "/zoekopdrachten/nieuw?q=",
    "alerts": "{alerts}",
    "removing a search": "{alerts}/verwijderen",
    "export": f"/export?{ASKED}&passage={{passage}}",
    "management": "/beheer",
    "guide": "/handleiding",
    "reference": "/api",
    "missing": "/niets",
}
REPEATED = {"exclude": [[".api > section > section:nth-of-type(n + 3)"]]}
"""The reference says the same of a hundred things by one template: two of each kind tell enough."""
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
NARROWEST = 320
Scheme = Literal["light", "dark"]


def speak(handler: Handler) -> None:
    """Say the first passage's first sentence, with itself as the quote, and something that is not there."""
    first = handler.passages()[0].split(". ")[0]
    said = [(first, first), ("Er komt een fabriek.", "Er komt daar een fabriek.")]
    sentences = [{"text": text, "citations": [{"passage": 1, "quote": quote}]} for text, quote in said]
    handler.send(completion(json.dumps({"sentences": sentences})))


@pytest.fixture(scope="module")
def letter(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library of the examples and a letter that is still to change, and the letter."""
    folder = tmp_path_factory.mktemp("accessible")
    library = Path(shutil.copytree(examples, folder / "library"))
    made = folder / "brieven" / "brief.txt"
    made.parent.mkdir()
    made.write_text(LETTER, encoding="utf-8")
    assert run(library, "ingest", made.parent).returncode == 0
    return library, made


@pytest.fixture(scope="module")
def site(letter: tuple[Path, Path]) -> Iterator[Site]:
    """The service over that library, with a model that answers."""
    with speaking(speak) as speaker:
        endpoint = speaker.endpoint
        made = serve(
            letter[0], BELEIDSZOEKER_ANSWERS_URL=endpoint.url, BELEIDSZOEKER_ANSWERS_MODEL=endpoint.model
        )
        yield made
        made.stop()


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Site) -> Iterator[Page]:
    """One page for all tests here: one that opens anew costs more than what is looked at."""
    context = browser.new_context(base_url=site.address, locale="nl-NL")
    page = context.new_page()
    watch = Watch(page, site.address)
    yield page
    context.close()
    for wanted in ("404", "410"):
        watch.tolerate(wanted)
    assert not watch.wrong


@pytest.fixture(scope="module")
def places(visit: Page, site: Site, letter: tuple[Path, Path]) -> dict[str, str]:
    """Ids and addresses for ``PAGES``: passages, documents, a filled collection, a search with an alert."""
    old = result(visit, "Geleenbeek", "brief.txt")["passage_id"]
    return {**_found(visit), **_kept(visit), "alerts": _told(visit, site, letter[1]), "old": old}


def _found(page: Page) -> dict[str, str]:
    best = page.request.get(f"/api/v1/search?{ASKED}&k=1").json()["results"][0]
    every = page.request.get("/api/v1/documents?k=100").json()
    other = next(one["id"] for one in every if one["pages"] is None and one["kind"] != "brief")
    return {"passage": best["passage_id"], "pdf": best["citation"]["document_id"], "other": other}


def _kept(page: Page) -> dict[str, str]:
    page.goto(f"/?{ASKED}")
    for number in range(2):
        kept = page.locator(".bz-keep").nth(number)
        kept.get_by_role("button").click()
        expect(kept.get_by_role("status")).to_contain_text("Bewaard in Mijn map")
    page.locator(".bz-keep").first.get_by_role("link", name="Mijn map").click()
    page.get_by_label("Notitie bij").first.fill("Navragen.")
    page.get_by_role("button", name="Bewaar notitie").first.click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    return {"collection": page.url, "shared": page.get_by_label("Leeslink").input_value()}


def _told(page: Page, site: Site, letter: Path) -> str:
    page.goto("/zoekopdrachten/nieuw?q=Geleenbeek")
    page.get_by_role("button", name="Bewaar zoekopdracht").click()
    letter.write_text(LETTER.replace("2028", "2031"), encoding="utf-8")
    assert run(site.library, "ingest", letter.parent).returncode == 0
    assert run(site.library, "alerts", "run").returncode == 0
    page.goto("/zoekopdrachten")
    page.get_by_role("link", name="Geleenbeek", exact=True).click()
    expect(page.get_by_role("article")).to_have_count(1)
    return page.url


def _violations(page: Page, options: Mapping[str, Any]) -> list[str]:
    """What axe-core finds, with where; its help says what to do."""
    found: list[dict[str, Any]] = (
        Axe().run(page, context=REPEATED, options=dict(options)).response["violations"]
    )
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]


def _wrong(page: Page) -> Iterator[str]:
    """What is wrong with the page that is open, at each size; in the dark only colours differ."""
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_load_state("networkidle")
        for scheme, options in (("light", TAGS), ("dark", ["color-contrast"])):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for told in _violations(page, {"runOnly": options}):
                yield f"{size}, {scheme}: {told}"
        page.emulate_media(color_scheme="light")
        yield from _wider(page)
    page.set_viewport_size({"width": NARROWEST, "height": 600})
    yield from _wider(page)


def _wider(page: Page) -> Iterator[str]:
    """At 320 pixels, which is 1280 at four times the size, nobody scrolls sideways (WCAG 1.4.10)."""
    sides = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    content, window = page.evaluate(sides)
    if content > window:
        yield f"{content} pixels wide in a window of {window}"


def _unfold(page: Page) -> None:
    """Open some of what is folded: that is to be read, too."""
    for closed in page.locator("main details:not([open]) > summary").all()[:3]:
        if closed.is_visible():
            closed.click()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_a_rule(visit: Page, places: dict[str, str], name: str) -> None:
    """axe-core finds no violation, and nothing sticks out sideways."""
    visit.set_viewport_size({"width": 1440, "height": 900})
    answer = visit.goto(PAGES[name].format(**places), wait_until="networkidle")
    assert answer is not None
    assert answer.status == {"missing": 404, "changed": 410}.get(name, 200)
    _unfold(visit)
    assert list(_wrong(visit)) == []


def test_management_breaks_no_rule(visit: Page) -> None:
    """Behind the key, too."""
    visit.goto("/beheer")
    visit.get_by_label("Beheersleutel").fill(ADMIN_KEY)
    visit.get_by_label("Beheersleutel").press("Enter")
    expect(visit.get_by_role("table")).to_be_visible()
    _unfold(visit)
    assert list(_wrong(visit)) == []
