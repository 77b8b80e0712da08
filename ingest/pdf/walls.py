"""Upright rules of tables: text does not run through them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.ingest.pdf.glyphs import Glyphs


class Wall(NamedTuple):
    """An upright rule.

    Attributes:
        x: Its distance from the left, in points.
        y0: Its lower end.
        y1: Its upper end.
    """

    x: float
    y0: float
    y1: float


def are_parted(glyphs: Glyphs, walls: Sequence[Wall]) -> NDArray[np.bool_]:
    """Tell of each glyph whether a wall stands between its middle and that of the glyph before it."""
    parted = np.zeros(len(glyphs.chars), bool)
    middle, height = (glyphs.x0 + glyphs.x1) / 2, (glyphs.y0 + glyphs.y1)[1:] / 2
    for wall in walls:
        across = (middle[:-1] < wall.x) & (wall.x < middle[1:])
        parted[1:] |= across & (wall.y0 <= height) & (height <= wall.y1)
    return parted
