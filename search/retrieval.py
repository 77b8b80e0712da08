"""Candidates for a query: by meaning, by words, or both, with the limits applied inside."""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits, LexicalQuery
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.model.base import Vectors
from beleidszoeker.search.fusion import Fused, Weights, fuse, standardise

POOL = 200
_NONE = np.empty(0, np.int64)


class Mode(StrEnum):
    """Which sides take part."""

    HYBRID = "hybrid"
    DENSE = "dense"
    LEXICAL = "lexical"


def retrieve(
    snapshot: Snapshot,
    *,
    vector: Vectors | None,
    words: LexicalQuery,
    mode: Mode = Mode.HYBRID,
    weights: Weights | None = None,
    filters: Filters | None = None,
    allowed: NDArray[np.int64] | None = None,
    without: Sequence[str] = (),
    banned: NDArray[np.int64] = _NONE,
    pool: int = POOL,
) -> Fused:
    """Return the candidates of both sides, scored on both and fused, best first.

    Args:
        snapshot: Where to look.
        vector: The query's vector, shape ``(dimension,)``; ``None`` only in lexical mode.
        words: The query's terms.
        mode: Which sides take part.
        weights: How much each side counts.
        filters: Limits for the side of words.
        allowed: The same limits as keys, for the side of meaning; ``None`` for all.
        without: Ids of documents to leave out, removed ones among them.
        banned: Keys of the passages of those that are not removed; few, for the side of meaning.
        pool: How many candidates each side brings.
    """
    lexical = Hits(_NONE, np.empty(0, np.float32))
    if mode is not Mode.DENSE:
        lexical = snapshot.lexical.search(words, pool, filters=filters, without=without)
    if vector is None or mode is Mode.LEXICAL:
        return _one_side(lexical, dense=False)
    dense = _without(snapshot.dense.search(vector, pool + len(banned), allowed=allowed), banned, pool)
    if mode is Mode.DENSE:
        return _one_side(dense, dense=True)
    extra = np.setdiff1d(lexical.keys, dense.keys)
    keys = np.concatenate([dense.keys, extra])
    cosines = np.concatenate([dense.scores, snapshot.dense.scores(vector, extra)])
    return fuse(keys, cosines, lexical, weights or Weights())


def _one_side(hits: Hits, *, dense: bool) -> Fused:
    scores = standardise(hits.scores)
    zeros = np.zeros_like(scores)
    return Fused(hits.keys, hits.scores, scores if dense else zeros, zeros if dense else scores)


def _without(hits: Hits, banned: NDArray[np.int64], pool: int) -> Hits:
    """Leave out what is banned; so many more were asked that nothing is lost."""
    kept = ~np.isin(hits.keys, banned)
    return Hits(hits.keys[kept][:pool], hits.scores[kept][:pool])
