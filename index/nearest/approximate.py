"""Nearest vectors among many: small codes say which thousands to compare, and those are compared exactly."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar, Self

import faiss
import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits
from beleidszoeker.index.nearest.exact import ExactIndex, one_thread
from beleidszoeker.index.nearest.writing import write_index
from beleidszoeker.model.base import Vectors

LEAST = 200
"""So many passages are wanted, or it is searched as if they were: what is asked again finds the same."""

_FEW = 10  # times the candidates: among no more vectors, comparing all of them is as quick
_CODES = ".codes"
_BLOCK = 50_000
_LEARNT_FROM = 16_384


class ApproximateIndex:
    """Codes of two bits a number before exact comparison.

    The codes are those of product quantisation, one of sixteen for each two numbers, compared thirty-two at a
    time with tables that stay in registers (André et al., *Quicker ADC*, 2019; ``IndexIVFPQFastScan``). All
    codes are looked through: unlike clusters and graphs that does not depend on how vectors lie, and a filter
    costs no recall. So the one list is no cluster; FAISS only takes filters in an index of lists.

    Args:
        exact: The vectors.
        codes: Codes of the same vectors, by place.

    Raises:
        ValueError: They are not of the same vectors.
    """

    kind: ClassVar = "codes"

    def __init__(self, exact: ExactIndex, codes: Any) -> None:
        if (codes.ntotal, codes.d) != (len(exact), exact.vectors.d):
            raise ValueError("the codes are not those of the vectors")
        self._exact = exact
        self._codes = codes
        self._both = faiss.IndexRefine(codes, exact.vectors)

    @property
    def keys(self) -> NDArray[np.int64]:
        """Keys of its vectors, ascending."""
        return self._exact.keys

    @property
    def parameters(self) -> dict[str, int]:
        """Bits of a number, and bytes of a code."""
        return {**self._exact.parameters, "code": self._codes.code_size}

    @classmethod
    def build(cls, keys: NDArray[np.int64], blocks: Iterable[Vectors], dimension: int) -> Self:
        """Make an index of vectors that come in blocks, with their keys, ascending."""
        return cls.of(ExactIndex.build(keys, blocks, dimension))

    @classmethod
    def of(cls, exact: ExactIndex) -> Self:
        """Learn codes from some of the vectors of an exact index, and code all of them."""
        one_thread()
        codes = _empty(exact.vectors.d)
        codes.train(_some(exact, least=codes.pq.ksub))
        for block in _blocks(exact):
            codes.add(block)
        return cls(exact, codes)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open the two files that ``save`` wrote: codes are read, vectors are mapped."""
        return cls(ExactIndex.load(path), _only_codes(faiss.read_index(str(path.with_suffix(_CODES)))))

    def save(self, path: Path) -> None:
        """Write the vectors to a file, and the codes to one beside it."""
        self._exact.save(path)
        write_index(self._codes, path.with_suffix(_CODES))

    def __len__(self) -> int:
        """Number of vectors."""
        return len(self._exact)

    def search(self, query: Vectors, count: int, *, allowed: NDArray[np.int64] | None = None) -> Hits:
        """Return the nearest passages among those allowed, nearly always all of them."""
        most, selector = len(self), None
        if allowed is not None:
            most, selector = self._exact.selections.of(allowed)
        compared = candidates(count, most)
        if most <= _FEW * compared:
            return self._exact.search(query, count, allowed=allowed)
        return self._refined(query, compared, selector, max(count, 0))

    def scores(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner products with the vectors of these keys; a key that is not there scores -1."""
        return self._exact.scores(query, keys)

    def _refined(self, query: Vectors, compared: int, selector: Any, count: int) -> Hits:
        one_thread()
        limits = faiss.IndexRefineSearchParameters(  # type: ignore[call-arg]  # accepted at run time
            k_factor=1,
            base_index_params=faiss.SearchParametersIVF(nprobe=1, sel=selector),  # type: ignore[call-arg]
        )
        scores, places = self._both.search(query.reshape(1, -1).astype(np.float32), compared, params=limits)
        found = places[0] >= 0
        keys, scores = self.keys[places[0][found]], scores[0][found]
        order = np.lexsort((keys, -scores))[:count]
        return Hits(keys[order], scores[order])


def candidates(count: int, most: int) -> int:
    """Return how many vectors to compare exactly, where so many are wanted among so many.

    Ten for each that is wanted, twenty among a million: then 99.7 % of the nearest 200 are found, and all
    of the nearest ten (docs/performance.md).
    """
    return max(count, LEAST) * max(10, most // 50_000)


def _empty(dimension: int) -> Any:
    """Return an index without codes, whose only list begins at nought."""
    begin = faiss.IndexFlatIP(dimension)
    begin.add(np.zeros((1, dimension), np.float32))
    parts = dimension // 2 if dimension % 2 == 0 else dimension
    codes = faiss.IndexIVFPQFastScan(begin, dimension, 1, parts, 4, faiss.METRIC_INNER_PRODUCT)
    codes.by_residual = False
    codes.pq.cp.min_points_per_centroid = 1
    codes.pq.cp.max_points_per_centroid = _LEARNT_FROM // codes.pq.ksub
    codes.pq.cp.seed = 1
    return codes


def _some(exact: ExactIndex, *, least: int) -> Vectors:
    """Return vectors to learn from, as often as it takes to have ``least``."""
    places = np.sort(np.random.default_rng(1).permutation(len(exact))[:_LEARNT_FROM])
    vectors = exact.vectors.reconstruct_batch(places)
    return np.resize(vectors, (max(least, len(vectors)), exact.vectors.d))


def _only_codes(read: Any) -> Any:
    """Refuse an index file of another kind."""
    if not isinstance(read, faiss.IndexIVFPQFastScan) or read.nlist != 1:
        raise ValueError("this file holds no codes")
    return read


def _blocks(exact: ExactIndex) -> Iterator[Vectors]:
    for first in range(0, len(exact), _BLOCK):
        yield exact.vectors.reconstruct_n(first, min(_BLOCK, len(exact) - first))
