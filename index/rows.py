"""Rows of a file, gathered from all over it: mapped into memory, or read.

Gathering from a mapped file is a few times quicker, but the system maps sixteen pages around each that is
touched: after some hundred questions nearly all of a file of gigabytes counts as this process' memory.
Reading costs half a millisecond more for a question, and no memory; so large files are read.
"""

import os
import weakref
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

MAPPED_BELOW = 512 << 20
"""Files of so many bytes are read."""


class Rows(Protocol):
    """Rows of one layout."""

    def gather(self, starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.void]:
        """Return runs of rows, one behind the other.

        Args:
            starts: The first row of each run, shape ``(n,)``.
            counts: How many rows each has, shape ``(n,)``.
        """


def open_rows(path: Path, layout: np.dtype[np.void], count: int) -> Rows:
    """Open a file of so many rows.

    Raises:
        OSError: It is missing.
    """
    if count * layout.itemsize >= MAPPED_BELOW and hasattr(os, "preadv"):
        return ReadRows(path, layout)
    return MappedRows(np.memmap(path, layout, mode="r") if count else np.empty(0, layout))


class MappedRows:
    """Rows that are mapped, or in memory.

    Args:
        rows: All of them.
    """

    def __init__(self, rows: NDArray[np.void]) -> None:
        self._rows = np.asarray(rows)  # each slice of a memory map costs as much as the slice's work
        self._whole = self._rows.view(f"V{rows.dtype.itemsize}")  # rows are gathered as a piece, not by field

    def gather(self, starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.void]:
        """Return runs of rows, one behind the other."""
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        found: NDArray[np.void] = self._whole.take(np.repeat(starts, counts) + within)
        return found.view(self._rows.dtype)


class ReadRows:
    """Rows that are read when they are asked for; safe to use from many threads.

    Args:
        path: The file; it may be removed while it is open.
        layout: Of a row.

    Raises:
        OSError: It is missing.
    """

    def __init__(self, path: Path, layout: np.dtype[np.void]) -> None:
        self._layout = layout
        self._file = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)

    def gather(self, starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.void]:
        """Return runs of rows, one behind the other.

        Raises:
            OSError: The file is shorter than it was, or cannot be read.
        """
        size = self._layout.itemsize
        found = bytearray(int(counts.sum()) * size)
        free, at, read = memoryview(found), 0, 0
        for start, length in zip((starts * size).tolist(), (counts * size).tolist(), strict=True):
            read += os.preadv(self._file, (free[at : at + length],), start)
            at += length
        if read != len(found):
            raise OSError("een bestand van de index is korter dan het was")
        return np.frombuffer(found, self._layout)
