"""Putting meaning and words together: scores, not ranks.

Each candidate has a score by meaning and one by words. Both are standardised over the candidates of this
query —
cosines of this model lie between 0.7 and 0.9, BM25 scores anywhere — and added with weights that were
measured.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits
from beleidszoeker.index.terms import is_reference

Scores = NDArray[np.float32]
_SHORT_QUERY = 8


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each side counts; measured, see docs/retrieval.md.

    Attributes:
        dense: Weight of the standardised score by meaning.
        lexical: Weight of the standardised score by words.
    """

    dense: float = 0.6
    lexical: float = 0.4

    def for_terms(self, terms: Collection[str]) -> "Weights":
        """Return the weights for a query: a short one that names a Kamerstuk is about those digits."""
        short = len(terms) <= _SHORT_QUERY
        return _BY_REFERENCE if short and any(is_reference(term) for term in terms) else self


_BY_REFERENCE = Weights(dense=0.15, lexical=0.85)


class Fused(NamedTuple):
    """Candidates, best first; all arrays of shape ``(n,)``.

    Attributes:
        keys: Passage keys, int64.
        scores: Weighted sums.
        dense: Standardised scores by meaning.
        lexical: Standardised scores by words.
    """

    keys: NDArray[np.int64]
    scores: Scores
    dense: Scores
    lexical: Scores


def fuse(keys: NDArray[np.int64], dense: Scores, lexical: Hits, weights: Weights) -> Fused:
    """Fuse the candidates.

    Args:
        keys: All candidates, shape ``(n,)``.
        dense: Their cosine with the query, shape ``(n,)``.
        lexical: Those that hold a word of the query, with BM25 scores; the others score 0.
        weights: How much each side counts.
    """
    by_meaning = standardise(dense)
    by_words = standardise(_aligned(keys, lexical))
    scores = weights.dense * by_meaning + weights.lexical * by_words
    order = np.lexsort((keys, -scores))
    return Fused(keys[order], scores[order], by_meaning[order], by_words[order])


def standardise(scores: Scores) -> Scores:
    """Return scores in standard deviations above their mean; all zeros where they do not differ."""
    deviation = float(scores.std()) if len(scores) else 0.0
    if deviation == 0.0:
        return np.zeros_like(scores)
    return np.asarray((scores - scores.mean()) / deviation, dtype=np.float32)


def _aligned(keys: NDArray[np.int64], hits: Hits) -> Scores:
    """Return the hits' scores in the order of ``keys``, 0 for a key without a hit."""
    aligned = np.zeros(len(keys), dtype=np.float32)
    if len(hits.keys):
        order = np.argsort(hits.keys)
        places = np.minimum(np.searchsorted(hits.keys, keys, sorter=order), len(hits.keys) - 1)
        same = hits.keys[order][places] == keys
        aligned[same] = hits.scores[order][places][same]
    return aligned
