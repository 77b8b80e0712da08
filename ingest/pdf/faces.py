"""How a line is set: bold, italic, upright."""

import ctypes
import math
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from beleidszoeker.ingest.pdf.glyphs import PAGE_AND_INDEX, address_of, direct

_SAMPLES = 3
_BOLD = 600
_HEAVIEST = 1000
"""The scale of weights ends here (CSS Fonts 4, section 2.2); a file that goes beyond gives nonsense."""

_HEAVIER = 1.04
_PAGE_SAMPLES = 200
_UPRIGHT = 0.02

_run_of = direct(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, *PAGE_AND_INDEX)
_font_of = direct(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_angle_of = direct(pdfium.FPDFText_GetCharAngle, ctypes.c_float, *PAGE_AND_INDEX)
_weight_of = direct(pdfium.FPDFText_GetFontWeight, ctypes.c_int, *PAGE_AND_INDEX)


class Face(NamedTuple):
    """How a line is set."""

    bold: bool
    italic: bool
    upright: bool


class FaceReader:
    """Reads how the lines of one ``pypdfium2.PdfTextPage`` are set; each font is looked at once."""

    def __init__(self, textpage: Any) -> None:
        self._textpage, self._raw = textpage, address_of(textpage)
        self._turned = textpage.page.get_rotation() / 180 * math.pi
        self._runs: dict[int, Face] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._usual: float | None = None

    def read(self, numbers: list[int]) -> Face:
        """Tell how a line is set from a few of its glyphs' numbers; mixed lines count as plain."""
        step = max(1, len(numbers) // _SAMPLES)
        samples = [self._face(number) for number in numbers[::step][: _SAMPLES + 1]]
        first = samples[0]
        if all(face is first for face in samples):
            return first
        return Face(
            bold=all(face.bold for face in samples),
            italic=all(face.italic for face in samples),
            upright=sum(face.upright for face in samples) * 2 >= len(samples),
        )

    def _face(self, number: int) -> Face:
        run = _run_of(self._raw, number)
        if run is None:
            return Face(*self._look(number), self._is_upright(number))
        if run not in self._runs:
            self._runs[run] = Face(*self._font(number, _font_of(run)), self._is_upright(number))
        return self._runs[run]

    def _font(self, number: int, font: int | None) -> tuple[bool, bool]:
        if font is None:
            return self._look(number)
        if font not in self._fonts:
            self._fonts[font] = self._look(number)
        return self._fonts[font]

    def _look(self, number: int) -> tuple[bool, bool]:
        name = _font_name(self._textpage.raw, number)
        bold = "bold" in name or "black" in name or self._is_heavy(number)
        return bold, "italic" in name or "oblique" in name

    def _is_upright(self, number: int) -> bool:
        angle = (_angle_of(self._raw, number) + self._turned) % math.tau
        return bool(min(angle, math.tau - angle) < _UPRIGHT)

    def _is_heavy(self, number: int) -> bool:
        """Tell whether a glyph is heavier than text; where a file gives nonsense, heavier than its page."""
        weight = _weight_of(self._raw, number)
        if weight <= _HEAVIEST:
            return bool(weight >= _BOLD)
        if self._usual is None:
            count = pdfium.FPDFText_CountChars(self._textpage.raw)
            sample = range(0, count, max(1, count // _PAGE_SAMPLES))
            self._usual = median(_weight_of(self._raw, at) for at in sample)
        return bool(weight >= _HEAVIER * self._usual)


def _font_name(raw: Any, number: int) -> str:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, number, buffer, 128, ctypes.byref(flags))
    return buffer.value.decode("utf-8", errors="replace").lower()
