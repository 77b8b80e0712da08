"""Scans: pages that are JPEG 2000 pictures, unpacked by WebAssembly in the worker that draws them."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.browser.conftest import Site, serve
from tests.browser.reading import documents, sheet
from tests.support import run

WIDTH, HEIGHT = 595, 842
BLOCK = (800, 1300, 1700, 2300)
PIXELS = (2480, 3508)
DARK, LIGHT = (0.5, 0.5), (0.1, 0.1)
INK = """(canvas, [x, y]) =>
  canvas.getContext("2d").getImageData(x * canvas.width, y * canvas.height, 1, 1).data[0]"""
EMPTY_MODULE = """() => {
  try {
    new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    return "compiled";
  } catch (error) {
    return error.name;
  }
}"""


def scan(path: Path) -> None:
    """Make a PDF of one page: a JPEG 2000 picture of 300 dots an inch, and a line of text upon it."""
    picture = Image.effect_noise(PIXELS, 40)
    picture = picture.point([150 + value * 105 // 255 for value in range(256)])
    ImageDraw.Draw(picture).rectangle(BLOCK, fill=20)
    buffer, packed = io.BytesIO(), io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    canvas.drawImage(ImageReader(picture.resize((8, 8))), 0, 0, WIDTH, HEIGHT)
    canvas.drawString(70, 740, "Het college legt de kade bij Grave in het voorjaar opnieuw aan.")
    canvas.save()
    picture.save(packed, "JPEG2000", quality_mode="rates", quality_layers=[20])
    writer = PdfWriter(PdfReader(buffer))
    drawn = next(iter(writer.pages[0]["/Resources"]["/XObject"].values())).get_object()  # type: ignore[index]
    drawn.update({NameObject("/Filter"): NameObject("/JPXDecode")})
    for name in ("/DecodeParms", "/ColorSpace", "/BitsPerComponent"):
        drawn.pop(name, None)
    drawn._data = packed.getvalue()
    writer.write(path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("scans")
    scan(folder / "scan.pdf")
    made = run(folder / "library", "ingest", folder / "scan.pdf")
    assert made.returncode == 0, made.stderr
    serving = serve(folder / "library")
    yield serving
    serving.stop()


def test_a_jpeg_2000_scan_shows(page: Page) -> None:
    """The picture is unpacked by WebAssembly, and not by the fallback, which takes many times as long."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(f"/documenten/{next(documents(page))['id']}")
    canvas = sheet(page, 1).locator("canvas")
    assert canvas.evaluate(INK, DARK) < 60
    assert canvas.evaluate(INK, LIGHT) > 140
    assert "openjpeg.wasm" in asked
    assert not any("fallback" in name for name in asked)


def test_only_the_worker_may_compile(page: Page) -> None:
    """The page's own policy refuses WebAssembly; that of the worker's script alone allows it."""
    shown = page.goto(f"/documenten/{next(documents(page))['id']}")
    assert shown is not None
    assert "wasm-unsafe-eval" not in shown.headers["content-security-policy"]
    assert page.evaluate(EMPTY_MODULE) == "CompileError"
    page.watch.tolerate("WebAssembly")  # type: ignore[attr-defined]
    sheet(page, 1)
    worker = page.workers[0].url
    allowed = page.request.get(worker).headers["content-security-policy"]
    assert "script-src 'self' 'wasm-unsafe-eval'" in allowed
    assert "default-src 'none'" in allowed
