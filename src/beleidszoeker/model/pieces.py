"""The vocabulary as a sorted table on disk: looking up some pieces without reading all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from beleidszoeker.model.vocabulary import Vocabulary

_PIECES, _SCORES, _IDS = "pieces.npy", "scores.npy", "ids.npy"


class Pieces:
    """Unigram pieces in the order of their UTF-8 bytes.

    Args:
        pieces: Byte strings, sorted, shape (vocabulary,).
        scores: Their log-probabilities, float64.
        ids: Their token ids, int32.

    Attributes:
        longest: Length of the longest piece in bytes.
    """

    def __init__(
        self, pieces: NDArray[np.bytes_], scores: NDArray[np.float64], ids: NDArray[np.int32]
    ) -> None:
        self._pieces = pieces
        self._scores = scores
        self._ids = ids
        self.longest = pieces.dtype.itemsize

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Pieces:
        """Sort a vocabulary."""
        pieces = np.array([piece.encode() for piece in vocabulary.pieces])
        order = np.argsort(pieces, kind="stable")
        return cls(pieces[order], np.array(vocabulary.scores)[order], order.astype(np.int32))

    @cached_property
    def lowest(self) -> str:
        """The piece with the lowest score; a tokenizer sets the price of an unknown character by it."""
        return bytes(self._pieces[self._scores.argmin()]).decode()

    def among(self, parts: Iterable[str]) -> dict[str, tuple[int, float]]:
        """Those of the strings that are pieces, with their ids and scores."""
        # numpy takes zeros at the end of a byte string for filling; no piece holds one.
        candidates = sorted(part for part in parts if len(part.encode()) <= self.longest and "\0" not in part)
        wanted: NDArray[np.bytes_] = np.array(
            [part.encode() for part in candidates], dtype=self._pieces.dtype
        )
        places = np.minimum(np.searchsorted(self._pieces, wanted), len(self._pieces) - 1)
        found = np.flatnonzero(self._pieces[places] == wanted)
        return {
            candidates[n]: (int(self._ids[places[n]]), float(self._scores[places[n]])) for n in found.tolist()
        }

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
