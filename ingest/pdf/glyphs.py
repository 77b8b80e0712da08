"""The characters of a PDF page with their places, read through PDFium.

A page has thousands of characters and each call into PDFium costs more than what it answers. So the text
comes in one call, places are asked only of characters that leave ink, and both are kept as columns.
"""

import ctypes
from collections import deque
from itertools import repeat
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

HYPHENS = "\u0002\ufffe"
"""What PDFium writes for a hyphen at a line's end."""
NO_SPACE, OWN_SPACE, MADE_UP = 0, 1, 2
"""What stands before a glyph: nothing, a space of the file's own, one that PDFium made up from a gap."""

Column = NDArray[np.float64]
_Edge = TypeVar("_Edge", float, Column)

_BEYOND = 0x3001
_IS_SPACE = np.array([chr(code).isspace() for code in range(_BEYOND + 1)])
_HIDDEN_HYPHEN = 0xFFFE
_FIELDS = 4


def direct(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a PDFium function that takes addresses as plain integers: three times as fast to call."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


PAGE_AND_INDEX = (ctypes.c_void_p, ctypes.c_int)
"""What most of these functions ask for."""
_box_of = direct(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, *PAGE_AND_INDEX, ctypes.c_void_p)
_code_of = direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, *PAGE_AND_INDEX)
_is_made_up = direct(pdfium.FPDFText_IsGenerated, ctypes.c_int, *PAGE_AND_INDEX)


class Glyphs(NamedTuple):
    """The characters of a page that leave ink, and the hyphens at line ends, in the file's order.

    Attributes:
        chars: The characters; one of ``HYPHENS`` for a hyphen at a line's end.
        x0: Left edges of their advance boxes, in points.
        y0: Bottoms of their fonts' boxes.
        x1: Right edges.
        y1: Tops; ``y1 - y0`` grows with the font size, also where the file scales its fonts.
        numbers: Their numbers in PDFium's text page.
        spaces: What stands before each: ``NO_SPACE``, ``OWN_SPACE`` or ``MADE_UP``.
        places: Their places among the characters with spaces counted and line ends not.
    """

    chars: list[str]
    x0: Column
    y0: Column
    x1: Column
    y1: Column
    numbers: list[int]
    spaces: NDArray[np.uint8]
    places: list[int]


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

    def place(self, x0: _Edge, y0: _Edge, x1: _Edge, y1: _Edge) -> tuple[_Edge, _Edge, _Edge, _Edge]:
        """Return rectangles as a reader sees them, from the lower left of the turned page."""
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


def read_glyphs(textpage: Any) -> Glyphs:
    """Read the glyphs of a ``pypdfium2.PdfTextPage``, placed as a reader sees them."""
    raw = address_of(textpage)
    codes = _codes(raw, pdfium.FPDFText_CountChars(textpage.raw))
    passed_over = (codes == 0) | (codes == ord("\r")) | (codes == ord("\n"))
    passed_over |= (codes >= 0xD800) & (codes <= 0xDFFF)  # noqa: PLR2004 - lone surrogates
    blank = _IS_SPACE[np.minimum(codes, _BEYOND)] & ~passed_over
    inked = np.flatnonzero(~(blank | passed_over))
    numbers = inked.tolist()
    boxes = _boxes(raw, numbers)
    return Glyphs(
        list(map(chr, codes[inked].tolist())),
        *read_frame(textpage.page).place(boxes[:, 0], boxes[:, 3], boxes[:, 2], boxes[:, 1]),
        numbers,
        _spaces(raw, blank, inked),
        np.cumsum(~passed_over)[inked].tolist(),
    )


def address_of(textpage: Any) -> int:
    """Return where PDFium keeps a ``pypdfium2.PdfTextPage``."""
    return ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0


def _codes(raw: int, count: int) -> NDArray[np.uint32]:
    """Read all characters at once, where the text has one for each; else one by one."""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(ctypes.cast(raw, pdfium.FPDF_TEXTPAGE), 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        return np.array(list(map(_code_of, repeat(raw), range(count))), np.uint32)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).copy()
    for index in np.flatnonzero(codes == _HIDDEN_HYPHEN).tolist():
        codes[index] = _code_of(raw, index)
    return codes


def _boxes(raw: int, numbers: list[int]) -> Column:
    """Return left, top, right and bottom of each glyph as a row."""
    rectangles = (ctypes.c_float * (_FIELDS * max(len(numbers), 1)))()
    start, step = ctypes.addressof(rectangles), ctypes.sizeof(pdfium.FS_RECTF)
    targets = range(start, start + step * len(numbers), step)
    deque(map(_box_of, repeat(raw), numbers, targets), maxlen=0)
    rows = np.frombuffer(bytes(rectangles), np.float32).reshape(-1, _FIELDS)
    return rows[: len(numbers)].astype(np.float64)


def _spaces(raw: int, blank: NDArray[np.bool_], inked: NDArray[np.intp]) -> NDArray[np.uint8]:
    own = np.zeros(len(blank), np.int64)
    at = np.flatnonzero(blank).tolist()
    own[at] = [made_up != 1 for made_up in map(_is_made_up, repeat(raw), at)]
    before = [np.diff(np.cumsum(kind)[inked], prepend=0) for kind in (blank, own)]
    return np.where(before[1] > 0, OWN_SPACE, np.where(before[0] > 0, MADE_UP, NO_SPACE)).astype(np.uint8)
