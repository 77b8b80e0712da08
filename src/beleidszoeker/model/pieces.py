"""The vocabulary as a sorted table on disk, for tokenising a question without reading all of it.

Reading a quarter of a million pieces into a tokenizer takes longer than all else that a first question needs.
Which pieces a text is cut into depends on those that occur in it, and on nothing else but the lowest score. So
a tokenizer with only those makes the same cuts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from numpy.typing import NDArray

    from beleidszoeker.model.vocabulary import Vocabulary

_PIECES, _SCORES, _IDS = "pieces.npy", "scores.npy", "ids.npy"


class Pieces:
    """Unigram pieces in the order of their UTF-8 bytes.

    Args:
        pieces: Byte strings, sorted, shape (vocabulary,).
        scores: Their log-probabilities, float64.
        ids: Their token ids, int32.
    """

    def __init__(self, pieces: NDArray[np.bytes_], scores: NDArray[np.float64], ids: NDArray[np.int32]) -> None:
        self._pieces = pieces
        self._scores = scores
        self._ids = ids
        self._longest = pieces.dtype.itemsize

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Pieces:
        """Sort a vocabulary."""
        pieces = np.array([piece.encode() for piece in vocabulary.pieces])
        order = np.argsort(pieces, kind="stable")
        return cls(pieces[order], np.array(vocabulary.scores)[order], order.astype(np.int32))

    @property
    def lowest(self) -> str:
        """The piece with the lowest score; a tokenizer sets the price of an unknown character by it."""
        return bytes(self._pieces[int(self._scores.argmin())]).decode()

    def inside(self, words: list[str]) -> dict[str, tuple[int, float]]:
        """The pieces that occur in any of the words, with their ids and scores."""
        return self.of_these(sorted({part for word in words for part in self._parts(word)}))

    def of_these(self, parts: list[str]) -> dict[str, tuple[int, float]]:
        """Those of the strings that are pieces, with their ids and scores."""
        wanted: NDArray[Any] = np.array([part.encode() for part in parts], dtype=self._pieces.dtype)
        places = np.minimum(np.searchsorted(self._pieces, wanted), len(self._pieces) - 1)
        found = np.flatnonzero(self._pieces[places] == wanted)
        return {parts[n]: (int(self._ids[places[n]]), float(self._scores[places[n]])) for n in found}

    def save(self, folder: Path) -> None:
        """Write the table into ``folder``."""
        np.save(folder / _PIECES, self._pieces)
        np.save(folder / _SCORES, self._scores)
        np.save(folder / _IDS, self._ids)

    @classmethod
    def load(cls, folder: Path) -> Pieces:
        """Map the table that ``save`` wrote.

        Raises:
            OSError: A file is missing.
            ValueError: A file is no array, or shorter than it says.
        """
        names = (_PIECES, _SCORES, _IDS)
        pieces, scores, ids = (np.load(folder / name, mmap_mode="r") for name in names)
        return cls(pieces, scores, ids)

    def _parts(self, word: str) -> set[str]:
        # A piece is at most so many bytes, and a character is at least one.
        size = min(self._longest, len(word))
        parts = {word[start:end] for start in range(len(word)) for end in range(start + 1, start + size + 1)}
        return {part for part in parts if len(part.encode()) <= self._longest}
