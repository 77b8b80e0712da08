"""Candidates for a query: by meaning, by words, or both, with the limits applied inside."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits, LexicalQuery
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.model.base import Vectors
from beleidszoeker.search.ranking.fusion import Candidates, Fused, Weights, fuse

POOL = 200
_NONE = np.empty(0, np.int64)
_NO_SCORES = np.empty(0, np.float32)


class Mode(StrEnum):
    """Which sides take part."""

    HYBRID = "hybrid"
    DENSE = "dense"
    LEXICAL = "lexical"


Weigh: TypeAlias = Callable[[float], Weights]
"""From the highest BM25 score to the weights for this query."""


def retrieve(
    snapshot: Snapshot,
    *,
    vector: Vectors | None,
    words: LexicalQuery,
    weigh: Weigh,
    mode: Mode = Mode.HYBRID,
    filters: Filters | None = None,
    allowed: NDArray[np.int64] | None = None,
    without: Sequence[str] = (),
    banned: NDArray[np.int64] = _NONE,
    pool: int = POOL,
) -> Fused:
    """Return the candidates of both sides, scored on both and fused, best first.

    Args:
        snapshot: Where to look.
        vector: The query's vector, shape ``(dimension,)``, after the map; ``None`` for words alone.
        words: The query's terms.
        weigh: Tells how much each side counts.
        mode: Which sides take part.
        filters: Limits for the side of words.
        allowed: The same limits as keys, for the side of meaning; ``None`` for all.
        without: Ids of documents to leave out, removed ones among them.
        banned: Keys of the passages of those that are not removed; few, for the side of meaning.
        pool: How many candidates each side brings.
    """
    lexical = Hits(_NONE, _NO_SCORES)
    if mode is not Mode.DENSE:
        lexical = snapshot.lexical.search(words, pool, filters=filters, without=without)
    weights = weigh(float(lexical.scores[0]) if len(lexical.scores) else 0.0)
    if vector is None or mode is Mode.LEXICAL:
        return fuse(_by_words(lexical), replace(weights, dense=0.0, lexical=1.0))
    dense = _without(snapshot.dense.search(vector, pool + len(banned), allowed=allowed), banned, pool)
    extra = np.setdiff1d(lexical.keys, dense.keys)
    keys = np.concatenate([dense.keys, extra])
    cosines = np.concatenate([dense.scores, snapshot.dense.scores(vector, extra)])
    found = Candidates(keys, cosines, snapshot.sentences.best(vector, keys), lexical)
    return fuse(found, replace(weights, dense=1.0, lexical=0.0) if mode is Mode.DENSE else weights)


def _by_words(hits: Hits) -> Candidates:
    nothing = np.zeros(len(hits.keys), dtype=np.float32)
    return Candidates(hits.keys, nothing, nothing, hits)


def _without(hits: Hits, banned: NDArray[np.int64], pool: int) -> Hits:
    """Leave out what is banned; so many more were asked that nothing is lost."""
    kept = ~np.isin(hits.keys, banned)
    return Hits(hits.keys[kept][:pool], hits.scores[kept][:pool])
