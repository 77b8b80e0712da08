"""Nearest vectors with FAISS: every vector is compared, by inner product, filtered while searching."""

from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits, best_hits
from beleidszoeker.model.base import Vectors


class FaissIndex:
    """An ``IndexScalarQuantizer`` of sixteen bits a number (Douze et al., *The Faiss library*, 2024).

    Half the memory of full precision and a fraction of its time; docs/retrieval.md says what rounding loses.
    The file is an ``IndexIDMap``, for the keys; a search goes past it, which is quicker again.

    Args:
        index: What the file holds; its keys ascend.
    """

    def __init__(self, index: Any) -> None:
        self._whole = index  # owns the vectors
        self._vectors = faiss.downcast_index(index.index)
        self._keys: NDArray[np.int64] = faiss.vector_to_array(index.id_map)
        if np.any(np.diff(self._keys) <= 0):
            raise ValueError("the keys of an index of vectors must ascend")

    @property
    def keys(self) -> NDArray[np.int64]:
        """Keys of its vectors, ascending."""
        return self._keys

    @classmethod
    def build(cls, keys: NDArray[np.int64], vectors: Vectors) -> Self:
        """Make an index of vectors of shape ``(n, dimension)``, float32, with their keys."""
        index = faiss.IndexIDMap(
            faiss.IndexScalarQuantizer(
                vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
            )
        )
        order = np.argsort(keys)
        if len(keys):
            index.add_with_ids(np.ascontiguousarray(vectors[order], np.float32), keys[order].astype(np.int64))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open an index file."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        """Write the index to one file."""
        faiss.write_index(self._whole, str(path))

    def __len__(self) -> int:
        """Number of vectors."""
        return len(self._keys)

    def search(self, query: Vectors, count: int, *, allowed: NDArray[np.int64] | None = None) -> Hits:
        """Return the nearest passages among those allowed."""
        asked_of = query.reshape(1, -1).astype(np.float32)
        limits, most = None, len(self)
        if allowed is not None:
            kept = np.zeros(len(self), dtype=np.bool_)
            kept[self._places(allowed)[1]] = True
            most = int(kept.sum())
            bits = faiss.IDSelectorBitmap(np.packbits(kept, bitorder="little"))  # type: ignore[call-arg, arg-type]
            limits = faiss.SearchParameters(sel=bits)  # type: ignore[call-arg]  # accepted at run time

        def find(asked: int) -> Hits:
            scores, places = self._vectors.search(asked_of, asked, params=limits)
            found = places[0] >= 0
            return Hits(self._keys[places[0][found]], scores[0][found])

        return best_hits(find, count, most=most)

    def scores(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner products with the vectors of these keys; a key that is not there scores -1."""
        found = np.full(len(keys), -1.0, dtype=np.float32)
        known, places = self._places(keys)
        if len(places):
            found[known] = self._vectors.reconstruct_batch(places) @ query
        return found

    def _places(self, keys: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
        """Return which of these keys it holds, and the places of those."""
        places = np.searchsorted(self._keys, keys)
        known = places < len(self._keys)
        known[known] = self._keys[places[known]] == keys[known]
        return known, places[known].astype(np.int64)
