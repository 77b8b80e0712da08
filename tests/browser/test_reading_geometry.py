"""Marks on pages that are turned, cropped or measured otherwise, and documents that mean harm."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader, PdfWriter
from pypdf.generic import FloatObject, NameObject, RectangleObject
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from tests.browser.conftest import Site, serve
from tests.browser.reading import marks, sheet, spans
from tests.support import run

FONT, SIZE = "Times-Roman", 12.0
LINE = "Het stroomnet bij de molen van Weert wordt in het voorjaar verzwaard."
WORD = "molen"
LEFT, BASE = 90.0, 500.0
WIDTH, HEIGHT = 595.0, 842.0
CROP = (40.0, 60.0, 560.0, 800.0)
HOSTILE = """# Kwaad <script>document.title = 'gekaapt'</script>

De sluis &lt;img src=x onerror="document.title='gekaapt'"&gt; bij Lith gaat &lt;b&gt;dicht&lt;/b&gt;.
"""


TURNS = {
    0: (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
    90: (0.0, 1.0, -1.0, 0.0, HEIGHT, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, WIDTH, HEIGHT),
    270: (0.0, -1.0, 1.0, 0.0, 0.0, WIDTH),
}
"""From where a reader sees something to where it is drawn on a page that viewers turn."""


def drawn(path: Path, *, turn: int = 0, crop: bool = False, unit: float = 1.0) -> None:
    """Draw one line that a reader sees at a known place, on a page that is turned, cropped or measured so."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT) if turn % 180 == 0 else (HEIGHT, WIDTH))
    canvas.transform(*TURNS[turn])
    canvas.setFont(FONT, SIZE)
    canvas.drawString(LEFT, BASE, LINE)
    for row in range(1, 6):
        canvas.drawString(
            LEFT, BASE - 20 * row, f"Regel {row} van bestand {path.stem} gaat over iets anders."
        )
    canvas.save()
    writer = PdfWriter(PdfReader(path))
    page = writer.pages[0]
    if crop:
        page.cropbox = RectangleObject(cropped(turn))
    if unit != 1.0:
        page[NameObject("/UserUnit")] = FloatObject(unit)
    if turn:
        page.rotate(turn)
    writer.write(path)


def cropped(turn: int) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = TURNS[turn]
    xs, ys = zip(*((a * x + c * y + e, b * x + d * y + f) for x, y in (CROP[:2], CROP[2:])), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def expected(*, crop: bool) -> tuple[float, float, float, float]:
    """Work out where the word stands for a reader: left, bottom, right, top as parts of the page."""
    x0, y0, x1, y1 = CROP if crop else (0.0, 0.0, WIDTH, HEIGHT)
    left = LEFT + pdfmetrics.stringWidth(LINE[: LINE.index(WORD)], FONT, SIZE)
    right = left + pdfmetrics.stringWidth(WORD, FONT, SIZE)
    across = [(x - x0) / (x1 - x0) for x in (left, right)]
    up = [(y - y0) / (y1 - y0) for y in (BASE, BASE + 0.6 * SIZE)]
    return across[0], up[0], across[1], up[1]


class Shape(NamedTuple):
    """How a page is made: turned clockwise by degrees, cropped, in units of so many points."""

    turn: int
    crop: bool
    unit: float


CASES = {
    "recht": Shape(turn=0, crop=False, unit=1.0),
    "kwart": Shape(turn=90, crop=False, unit=1.0),
    "half": Shape(turn=180, crop=False, unit=1.0),
    "half-gesneden": Shape(turn=180, crop=True, unit=1.0),
    "kwart-gesneden": Shape(turn=90, crop=True, unit=1.0),
    "driekwart": Shape(turn=270, crop=True, unit=1.0),
    "gesneden": Shape(turn=0, crop=True, unit=1.0),
    "groot": Shape(turn=0, crop=False, unit=2.0),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A service over pages of all shapes, and a document that means harm."""
    folder = tmp_path_factory.mktemp("shapes")
    files = folder / "files"
    files.mkdir()
    for name, shape in CASES.items():
        drawn(files / f"{name}.pdf", turn=shape.turn, crop=shape.crop, unit=shape.unit)
    (files / "kwaad.md").write_text(HOSTILE, encoding="utf-8")
    (files / "kwaad.html").write_text(f"<h1>Kwaad</h1><p>De stuw bij Grave. {'&lt;script&gt;'}1</p>", "utf-8")
    assert run(folder / "library", "ingest", files).returncode == 0
    made = serve(folder / "library")
    yield made
    made.stop()


def opened(page: Page, source: str, query: str) -> None:
    documents = page.request.get("/api/v1/documents").json()
    document_id = next(each["id"] for each in documents if each["source"] == source)
    found = page.request.get("/api/v1/search", params={"q": query, "document": document_id}).json()["results"]
    page.goto(f"/documenten/{document_id}?passage={found[0]['passage_id']}&q={query}#passage")


@pytest.mark.parametrize("name", CASES)
def test_the_mark_lies_on_the_word_however_the_page_is_turned(page: Page, name: str) -> None:
    """On a page that is turned, cropped or in other units the word's rectangle is where it was drawn."""
    shape = CASES[name]
    opened(page, f"{name}.pdf", WORD)
    boxes = marks(page, 1, "w")
    assert len(boxes) == 1
    (box,) = boxes
    left, bottom, right, top = expected(crop=shape.crop)
    assert box[0] == pytest.approx(left, abs=0.002)
    assert box[2] == pytest.approx(right, abs=0.002)
    assert bottom - 0.01 < box[1] <= bottom
    assert top <= box[3] < top + 0.01
    near = [
        text
        for text, place in spans(page, 1)
        if place[0] < right and left < place[2] and place[1] < top < place[3]
    ]
    assert any(WORD in text for text in near)


def test_hostile_text_is_shown_as_text(page: Page) -> None:
    """What looks like HTML or a script in a document is read, not run."""
    opened(page, "kwaad.md", "sluis")
    expect(page.locator("#tekst")).to_contain_text("<img src=x onerror=")
    assert page.locator("#tekst img, #tekst script, #tekst b").count() == 0
    assert "gekaapt'" in page.title() or page.title() != "gekaapt"


def test_html_is_kept_and_not_rendered(page: Page) -> None:
    """The original of an HTML document comes as a file to save, whatever it holds."""
    documents = page.request.get("/api/v1/documents").json()
    document_id = next(each["id"] for each in documents if each["source"] == "kwaad.html")
    answer = page.request.get(f"/documenten/{document_id}/bestand")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_file_that_pdf_js_cannot_open_is_read_as_text(page: Page) -> None:
    """Where the file changed under way the text is shown, marked, and the page says so."""
    opened(page, "recht.pdf", WORD)
    sheet(page, 1)
    page.route("**/bestand", lambda route: route.fulfill(status=410, body="weg"))
    page.reload()
    expect(page.locator("[data-trouble]")).to_be_visible()
    expect(page.locator("#tekst mark.read-word").first).to_have_text(WORD)
    page.watch.tolerate("410")  # type: ignore[attr-defined]
