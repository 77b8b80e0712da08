"""Glyphs to lines: what stands on one height side by side, with the spaces that the eye sees."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.pdf.faces import Face, FaceReader
from beleidszoeker.ingest.pdf.glyphs import HYPHENS, MADE_UP, NO_SPACE, Glyphs, read_glyphs
from beleidszoeker.ingest.pdf.runs import RAISED_SIZE, cut_runs
from beleidszoeker.ingest.pdf.walls import Wall

_LETTER_GAP = 0.1
_USUAL_GAP = 0.3
_AS_WIDE = 0.95
_HALF = 0.52


@dataclass(slots=True)
class PdfLine:
    """One line of a page.

    Attributes:
        text: Its characters, cleaned, footnote markers still in it.
        box: Its rectangle in points.
        page: Page number from 1.
        size: Height of its font's box in points, about 1.2 times the font size.
        face: How it is set.
        raised: Superscript numbers as (offset in ``text``, digits).
        underlined: Whether a rule under all of it sets it off as a heading.
    """

    text: str
    box: Box
    page: int
    size: float
    face: Face
    raised: list[tuple[int, str]] = field(default_factory=list)
    underlined: bool = False


def read_lines(textpage: Any, page: int, walls: Sequence[Wall] = ()) -> list[PdfLine]:
    """Read the upright lines of a ``pypdfium2.PdfTextPage``, in the file's order; walls cut them."""
    faces, glyphs = FaceReader(textpage), read_glyphs(textpage)
    writer = _Writer(glyphs, list(_measure(glyphs, walls)))
    found = []
    for run in writer.runs:
        text, raised = writer.write(run)
        if text.strip():
            face = faces.read(glyphs.numbers[run.start : run.inked])
            found.append(PdfLine(text, run.box, page, round(run.size, 2), face, raised))
    upright = [line for line in found if line.face.upright]
    return upright if _length(upright) * 2 >= _length(found) else found


def _length(lines: list[PdfLine]) -> int:
    """Characters, not lines: the letters of a word set on a curve are a line each."""
    return sum(len(line.text) for line in lines)


class _Run(NamedTuple):
    """A run of glyphs ``[start, end)``; without a hyphen at its end it ends at ``inked``."""

    start: int
    inked: int
    end: int
    size: float
    bottom: float
    box: Box


def _measure(glyphs: Glyphs, walls: Sequence[Wall]) -> Iterator[_Run]:
    edges = [column.tolist() for column in (glyphs.x0, glyphs.y0, glyphs.x1, glyphs.y1)]
    heights = (glyphs.y1 - glyphs.y0).tolist()
    for start, end in cut_runs(glyphs, walls):
        inked = end - 1 if glyphs.chars[end - 1] in HYPHENS else end
        if start < inked:
            x0, y0, x1, y1 = (edge[start:inked] for edge in edges)
            box = Box(*(round(edge, 2) for edge in (min(x0), min(y0), max(x1), max(y1))))
            yield _Run(start, inked, end, median(heights[start:inked]), median(y0), box)


class _Cleaned(dict[str, str]):
    """Characters as they are written; a hyphen at a line's end stays what it is."""

    def __missing__(self, char: str) -> str:
        self[char] = char if char in HYPHENS else clean(char)
        return self[char]


class _Writer:
    """Writes the lines of one page."""

    def __init__(self, glyphs: Glyphs, runs: list[_Run]) -> None:
        self.runs = runs
        self._chars, self._spaces = glyphs.chars, glyphs.spaces.tolist()
        self._pieces = list(map(_Cleaned().__getitem__, glyphs.chars))
        gaps = np.zeros(len(glyphs.chars))
        gaps[1:] = glyphs.x0[1:] - glyphs.x1[:-1]
        size, bottom = np.zeros(len(gaps)), np.zeros(len(gaps))
        for run in runs:
            size[run.start : run.end], bottom[run.start : run.end] = run.size, run.bottom
        self._gaps = gaps.tolist()
        self._loose = np.flatnonzero((glyphs.spaces != NO_SPACE) | (gaps > _LETTER_GAP * size)).tolist()
        small = glyphs.y1 - glyphs.y0 < RAISED_SIZE * size
        self._raised = np.flatnonzero(small & (glyphs.y0 > bottom + 0.1 * size)).tolist()

    def write(self, run: _Run) -> tuple[str, list[tuple[int, str]]]:
        """Return a line's text and its raised numbers."""
        loose = _between(self._loose, run.start + 1, run.end)
        gaps = [self._gaps[at] for at in loose if self._spaces[at] != NO_SPACE]
        usual = median([gap for gap in gaps if gap > 0] or [_USUAL_GAP * run.size])
        heads = [run.start, *(at for at in loose if self._is_apart(at, usual)), run.end]
        words = ["".join(self._pieces[start:end]) for start, end in pairwise(heads)]
        return " ".join(words), self._raised_in(run, heads)

    def _is_apart(self, at: int, usual: float) -> bool:
        """Tell whether a glyph and the one before it belong to two words.

        A space of the file's own parts them. One that PDFium made up from a gap between letters counts only
        where the gap is at least half as wide as the line's usual one: fonts with wide kerning give *Inf
        rastructuur*. And where a designer moved the pen instead of writing a space, a gap as wide as the
        usual one is a space too.
        """
        gap, space = self._gaps[at], self._spaces[at]
        if space == NO_SPACE:
            return gap > _AS_WIDE * usual
        between_letters = self._chars[at - 1].isalpha() and self._chars[at].isalpha()
        return not (space == MADE_UP and between_letters) or gap > _HALF * usual or gap < 0

    def _raised_in(self, run: _Run, heads: list[int]) -> list[tuple[int, str]]:
        raised: list[tuple[int, str]] = []
        for at in _between(self._raised, run.start, run.inked):
            if self._chars[at].isdigit():
                offset = sum(map(len, self._pieces[run.start : at])) + bisect_right(heads, at) - 1
                joined = at > run.start and self._chars[at - 1].isdigit()
                _note_raised(raised, offset, self._chars[at], joined=joined)
        return raised


def _between(numbers: list[int], start: int, end: int) -> list[int]:
    return numbers[bisect_left(numbers, start) : bisect_left(numbers, end)]


def _note_raised(raised: list[tuple[int, str]], offset: int, digit: str, *, joined: bool) -> None:
    if raised and joined and raised[-1][0] + len(raised[-1][1]) == offset:
        raised[-1] = (raised[-1][0], raised[-1][1] + digit)
    else:
        raised.append((offset, digit))
