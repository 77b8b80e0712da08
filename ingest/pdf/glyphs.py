"""The characters of a PDF page with their places, read through PDFium."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_SAMPLES = 3
_BOLD = 600
_UPRIGHT = 0.02


class Glyph(NamedTuple):
    r"""One character.

    Attributes:
        char: The character; ``\n`` where PDFium ends a line, ``\x02`` for a hyphen at a line's end.
        x0: Left edge of its advance box, in points.
        y0: Bottom of its font's box.
        x1: Right edge.
        y1: Top; ``y1 - y0`` grows with the font size, also where the file scales its fonts.
        number: Its number in PDFium's text page.
        generated: Whether PDFium made it up from a gap (spaces and line ends only).
    """

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    number: int
    generated: bool


class Frame(NamedTuple):
    """The visible rectangle of a page in its own coordinates, and how far a viewer turns it clockwise.

    Attributes:
        left: Left edge of the crop box.
        bottom: Its lower edge.
        width: Width before turning.
        height: Height before turning.
        turns: Quarter turns.
    """

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def place(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return a rectangle as a reader sees it, from the lower left of the turned page."""
        x0, x1, y0, y1 = x0 - self.left, x1 - self.left, y0 - self.bottom, y1 - self.bottom
        if self.turns == 1:
            return y0, self.width - x1, y1, self.width - x0
        if self.turns == 2:  # noqa: PLR2004
            return self.width - x1, self.height - y1, self.width - x0, self.height - y0
        if self.turns == 3:  # noqa: PLR2004
            return self.height - y1, x0, self.height - y0, x1
        return x0, y0, x1, y1


def read_frame(page: Any) -> Frame:
    """Read the frame of a ``pypdfium2.PdfPage``."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right - left, top - bottom, page.get_rotation() // 90 % 4)


def read_glyphs(textpage: Any) -> Iterator[Glyph]:
    """Yield the glyphs of a ``pypdfium2.PdfTextPage`` in the file's order, placed as a reader sees them."""
    raw, frame = textpage.raw, read_frame(textpage.page)
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    unicode_of, box_of, made_up = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_IsGenerated,
    )
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = unicode_of(raw, index)
        if code in (0, 13) or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - NUL, CR, lone surrogates
            continue
        box_of(raw, index, pointer)
        box = frame.place(rect.left, rect.bottom, rect.right, rect.top)
        yield Glyph(chr(code), *box, index, made_up(raw, index) == 1)


class Face(NamedTuple):
    """How a line is set."""

    bold: bool
    italic: bool
    upright: bool


def read_face(textpage: Any, indices: list[int]) -> Face:
    """Tell how a line is set from a few of its glyphs; mixed lines count as plain."""
    raw, turned = textpage.raw, textpage.page.get_rotation() / 180 * math.pi
    step = max(1, len(indices) // _SAMPLES)
    samples = indices[::step][: _SAMPLES + 1]
    names = [_font_name(raw, index) for index in samples]
    return Face(
        bold=all(
            pdfium.FPDFText_GetFontWeight(raw, index) >= _BOLD or "bold" in name or "black" in name
            for index, name in zip(samples, names, strict=True)
        ),
        italic=all("italic" in name or "oblique" in name for name in names),
        upright=sum(_is_upright(raw, index, turned) for index in samples) * 2 >= len(samples),
    )


def _is_upright(raw: Any, index: int, turned: float) -> bool:
    angle: float = (pdfium.FPDFText_GetCharAngle(raw, index) + turned) % math.tau
    return min(angle, math.tau - angle) < _UPRIGHT


def _font_name(raw: Any, index: int) -> str:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, index, buffer, 128, ctypes.byref(flags))
    return buffer.value.decode("utf-8", errors="replace").lower()
