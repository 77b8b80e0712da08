"""The protocols of the two indexes: every backend passes the same contract test."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import IndexedText
from beleidszoeker.model.base import Vectors


class Hits(NamedTuple):
    """Passages found, best first.

    Attributes:
        keys: Shape ``(n,)``, int64.
        scores: Shape ``(n,)``, float32, descending.
    """

    keys: NDArray[np.int64]
    scores: NDArray[np.float32]


class VectorIndex(Protocol):
    """Nearest vectors by inner product."""

    @classmethod
    def build(cls, keys: NDArray[np.int64], vectors: Vectors) -> Self:
        """Make an index of vectors of shape ``(n, dimension)``, float32, L2 norm 1, with their keys."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open what ``save`` wrote."""

    def save(self, path: Path) -> None:
        """Write the index to one file."""

    def __len__(self) -> int:
        """Number of vectors."""

    def search(self, query: Vectors, count: int, *, allowed: NDArray[np.int64] | None = None) -> Hits:
        """Return the ``count`` nearest passages, or fewer when there are no more.

        Args:
            query: One vector, shape ``(dimension,)``.
            count: How many.
            allowed: Only these keys may be returned; ``None`` for all.
        """

    def scores(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner product of the query with the vectors of these keys, shape ``(len(keys),)``."""


class LexicalQuery(NamedTuple):
    """A query as the lexical index takes it: terms with their weights."""

    terms: tuple[tuple[str, float], ...]


class LexicalIndex(Protocol):
    """Passages by their words, ranked by BM25."""

    @classmethod
    def build(cls, texts: Iterable[IndexedText], path: Path) -> Self:
        """Make an index in an empty folder."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open what ``build`` wrote."""

    def __len__(self) -> int:
        """Number of passages."""

    def search(
        self,
        query: LexicalQuery,
        count: int,
        *,
        filters: Filters | None = None,
        without: Sequence[str] = (),
    ) -> Hits:
        """Return the ``count`` best passages that hold at least one of the terms.

        Args:
            query: Terms and weights.
            count: How many.
            filters: Limits, applied while matching.
            without: Ids of documents that must not be returned.
        """
