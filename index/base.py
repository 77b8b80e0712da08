"""The protocols of the two indexes: every backend passes the same contract test."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.abbreviations import Abbreviations
from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.spelling import Speller
from beleidszoeker.index.store import IndexedText
from beleidszoeker.model.base import Vectors


class Hits(NamedTuple):
    """Passages found, best first; equal scores by ascending key.

    Attributes:
        keys: Shape ``(n,)``, int64.
        scores: Shape ``(n,)``, float32, descending.
    """

    keys: NDArray[np.int64]
    scores: NDArray[np.float32]


def best_hits(find: Callable[[int], Hits], count: int, *, most: int) -> Hits:
    """Return the ``count`` best hits; among equal scores the lowest keys, also where the list is cut.

    Libraries order equal scores as they please, so one hit more is asked than wanted: when it ties with the
    last one wanted, more are asked until the tie is whole.

    Args:
        find: Returns so many best hits, equal scores in any order.
        count: How many are wanted.
        most: How many there can be.
    """
    wanted = min(count, most)
    if wanted <= 0:
        return Hits(np.empty(0, np.int64), np.empty(0, np.float32))
    asked = min(wanted + 1, most)
    found = find(asked)
    while asked < most and len(found.keys) == asked and found.scores[-1] == found.scores[wanted - 1]:
        asked = min(2 * asked, most)
        found = find(asked)
    order = np.lexsort((found.keys, -found.scores))[:wanted]
    return Hits(found.keys[order], found.scores[order])


class VectorIndex(Protocol):
    """Nearest vectors by inner product.

    Attributes:
        kind: What the manifest of a snapshot calls it.
    """

    kind: ClassVar[str]

    @property
    def parameters(self) -> dict[str, int]:
        """What it was built with, for the manifest."""

    @property
    def keys(self) -> NDArray[np.int64]:
        """Keys of its vectors, ascending."""

    @classmethod
    def build(cls, keys: NDArray[np.int64], blocks: Iterable[Vectors], dimension: int) -> Self:
        """Make an index of vectors that come in blocks, so that memory need not hold them all.

        Args:
            keys: Their keys, ascending.
            blocks: Arrays of shape ``(n, dimension)``, float32, rows of L2 norm 1, by ascending key.
            dimension: Length of a vector.

        Raises:
            ValueError: The keys do not ascend, or there are not as many as vectors.
        """

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open what ``save`` wrote."""

    def save(self, path: Path) -> None:
        """Write the index to this file, and to others of the same name with another suffix."""

    def __len__(self) -> int:
        """Number of vectors."""

    def search(self, query: Vectors, count: int, *, allowed: NDArray[np.int64] | None = None) -> Hits:
        """Return the ``count`` nearest passages, or fewer when there are no more.

        Args:
            query: One vector, shape ``(dimension,)``.
            count: How many.
            allowed: Only these keys may be returned; ``None`` for all. The array may be remembered: it must
                not be changed afterwards.
        """

    def scores(self, query: Vectors, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the query's inner product with the vectors of these keys, shape ``(len(keys),)``.

        A key without a vector scores -1, the least that there is.
        """


class Wording(NamedTuple):
    """Words that stand next to each other, in this order, as they are spelled.

    Attributes:
        words: Folded words, at least one.
        prefix: Whether the last one is only the beginning of a word.
        inflected: Whether its one word may stand there in another form or as a part of a compound, as it does
            when passages are ranked.
    """

    words: tuple[str, ...]
    prefix: bool = False
    inflected: bool = False


class Demand(NamedTuple):
    """What a passage must hold, or must not: one of these wordings, headings and footnotes included.

    Attributes:
        any_of: At least one wording.
        excluded: Whether it must not hold any of them.
        in_title: Whether the document's title is meant instead of the passage.
    """

    any_of: tuple[Wording, ...]
    excluded: bool = False
    in_title: bool = False


class LexicalQuery(NamedTuple):
    """A query as the lexical index takes it: what ranks, and demands that limit.

    Attributes:
        terms: Terms with their weights.
        demands: What a passage must hold, or must not.
        phrases: Folded words that stand next to each other, with their weights.
    """

    terms: tuple[tuple[str, float], ...]
    demands: tuple[Demand, ...] = ()
    phrases: tuple[tuple[tuple[str, ...], float], ...] = ()


class LexicalIndex(Protocol):
    """Passages by their words, ranked by BM25."""

    @property
    def analyser(self) -> Analyser:
        """What made its terms; queries and highlights go through the same."""

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
        """Return the ``count`` best passages that hold at least one of the terms and meet the demands.

        Where the demands ask for words, a passage that meets them may hold none of the terms: it scores 0.

        Args:
            query: Terms and weights, and demands.
            count: How many.
            filters: Limits, applied while matching.
            without: Ids of documents that must not be returned.
        """

    def matching(
        self,
        demands: Sequence[Demand],
        *,
        filters: Filters | None = None,
        without: Sequence[str] = (),
    ) -> NDArray[np.int64]:
        """Return the keys of all passages that meet the demands and the filters, ascending."""

    def meets(self, demands: Sequence[Demand], *, without: Sequence[str] = ()) -> bool:
        """Tell whether any passage meets the demands, of other documents than these."""

    @property
    def abbreviations(self) -> Abbreviations:
        """What the corpus' abbreviations stand for."""

    @property
    def speller(self) -> Speller:
        """Knows the corpus' words by their letters."""

    def holds(self, term: str) -> bool:
        """Tell whether any passage holds a term."""

    def completions(self, prefix: str, count: int) -> tuple[str, ...]:
        """Return the folded words that begin so, those in the most passages first."""

    def frequent(self, count: int) -> Sequence[str]:
        """Return the folded words that occur most often, at most so many."""

    def rarity(self, term: str) -> float:
        """Return how much a term tells: more the fewer passages hold it, never below 0."""
