"""Nearest vectors with FAISS: every vector is compared, by inner product, filtered while searching."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, Self

import faiss
import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits, best_hits
from beleidszoeker.index.nearest.selecting import Selections
from beleidszoeker.index.nearest.writing import write_index
from beleidszoeker.model.base import Vectors

_MAPPED = 0 if sys.platform == "darwin" else faiss.IO_FLAG_MMAP_IFC  # FAISS maps files on Linux and Windows


class ExactIndex:
    """An ``IndexScalarQuantizer`` of sixteen bits a number (Douze et al., *The Faiss library*, 2024).

    Half the memory of full precision and a fraction of its time; docs/retrieval.md says what rounding loses.
    The file is an ``IndexIDMap``, for the keys; a search goes past it, which is quicker again. A file that is
    opened is mapped: memory holds what was looked at.

    Args:
        index: What the file holds; its keys ascend.

    Raises:
        ValueError: They do not.
    """

    kind: ClassVar = "exact"

    def __init__(self, index: Any) -> None:
        self._whole = index  # owns the vectors
        self._vectors = faiss.downcast_index(index.index)
        self._keys: NDArray[np.int64] = faiss.vector_to_array(index.id_map)
        if np.any(self._keys[1:] <= self._keys[:-1]):
            raise ValueError("the keys of an index of vectors must ascend")
        self.selections = Selections(self._keys)

    @property
    def keys(self) -> NDArray[np.int64]:
        """Keys of its vectors, ascending."""
        return self._keys

    @property
    def vectors(self) -> Any:
        """The FAISS index of its vectors, by place among the keys."""
        return self._vectors

    @property
    def parameters(self) -> dict[str, int]:
        """How many bits a number has."""
        return {"bits": 8 * self._vectors.sa_code_size() // self._vectors.d}

    @classmethod
    def build(cls, keys: NDArray[np.int64], blocks: Iterable[Vectors], dimension: int) -> Self:
        """Make an index of vectors that come in blocks, with their keys, ascending."""
        one_thread()
        vectors = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        index = faiss.IndexIDMap(vectors)
        for block in blocks:
            some = keys[index.ntotal : index.ntotal + len(block)]
            if len(some) < len(block):
                raise ValueError("there are fewer keys than vectors")
            index.add_with_ids(np.ascontiguousarray(block, np.float32), np.ascontiguousarray(some, np.int64))
        if index.ntotal < len(keys):
            raise ValueError("there are more keys than vectors")
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open an index file."""
        return cls(faiss.read_index(str(path), _MAPPED))

    def save(self, path: Path) -> None:
        """Write the index to one file."""
        write_index(self._whole, path)

    def __len__(self) -> int:
        """Number of vectors."""
        return len(self._keys)

    def search(self, query: Vectors, count: int, *, allowed: NDArray[np.int64] | None = None) -> Hits:
        """Return the nearest passages among those allowed."""
        one_thread()
        asked_of = query.reshape(1, -1).astype(np.float32)
        limits, most = None, len(self)
        if allowed is not None:
            most, selector = self.selections.of(allowed)
            limits = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # accepted at run time

        def find(asked: int) -> Hits:
            scores, places = self._vectors.search(asked_of, asked, params=limits)
            found = places[0] >= 0
            return Hits(self._keys[places[0][found]], scores[0][found])

        return best_hits(find, count, most=most)

    def scores(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner products with the vectors of these keys; a key that is not there scores -1."""
        one_thread()
        found = np.full(len(keys), -1.0, dtype=np.float32)
        known, places = self.selections.places(keys)
        if len(places):
            found[known] = self._vectors.reconstruct_batch(places) @ query
        return found


def one_thread() -> None:
    """Let FAISS use this thread alone for what it is asked next; OpenMP keeps that for each thread.

    One query gives it nothing to divide, but it would wake a thread for each processor, and they wait in a
    loop: time that the other requests of a service need.
    """
    faiss.omp_set_num_threads(1)
