"""Vectors in a file that is read where it is needed: eight bits a number, none or several for each passage.

For a second look at a few hundred candidates a graph or a list of clusters is no use: their vectors are
gathered by place and compared one by one (``rows``).
"""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.codes import products, quantised, row_layout, unquantised
from beleidszoeker.index.rows import Rows, open_rows
from beleidszoeker.model.base import Vectors

_ROWS, _FIRST = ".i8", ".first.npy"
_TOGETHER = 1_000  # groups that are written at once


class FlatVectors:
    """The vectors of passages or of their sentences, by the passage's place among the snapshot's keys.

    Args:
        rows: Scale and codes of each vector.
        first: The first row of each passage and, at the end, the number of rows; shape ``(passages + 1,)``.
        keys: Keys of the passages, ascending.
    """

    def __init__(self, rows: Rows, first: NDArray[np.int64], keys: NDArray[np.int64]) -> None:
        self._rows = rows
        self._first = first
        self._keys = keys

    @staticmethod
    def write(path: Path, groups: Iterable[Vectors], dimension: int) -> None:
        """Write the vectors of every passage, by ascending key, to ``path`` with two suffixes.

        Args:
            path: Where, without a suffix.
            groups: For each passage an array of shape ``(n, dimension)``, float32; ``n`` may be 0.
            dimension: Length of a vector.
        """
        first = [0]
        with path.with_suffix(_ROWS).open("wb") as file:
            waiting = iter(groups)
            while some := list(islice(waiting, _TOGETHER)):
                file.write(quantised(np.concatenate(some), dimension).tobytes())
                first += (first[-1] + np.cumsum([len(vectors) for vectors in some])).tolist()
        np.save(path.with_suffix(_FIRST), np.array(first, dtype=np.int64))

    @classmethod
    def load(cls, path: Path, keys: NDArray[np.int64], dimension: int) -> "FlatVectors":
        """Open what ``write`` wrote for the passages with these keys.

        Raises:
            ValueError: The files do not belong together or to these passages.
            OSError: One of them is missing.
        """
        first = np.load(path.with_suffix(_FIRST))
        rows = path.with_suffix(_ROWS)
        layout = row_layout(dimension)
        if len(first) != len(keys) + 1 or rows.stat().st_size != int(first[-1]) * layout.itemsize:
            raise ValueError(f"{rows.name} does not hold the vectors of {len(keys)} passages")
        return cls(open_rows(rows, layout, int(first[-1])), first, keys)

    def best(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return for each key the highest inner product of its vectors with the query.

        The result has shape ``(len(keys),)``; a key without vectors has ``-inf``.
        """
        found = np.full(len(keys), -np.inf, dtype=np.float32)
        starts, counts = self._places(keys)
        some = np.flatnonzero(counts)
        if len(some):
            begin = np.concatenate([[0], np.cumsum(counts[some])[:-1]])
            rows = self._rows.gather(starts[some], counts[some])
            found[some] = np.maximum.reduceat(products(rows, query), begin)
        return found

    def of(self, key: int) -> Vectors:
        """Return the vectors of one passage, shape ``(n, dimension)``, float32."""
        place = int(np.searchsorted(self._keys, key))
        known = place < len(self._keys) and int(self._keys[place]) == key
        first, last = self._first[place : place + 2] if known else (0, 0)
        return unquantised(self._rows.gather(np.array([first]), np.array([last - first])))

    def _places(self, keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the first row and the number of rows of each key."""
        if not len(self._keys):
            return np.zeros(len(keys), np.int64), np.zeros(len(keys), np.int64)
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        known = self._keys[places] == keys
        starts = self._first[places]
        return starts, np.where(known, self._first[places + 1] - starts, 0)
