"""The protocol of an engine that reads text in pictures, and what it takes and gives."""

from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page in grey.

    Attributes:
        pixels: One byte a pixel, 0 is black, row by row from the top, without padding.
        width: Pixels in a row.
        height: Rows.
        dpi: Pixels to the inch.
    """

    pixels: bytes
    width: int
    height: int
    dpi: float


class Word(NamedTuple):
    """A word with its rectangle in pixels, origin at the upper left of the picture.

    Attributes:
        text: Its characters.
        confidence: How sure the engine is of it, 0 to 100.
        x0: Left edge.
        y0: Upper edge.
        x1: Right edge.
        y1: Lower edge.
    """

    text: str
    confidence: float
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one base line, left to right.

    Attributes:
        words: Never empty.
        size: From the feet of its descenders to the heads of its ascenders, in pixels, as if it had both.
        base: Height of its lower edge in pixels from the top, under the descenders, in its middle.
    """

    words: tuple[Word, ...]
    size: float
    base: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read in a picture.

    Attributes:
        lines: In reading order, placed on the picture as it must be held to read it.
        width: Of that picture, in pixels.
        height: Likewise.
        dpi: Pixels to the inch.
        turns: Quarter turns clockwise from the picture that was given to the one that can be read.
    """

    lines: tuple[TextLine, ...]
    width: int
    height: int
    dpi: float
    turns: int = 0

    @property
    def confidence(self) -> float:
        """Mean confidence of its words, 0 to 100; 0 without words."""
        words = [word.confidence for line in self.lines for word in line.words]
        return fmean(words) if words else 0.0


class RecognitionTimeoutError(Exception):
    """One page took longer than an engine may take."""


class Engine(Protocol):
    """Reads text in pictures; is called from several threads at once."""

    def recognise(self, picture: Picture) -> Recognised:
        """Read a picture.

        Raises:
            RecognitionTimeoutError: It took too long.
            OSError: The engine could not be run.
        """
