"""What the guide tells of references, Kamervragen, commitments, programmes and the timeline, step by step."""

from playwright.sync_api import Page, expect
from tests.browser.guide import Camera

LETTER = "Ruimte voor industrieclusters (voorbeeld)"
DRAFT = "Waarom worden de knelpunten die de Delta Rhine Corridor vier jaar later maken nu pas duidelijk?"
MATRIX = "/programmas/matrix?rijen=programme&kolommen=theme&aantal=10"


def referring(page: Page, camera: Camera) -> None:
    """What a letter refers to, beside it and as a list with the sentences."""
    page.goto("/?q=nota+clusterplan+Chemelot")
    page.locator(".bz-result h3").get_by_role("link", name="Nota clusterplan").first.click()
    page.wait_for_url("**/documenten/**")
    expect(page.get_by_role("heading", name="Aangehaald door")).to_be_attached()
    camera.read(page)
    page.goto("/?q=ruimte+voor+industrieclusters+kamerbrief")
    page.locator(".bz-result h3").get_by_role("link", name=LETTER, exact=True).first.click()
    page.wait_for_url("**/documenten/**")
    expect(page.get_by_role("heading", name="Verder kijken")).to_be_attached()
    camera.read(page)
    page.get_by_role("link", name="verwijzingen met hun zin").click()
    camera.take(
        page,
        "verwijzingen",
        page.get_by_role("heading", name="Waar dit document naar verwijst"),
        page.get_by_role("link", name="Kamerstuk").first,
        page.locator("blockquote").first,
    )


def asking(page: Page, camera: Camera) -> None:
    """A draft question, and the one that was asked before, with its answer."""
    page.goto("/kamervragen")
    page.get_by_label("Is dit eerder gevraagd?").fill(DRAFT)
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_role("heading", name="Dit is eerder gevraagd")).to_be_visible()
    camera.take(
        page,
        "eerder-gevraagd",
        page.get_by_label("Is dit eerder gevraagd?"),
        page.locator(".kv-card").first.get_by_role("heading", name="Antwoord").first,
    )
    page.goto("/kamervragen?vraag=recept+voor+appeltaart+met+kaneel")
    expect(page.get_by_role("heading", name="Niet eerder gevraagd")).to_be_visible()
    camera.read(page)


def promising(page: Page, camera: Camera) -> None:
    """All commitments, those whose term passes first, and the other lists."""
    page.goto("/toezeggingen")
    page.get_by_text("Meer filters").click()
    camera.read(page)
    page.goto("/toezeggingen?volgorde=termijn")
    page.locator("#lijst").scroll_into_view_if_needed()
    camera.take(
        page,
        "toezeggingen",
        page.get_by_role("link", name="Zet in uw agenda (iCalendar)"),
        page.locator(".prom-one blockquote mark").first,
        page.locator(".prom-badge").first,
    )
    page.get_by_role("link", name="Moties").click()
    expect(page.get_by_role("heading", name="1 motie")).to_be_visible()
    page.get_by_role("link", name="Besluiten").click()
    expect(page.get_by_text("gevraagd, nog niet genomen").first).to_be_visible()
    camera.read(page)


def naming(page: Page, camera: Camera) -> None:
    """All programmes, the matrix, a cell's passages, and what one of them is."""
    page.goto("/programmas")
    camera.read(page)
    page.goto(MATRIX)
    cell = page.get_by_role("link", name="NOVEX en energie-infrastructuur")
    cell.scroll_into_view_if_needed()
    camera.take(page, "matrix", page.get_by_role("table"), cell)
    cell.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("NOVEX en energie-infrastructuur")
    camera.read(page)
    page.goto("/programmas/naam/novex")
    expect(page.get_by_role("heading", name="Wat is NOVEX?")).to_be_visible()
    camera.read(page)


def ordering(page: Page, camera: Camera) -> None:
    """A dossier from its first letter to its last term."""
    page.goto("/?q=industrieclusters&dossier=29826")
    page.get_by_role("link", name="tijdlijn van dossier 29826").click()
    event = page.locator(".line-event").nth(1)
    page.get_by_role("heading", name="gebeurtenissen in").scroll_into_view_if_needed()
    camera.take(page, "tijdlijn", page.get_by_role("heading", level=1), event)
