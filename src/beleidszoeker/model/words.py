"""The word table: one row for each token of the vocabulary, read from disk when a text needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from beleidszoeker.model.blocks import dequantise

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from beleidszoeker.model.base import Vectors

_ROWS, _PLACES = "words.npy", "places.npy"


class Words:
    """Vectors of tokens at their places, the input of the network.

    The table is mapped, so only the pages that hold rows in use take memory.

    Args:
        rows: A float32 array (vocabulary, hidden), or a uint8 array whose rows are whole 4-bit blocks.
        places: Position and type vectors together, float32, (longest input, hidden).
    """

    def __init__(self, rows: NDArray[np.float32] | NDArray[np.uint8], places: Vectors) -> None:
        self._rows = rows
        self._places = places

    @property
    def width(self) -> int:
        """Length of each vector."""
        return int(self._places.shape[1])

    @property
    def count(self) -> int:
        """Number of tokens in the vocabulary."""
        return len(self._rows)

    def batch(self, texts: list[list[int]]) -> tuple[Vectors, Vectors]:
        """Word vectors and mask of texts of different lengths, padded at the end.

        Args:
            texts: Token ids, none longer than the longest input.

        Returns:
            Arrays (texts, longest text, hidden) and (texts, longest text), float32; zeros stand for padding.
        """
        longest = max(map(len, texts))
        vectors = np.zeros((len(texts), longest, self.width), dtype=np.float32)
        mask = np.zeros((len(texts), longest), dtype=np.float32)
        for vector, shown, ids in zip(vectors, mask, texts, strict=True):
            np.add(self._looked_up(ids), self._places[: len(ids)], out=vector[: len(ids)])
            shown[: len(ids)] = 1
        return vectors, mask

    def save(self, folder: Path) -> None:
        """Write the table into ``folder``."""
        np.save(folder / _ROWS, self._rows)
        np.save(folder / _PLACES, self._places)

    @classmethod
    def load(cls, folder: Path) -> Words:
        """Map the table that ``save`` wrote.

        Raises:
            OSError: A file is missing.
            ValueError: A file is no array, or shorter than it says.
        """
        return cls(np.load(folder / _ROWS, mmap_mode="r"), np.load(folder / _PLACES))

    def _looked_up(self, ids: list[int]) -> Vectors:
        rows = self._rows[ids]
        if rows.dtype == np.uint8:
            return dequantise(rows.tobytes()).reshape(len(ids), -1)
        return rows.astype(np.float32, copy=False)
