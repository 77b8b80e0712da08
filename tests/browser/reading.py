"""What tests of the reading page share: what is marked on a sheet, and what PDFium says stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from playwright.sync_api import Locator, Page

Box = tuple[float, float, float, float]
_SMALL = 0.8
_BOXES = """(sheet, kind) => {
  const page = sheet.getBoundingClientRect();
  return [...sheet.querySelectorAll(`.read-mark-${kind}`)].map((mark) => {
    const box = mark.getBoundingClientRect();
    return [(box.left - page.left) / page.width, 1 - (box.bottom - page.top) / page.height,
            (box.right - page.left) / page.width, 1 - (box.top - page.top) / page.height];
  });
}"""
_SPANS = """(sheet) => [...sheet.querySelectorAll(".read-letters span")].map((span) => {
  const page = sheet.getBoundingClientRect(), box = span.getBoundingClientRect();
  return [span.textContent, (box.left - page.left) / page.width, 1 - (box.bottom - page.top) / page.height,
          (box.right - page.left) / page.width, 1 - (box.top - page.top) / page.height];
})"""

_PLACES = """(sheet, word) => {
  const page = sheet.getBoundingClientRect(), found = [];
  const walker = document.createTreeWalker(sheet.querySelector(".read-letters"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + word.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const box = range.getBoundingClientRect();
      found.push([(box.left - page.left) / page.width, 1 - (box.bottom - page.top) / page.height,
                  (box.right - page.left) / page.width, 1 - (box.top - page.top) / page.height]);
    }
  }
  return found;
}"""


@dataclass(frozen=True)
class Letter:
    """A letter with its place, as parts of the page's width and height from its lower left."""

    char: str
    x: float
    y: float


def sheet(page: Page, number: int) -> Locator:
    """Return a sheet once it is drawn with its text."""
    found = page.locator(f'.read-sheet[data-page="{number}"]')
    page.locator(f'.read-sheet[data-page="{number}"][data-ready]').wait_for()
    return found


def marks(page: Page, number: int, kind: str) -> list[Box]:
    """Return the marks of a kind on a sheet, as parts of its size: left, bottom, right, top."""
    return [tuple(box) for box in sheet(page, number).evaluate(_BOXES, kind)]


def spans(page: Page, number: int) -> list[tuple[str, Box]]:
    """Return the text layer of pdf.js, with its places likewise."""
    return [(text, tuple(box)) for text, *box in sheet(page, number).evaluate(_SPANS)]


def places(page: Page, number: int, word: str) -> list[Box]:
    """Return where the text layer of pdf.js has a word that is not cut at a line's end."""
    return [tuple(box) for box in sheet(page, number).evaluate(_PLACES, word)]


def letters(path: Path, number: int) -> list[Letter]:
    """Return the letters of a page as PDFium sees them, of a page that is neither turned nor cropped.

    A figure much smaller than the letter before it is a footnote's number, and no part of the text.
    """
    document = pypdfium2.PdfDocument(path)
    textpage = document[number - 1].get_textpage()
    width, height = document[number - 1].get_size()
    found = []
    usual = 0.0
    for index in range(textpage.count_chars()):
        size = pdfium.FPDFText_GetFontSize(textpage, index)
        left, bottom, right, top = textpage.get_charbox(index)
        char = textpage.get_text_range(index, 1)
        usual = size if char.isalpha() else usual
        if char.isalnum() and not (char.isdigit() and size < _SMALL * usual):
            found.append(Letter(char, (left + right) / 2 / width, (bottom + top) / 2 / height))
    return found


def under(boxes: Sequence[Box], found: Sequence[Letter]) -> str:
    """Return the letters whose middle lies under one of these marks, in the order of the file."""
    return "".join(letter.char for letter in found if any(_holds(box, letter) for box in boxes))


def bare(text: str) -> str:
    """Return the letters and figures of a text."""
    return "".join(char for char in text if char.isalnum())


def result(page: Page, query: str, source: str) -> dict[str, Any]:
    """Return the best passage that the service finds in one file."""
    found = page.request.get("/api/v1/search", params={"q": query, "k": 50}).json()["results"]
    return next(each for each in found if each["citation"]["source"] == source)


def documents(page: Page) -> Iterator[dict[str, Any]]:
    """Yield what the service tells of each document."""
    yield from page.request.get("/api/v1/documents", params={"k": 100}).json()


def _holds(box: Box, letter: Letter) -> bool:
    return box[0] <= letter.x <= box[2] and box[1] <= letter.y <= box[3]
