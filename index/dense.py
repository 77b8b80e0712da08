"""Nearest vectors with FAISS: exact search over inner products, filtered while searching."""

from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits, best_hits
from beleidszoeker.model.base import Vectors


class FaissIndex:
    """Exact index ``IndexIDMap2(IndexFlatIP)`` (Douze et al., *The Faiss library*, 2024)."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self._keys: NDArray[np.int64] = np.sort(faiss.vector_to_array(index.id_map))

    @property
    def keys(self) -> NDArray[np.int64]:
        """Keys of its vectors, ascending."""
        return self._keys

    @classmethod
    def build(cls, keys: NDArray[np.int64], vectors: Vectors) -> Self:
        """Make an index of vectors of shape ``(n, dimension)``, float32, with their keys."""
        index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
        if len(keys):
            index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), keys.astype(np.int64))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open an index file."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        """Write the index to one file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        """Number of vectors."""
        return int(self._index.ntotal)

    def search(self, query: Vectors, count: int, *, allowed: NDArray[np.int64] | None = None) -> Hits:
        """Return the nearest passages among those allowed."""
        limits = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(allowed.astype(np.int64))
            limits = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # accepted at run time

        def find(asked: int) -> Hits:
            scores, keys = self._index.search(query.reshape(1, -1).astype(np.float32), asked, params=limits)
            found = keys[0] >= 0
            return Hits(keys[0][found], scores[0][found])

        return best_hits(find, count, most=len(self) if allowed is None else min(len(self), len(allowed)))

    def scores(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner products with the vectors of these keys; a key that is not there scores -1."""
        found = np.full(len(keys), -1.0, dtype=np.float32)
        known = self._holds(keys)
        if known.any():
            found[known] = self._index.reconstruct_batch(keys[known].astype(np.int64)) @ query
        return found

    def _holds(self, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        places = np.searchsorted(self._keys, keys)
        known = places < len(self._keys)
        known[known] = self._keys[places[known]] == keys[known]
        return known
