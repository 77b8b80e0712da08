"""An engine that "reads" what it was told to: for tests, where none is installed."""

from collections.abc import Sequence

from beleidszoeker.ingest.ocr.base import Picture, Recognised, TextLine, Word

_LEFT, _TOP, _PITCH = 0.12, 0.1, 1.5


class ScriptedEngine:
    """Gives the same lines for every picture, one under the other in type of 12 points.

    Args:
        lines: What it reads.
        confidence: How sure it says to be of each word.
    """

    def __init__(self, lines: Sequence[str], *, confidence: float = 95.0) -> None:
        self._lines = tuple(lines)
        self._confidence = confidence
        self.read: list[Picture] = []

    def recognise(self, picture: Picture) -> Recognised:
        """Return the lines, placed on the picture."""
        self.read.append(picture)
        placed = tuple(self._place(row, text, picture) for row, text in enumerate(self._lines) if text)
        return Recognised(placed, picture.width, picture.height, picture.dpi)

    def _place(self, row: int, text: str, picture: Picture) -> TextLine:
        size = picture.dpi / 6
        bottom = _TOP * picture.height + (row + 1) * _PITCH * size
        words, left = [], _LEFT * picture.width
        for word in text.split():
            right = left + size * len(word) / 2
            words.append(Word(word, self._confidence, left, bottom - size, right, bottom))
            left = right + size / 4
        return TextLine(tuple(words), size, bottom)
