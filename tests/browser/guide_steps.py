"""What the guide tells, step by step; each step takes the pictures that stand in its chapter."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect
from tests.browser.conftest import ADMIN_KEY, Site
from tests.browser.guide import Camera
from tests.browser.reading import sheet
from tests.support import run

ASKED = "netcapaciteit Chemelot"
LETTER = """Voorbeeldbrief over netcapaciteit bij Chemelot

Datum: 3 maart 2026

Deze brief is verzonnen voor de handleiding. De netcapaciteit bij Chemelot is in 2031 verdubbeld. Tot die tijd
delen de bedrijven daar hun aansluitingen."""
CHANGED = LETTER.replace("in 2031 verdubbeld", "niet voor 2034 verdubbeld")
_LONG = 120_000  # milliseconds: a process is started for it, on a busy machine


def searching(page: Page, camera: Camera) -> None:
    """From the start to results, filters, and why a result is there."""
    page.goto("/")
    camera.read(page)
    page.get_by_role("searchbox").or_(page.get_by_role("combobox", name="Zoek")).first.fill(ASKED)
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.wait_for_url("**/?q=*")
    result = page.locator(".bz-result").first
    camera.take(
        page,
        "zoeken",
        result.locator("blockquote mark").first,
        page.get_by_role("heading", name="Filters"),
        page.get_by_label("Volgorde"),
        page.get_by_role("checkbox", name=re.compile("^Kamerbrief")),
    )
    result.get_by_text("Waarom dit resultaat").click()
    camera.take(page, "waarom", result.get_by_text("Zijn plaats dankt dit resultaat aan"), of=result)
    page.goto("/?q=netcapaciteit&soort=kamerbrief&van=2020")
    expect(page.get_by_role("link", name="Haal alle filters weg")).to_be_visible()
    camera.read(page)
    page.goto("/?q=water")
    camera.read(page)


def finding_nothing(page: Page, camera: Camera) -> None:
    """A question that asks too much."""
    page.goto('/?q=netcapaciteit+"zonneweide+Chemelot"&van=2024')
    camera.take(
        page,
        "niets-gevonden",
        page.get_by_role("heading", name="Niets gevonden"),
        page.get_by_role("heading", name="Wat is geprobeerd"),
        page.get_by_role("heading", name="Ruimer vragen"),
        page.get_by_role("heading", name="Wat in de buurt komt"),
    )


def reading(page: Page, camera: Camera) -> None:
    """The best result, opened at its quote."""
    page.goto(f"/?q={ASKED}")
    page.locator(".bz-result h3 a").first.click()
    page.wait_for_url("**/documenten/**")
    mark = page.locator(".read-mark-q").first
    mark.wait_for()
    number = mark.locator("xpath=ancestor::*[@data-page]").get_attribute("data-page")
    sheet(page, int(number or "0"))
    mark.scroll_into_view_if_needed()
    camera.take(page, "lezen", mark, page.get_by_role("heading", name="Inhoud", exact=True))
    expect(page.get_by_role("heading", name="Aangehaald")).to_be_visible()
    expect(page.get_by_role("link", name="Volgende treffer")).to_be_visible()


def exporting(page: Page, camera: Camera) -> None:
    """Two results chosen, on their way to Word."""
    page.goto(f"/?q={ASKED}")
    for box in page.get_by_role("checkbox", name="Kies").all()[:2]:
        box.check()
    page.get_by_role("button", name="Kopieer citaat").first.wait_for()
    page.goto(_export(page))
    camera.take(
        page,
        "exporteren",
        page.get_by_label("Titel van de bijlage"),
        page.get_by_role("radio", name="Word (DOCX)"),
        page.get_by_role("button", name="Download 2 citaten"),
        page.locator("blockquote").first,
    )


def _export(page: Page) -> str:
    chosen = [box.input_value() for box in page.get_by_role("checkbox", name="Kies", checked=True).all()]
    return "/export?" + "&".join(f"passage={each}" for each in chosen) + f"&q={ASKED}"


def collecting(page: Page, camera: Camera) -> None:
    """Two passages in a folder, with a note; one taken out and put back."""
    page.goto(f"/?q={ASKED}")
    for number in range(2):
        form = page.locator(".bz-keep").nth(number)
        form.get_by_role("button").click()
        expect(form.get_by_role("status")).to_contain_text("Bewaard in Mijn map")
    page.locator(".bz-keep").first.get_by_role("link", name="Mijn map").click()
    first = page.locator(".map-item").first
    first.get_by_role("textbox").fill("Navragen bij de netbeheerder.")
    first.get_by_role("button", name="Bewaar notitie").click()
    expect(first.get_by_role("status")).to_have_text("Bewaard.")
    camera.take(
        page,
        "map",
        first.get_by_role("button", name="Omlaag"),
        first.get_by_label("Notitie"),
        page.get_by_role("heading", name="Meenemen"),
        page.get_by_label("Leeslink"),
    )
    first.get_by_role("button", name="Haal uit map").click()
    expect(page.get_by_role("button", name="Zet terug")).to_be_visible()
    camera.read(page)


def following(page: Page, camera: Camera, site: Site, letters: Path) -> str:
    """A saved search, a new letter, its alert; returns the permalink of what the letter says."""
    page.goto(f"/zoekopdrachten/nieuw?q={ASKED}")
    camera.read(page)
    page.get_by_label("Naam").fill("Het net rond Chemelot")
    page.get_by_role("button", name="Bewaar zoekopdracht").click()
    letters.mkdir()
    (letters / "brief.txt").write_text(LETTER, encoding="utf-8")
    assert run(site.library, "ingest", letters).returncode == 0
    assert run(site.library, "alerts", "run").returncode == 0
    page.reload()
    camera.take(
        page,
        "zoekopdracht",
        page.get_by_role("heading", name="Meldingen"),
        page.locator("article").get_by_text("nieuw", exact=True),
        page.locator("article blockquote").last,
        page.get_by_label("Feed (Atom)"),
        dated=True,
    )
    page.goto(f"/?q={ASKED} 2031 verdubbeld&van=2026-03&tot=2026-03")
    return page.get_by_role("link", name="Vaste link").first.get_attribute("href") or ""


def linking(page: Page, camera: Camera, site: Site, letters: Path, link: str) -> None:
    """The permalink, after the letter was replaced by one that says something else."""
    (letters / "brief.txt").write_text(CHANGED, encoding="utf-8")
    assert run(site.library, "ingest", letters).returncode == 0
    asked = urlsplit(link)
    page.goto(f"{asked.path}?{asked.query}")
    camera.take(
        page,
        "vaste-link",
        page.get_by_role("heading", name="Het document is gewijzigd, het citaat staat er zo niet meer in"),
        page.get_by_text("niet dezelfde tekst"),
        page.get_by_role("link", name="Open de versie die er nu is"),
    )


def managing(page: Page, camera: Camera, folder: Path) -> None:
    """A good file and a broken one are sent, and each gets its outcome."""
    good, broken = folder / "brief-veerpont.txt", folder / "kapot.pdf"
    good.write_text("Nota veerpont\n\nDatum 3 maart 2026\n\nDe veerpont vaart weer.", encoding="utf-8")
    broken.write_bytes(b"%PDF-1.7 kapot")
    page.goto("/beheer")
    page.get_by_label("Beheersleutel").fill(ADMIN_KEY)
    page.get_by_role("button", name="Naar beheer").click()
    page.get_by_label("Kies bestanden").set_input_files([good, broken])
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_text("Klaar: 1 document opgenomen, 1 mislukt.").first.wait_for(timeout=_LONG)
    page.set_viewport_size({"width": 1120, "height": 900})
    page.goto("/documenten")
    page.goto("/beheer")
    camera.take(
        page,
        "beheer",
        page.get_by_label("Kies bestanden"),
        page.get_by_text("Mislukt", exact=True).first,
        page.get_by_role("heading", name="Volledigheid"),
        dated=True,
    )
