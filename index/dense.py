"""Nearest vectors with FAISS: exact search over inner products, filtered while searching."""

from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits
from beleidszoeker.model.base import Vectors


class FaissIndex:
    """Exact index ``IndexIDMap2(IndexFlatIP)`` (Douze et al., *The Faiss library*, 2024).

    Attributes:
        keys: Keys of its vectors in the order of insertion, shape ``(n,)``, int64.
    """

    def __init__(self, index: Any) -> None:
        self._index = index
        self.keys: NDArray[np.int64] = faiss.vector_to_array(index.id_map)

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
        count = min(count, len(self) if allowed is None else len(allowed))
        if count == 0:
            return Hits(np.empty(0, np.int64), np.empty(0, np.float32))
        parameters = None
        if allowed is not None:
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(allowed.astype(np.int64)))
        scores, keys = self._index.search(query.reshape(1, -1).astype(np.float32), count, params=parameters)
        found = keys[0] >= 0
        return Hits(keys[0][found], scores[0][found])

    def scores(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner products with the vectors of these keys; a key that is not there scores -1."""
        found = np.full(len(keys), -1.0, dtype=np.float32)
        known = np.isin(keys, self.keys)
        if known.any():
            found[known] = self._index.reconstruct_batch(keys[known].astype(np.int64)) @ query
        return found
