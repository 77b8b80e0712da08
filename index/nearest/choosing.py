"""Which index of vectors a snapshot gets: chosen by their number when it is built, told by its manifest."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import VectorIndex
from beleidszoeker.index.nearest.approximate import ApproximateIndex
from beleidszoeker.index.nearest.exact import ExactIndex
from beleidszoeker.model.base import Vectors

EXACT_UP_TO = 50_000
"""Vectors. Here codes take 0.6 of the time of comparing all: below, they save less than a millisecond."""

_KINDS: dict[str, type[VectorIndex]] = {kind.kind: kind for kind in (ExactIndex, ApproximateIndex)}


def build_index(
    keys: NDArray[np.int64], blocks: Iterable[Vectors], dimension: int, *, exact_up_to: int = EXACT_UP_TO
) -> VectorIndex:
    """Make the index that suits so many vectors.

    Args:
        keys: Their keys, ascending.
        blocks: The vectors, in blocks of shape ``(n, dimension)``, float32, L2 norm 1.
        dimension: Length of a vector.
        exact_up_to: Up to how many vectors all are compared.
    """
    kind = ExactIndex if len(keys) <= exact_up_to else ApproximateIndex
    return kind.build(keys, blocks, dimension)


def open_index(path: Path, kind: str) -> VectorIndex:
    """Open an index that was saved.

    Args:
        path: Where.
        kind: Its ``kind``.

    Raises:
        ValueError: There is no such kind, or the files are damaged.
        RuntimeError: FAISS cannot read a file.
    """
    if kind not in _KINDS:
        raise ValueError(f"no kind of index: {kind}")
    return _KINDS[kind].load(path)
