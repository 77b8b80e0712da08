"""Vectors as codes of eight bits, each with a scale: within 1/254 of its largest number."""

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.model.base import Vectors

_MOST = 127


def quantised(vectors: Vectors, dimension: int) -> NDArray[np.void]:
    """Return vectors of shape ``(n, dimension)`` as ``n`` rows of ``row_layout``."""
    rows = np.zeros(len(vectors), dtype=row_layout(dimension))
    if len(vectors):
        rows["scale"] = np.maximum(np.abs(vectors).max(axis=1), np.finfo(np.float32).tiny) / _MOST
        rows["codes"] = np.rint(vectors / rows["scale"][:, np.newaxis])
    return rows


def unquantised(rows: NDArray[np.void]) -> Vectors:
    """Return what ``quantised`` was given, shape ``(n, dimension)``, float32, but for what was rounded."""
    return np.asarray(rows["codes"] * rows["scale"][:, np.newaxis], dtype=np.float32)


def products(rows: NDArray[np.void], vector: Vectors) -> NDArray[np.float32]:
    """Return the inner products of ``n`` rows of ``row_layout`` with a vector, shape ``(n,)``.

    Scales are brought in last, once for each row. ``einsum`` stays on this thread: a matrix product of this
    size starts others, which then wait for more work and take a processor from whoever asks next.
    """
    codes = np.einsum("ij,j->i", rows["codes"].astype(np.float32), vector)
    return np.asarray(codes * rows["scale"], dtype=np.float32)


def row_layout(dimension: int) -> np.dtype[np.void]:
    """Return how a row lies in memory and in a file: its scale and its codes, without a gap."""
    return np.dtype([("scale", "<f4"), ("codes", "i1", (dimension,))])
