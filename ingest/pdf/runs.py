"""The stream of a page's glyphs, cut where the height changes or the pen jumps."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.ingest.pdf.glyphs import HYPHENS, Glyphs
from beleidszoeker.ingest.pdf.walls import Wall, are_parted

RAISED_SIZE = 0.86
"""Below this ratio to the size beside it, type is small: a raised number, a column of notes."""

_OVERLAP = 0.4
_BACK = 1.6
_TAB, _GUTTER = 3.2, 2.4
_LONG_RUN = 12
_CHANGE = 0.5
_FEWEST_GLYPHS = 5


def cut_runs(glyphs: Glyphs, walls: Sequence[Wall] = ()) -> list[tuple[int, int]]:
    """Return the spans ``[start, end)`` of glyphs that stand on one height side by side.

    A hyphen at a line's end closes its run wherever it stands. Most glyphs plainly go on where the one before
    stopped; only the others are looked at one by one. Walls of tables cut every run.
    """
    parted = are_parted(glyphs, walls)
    hyphens = np.array([char in HYPHENS for char in glyphs.chars], bool)
    cutter = _Cutter(glyphs)
    for index in np.flatnonzero(hyphens | parted | ~_goes_on(glyphs, hyphens)).tolist():
        if parted[index]:
            cutter.close(index)
        if hyphens[index]:
            cutter.close(index + 1, at=index)
        else:
            cutter.see(index)
    cutter.close(len(glyphs.chars))
    return cutter.runs


def _goes_on(glyphs: Glyphs, hyphens: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell of each glyph whether it surely continues the run: same box heights, no wide gap, no hyphen."""
    goes_on = np.zeros(len(glyphs.chars), bool)
    height = (glyphs.y1 - glyphs.y0)[1:]
    gap = glyphs.x0[1:] - glyphs.x1[:-1]
    goes_on[1:] = (
        (glyphs.y0[1:] == glyphs.y0[:-1])
        & (glyphs.y1[1:] == glyphs.y1[:-1])
        & (height > 0)
        & (gap >= -_BACK * height)
        & (gap <= _GUTTER * height)
        & ~hyphens[:-1]
    )
    return goes_on


class _Cutter:
    """Follows the pen over the glyphs at which a run may end."""

    def __init__(self, glyphs: Glyphs) -> None:
        self.runs: list[tuple[int, int]] = []
        self._glyphs = glyphs
        self._start: int | None = None
        self._bottom = self._top = 0.0

    def see(self, index: int) -> None:
        bottom, top = float(self._glyphs.y0[index]), float(self._glyphs.y1[index])
        if self._start is not None and self._leaves(index, bottom, top, self._start):
            self.close(index)
        if self._start is None or top - bottom > self._top - self._bottom:
            self._bottom, self._top = bottom, top
        self._start = index if self._start is None else self._start

    def close(self, end: int, *, at: int | None = None) -> None:
        start = at if self._start is None else self._start
        if start is not None:
            self.runs.append((start, end))
        self._start = None

    def _leaves(self, index: int, bottom: float, top: float, start: int) -> bool:
        """Tell whether the pen jumps: to another height, back, over a gap, or to small type beside text.

        What begins a line — a number, *Datum* — may stand further from the rest than two columns from each
        other.
        """
        glyphs = self._glyphs
        height = min(self._top - self._bottom, top - bottom) or 1.0
        overlap = min(self._top, top) - max(self._bottom, bottom)
        if overlap < _OVERLAP * height:
            return True
        gap = float(glyphs.x0[index]) - float(glyphs.x1[index - 1])
        length = glyphs.places[index] - glyphs.places[start]
        wide = _GUTTER if length >= _LONG_RUN else _TAB
        if gap < -_BACK * height or gap > wide * height:
            return True
        before = float(glyphs.y1[index - 1]) - float(glyphs.y0[index - 1])
        return length >= _FEWEST_GLYPHS and gap > _CHANGE * height and top - bottom < RAISED_SIZE * before
