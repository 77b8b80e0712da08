"""Scans as archives keep them: pages that are JPEG 2000 or JBIG2 pictures, unpacked by WebAssembly."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, Response
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.browser.conftest import Site, serve
from tests.browser.reading import documents, sheet
from tests.support import run

WIDTH, HEIGHT = 595, 842
BLOCK = (800, 1500, 1600, 2500)
SCALE = 300 / 72
INK = """(canvas, box) => {
  const [x, y] = [(box[0] + box[2]) / 2 * canvas.width, (box[1] + box[3]) / 2 * canvas.height];
  return [...canvas.getContext("2d").getImageData(x, y, 1, 1).data];
}"""
COMPILED = """(name) => new Promise((resolve) => {
  try {
    new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    resolve("made");
  } catch (error) {
    resolve(error.name);
  }
})"""


def scan(path: Path) -> None:
    """Make a PDF of one page: a JPEG 2000 picture of 300 dots an inch with a dark block, and a line of text."""
    picture = Image.effect_noise((round(WIDTH * SCALE), round(HEIGHT * SCALE)), 40)
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


if __name__ == "__main__":
    import sys
    scan(Path(sys.argv[1]))
