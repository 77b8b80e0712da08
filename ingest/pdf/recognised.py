"""Recognised lines as lines of a page, so that all that is known of PDF pages holds for them."""

from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.ocr import Recognised, TextLine, Word
from beleidszoeker.ingest.pdf.faces import Face
from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.notes import body_size

_PLAIN = Face(bold=False, italic=False, upright=True)
_TAB, _GUTTER = 3.2, 2.4
_LONG_RUN = 12
_SMALLEST, _LARGEST = 0.85, 1.25
_ALIKE = 1.4
_HIGH = 12.0
_SPECK, _CERTAIN = 2, 80.0


def to_lines(read: Recognised, page: int, scale: float) -> list[PdfLine]:
    """Return the lines of one page, cut where a column or cell begins.

    Args:
        read: What was read.
        page: Page number from 1.
        scale: Pixels to the point.
    """
    return [
        _line(part, line, read, page, scale)
        for line in read.lines
        for part in _runs(line)
        if not _is_speck(part)
    ]


def _is_speck(words: list[Word]) -> bool:
    """A letter or two that stand alone and are not certain: a logo, a signature, a scratch."""
    text = "".join(word.text for word in words)
    return sum(map(str.isalnum, text)) <= _SPECK and any(word.confidence < _CERTAIN for word in words)


def _runs(line: TextLine) -> list[list[Word]]:
    """A gap as wide as a gutter parts columns; what begins a line may stand further from the rest."""
    runs = [[line.words[0]]]
    for before, word in pairwise(line.words):
        length = sum(len(other.text) + 1 for other in runs[-1])
        gap = word.x0 - before.x1
        if gap > (_GUTTER if length >= _LONG_RUN else _TAB) * line.size:
            runs.append([])
        runs[-1].append(word)
    return runs


def _line(words: list[Word], line: TextLine, read: Recognised, page: int, scale: float) -> PdfLine:
    """The box has the height of the type, not of the letters that happen to be there: lines stay level."""
    top = min(line.base - line.size, *(word.y0 for word in words))
    bottom = max(line.base, *(word.y1 for word in words))
    box = Box(
        round(max(min(word.x0 for word in words), 0) / scale, 2),
        round((read.height - min(bottom, read.height)) / scale, 2),
        round(min(max(word.x1 for word in words), read.width) / scale, 2),
        round((read.height - max(top, 0)) / scale, 2),
    )
    size = line.size if all(word.confidence >= _CERTAIN for word in words) else 0.0
    return PdfLine(clean(" ".join(word.text for word in words)), box, page, round(size / scale, 2), _PLAIN)


def settle_sizes(recognised: list[list[PdfLine]], pages: list[list[PdfLine]]) -> None:
    """Give the recognised lines of the text one size.

    The height of type in a picture is an estimate: without this every second line would look like a heading
    or a footnote. Where the words themselves are in doubt, so is their height. In a file with pages of its
    own text, that text sets the measure.

    Args:
        recognised: Recognised lines of each page that was a picture, of size 0 where it is in doubt; their
            sizes change.
        pages: Lines of the other pages.
    """
    lines = [line for page in recognised for line in page]
    seen = _usual(lines) or _HIGH
    own = body_size(pages)
    body = own if own and 1 / _ALIKE < own / seen < _ALIKE else seen
    for line in lines:
        ratio = line.size / seen or 1.0
        line.size = body if _SMALLEST <= ratio <= _LARGEST else round(2 * ratio * body) / 2


def _usual(lines: Iterable[PdfLine]) -> float:
    """Size of the middle one of all characters."""
    return round(median([line.size for line in lines if line.size for _ in line.text] or [0.0]), 1)


def turned_back(box: Box, turns: int, width: float, height: float) -> Box:
    """Return a box of a page that was turned to be read as it lies on the page.

    Args:
        box: On the page after so many quarter turns clockwise.
        turns: Quarter turns.
        width: Of the page as a viewer shows it, in points.
        height: Likewise.
    """
    x0, y0, x1, y1 = box
    if turns == 1:
        return Box(width - y1, x0, width - y0, x1)
    if turns == 2:  # noqa: PLR2004
        return Box(width - x1, height - y1, width - x0, height - y0)
    if turns == 3:  # noqa: PLR2004
        return Box(y0, height - x1, y1, height - x0)
    return box
