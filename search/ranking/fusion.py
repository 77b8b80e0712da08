"""Putting meaning and words together: scores, not ranks.

Each candidate has scores by meaning — of the whole passage and of its nearest sentence — and one by words.
All are standardised over the candidates of this query: cosines of this model lie between 0.7 and 0.9, BM25
scores anywhere. They are added with weights that were measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each side counts for one query; see ``weighing``.

    Attributes:
        dense: Weight of the standardised score by meaning.
        lexical: Weight of the standardised score by words.
        sentences: What the nearest sentence counts within meaning, where the whole passage counts 1.
    """

    dense: float = 0.6
    lexical: float = 0.4
    sentences: float = 0.0


class Candidates(NamedTuple):
    """What was found for a query, before it is put together; all arrays of shape ``(n,)``.

    Attributes:
        keys: Passage keys, int64.
        passages: Cosine of each passage with the query.
        sentences: Cosine of each passage's nearest sentence; ``-inf`` where its sentences have no vectors of
            their own: then the passage speaks for them.
        lexical: Those that hold a word of the query, with BM25 scores; the others score 0.
    """

    keys: NDArray[np.int64]
    passages: Scores
    sentences: Scores
    lexical: Hits


class Fused(NamedTuple):
    """Candidates, best first; all arrays of shape ``(n,)``.

    Attributes:
        keys: Passage keys, int64.
        scores: Weighted sums.
        dense: Standardised scores by meaning.
        lexical: Standardised scores by words.
        effects: What each part adds to ``scores``, by its name; they add up to them.
        held: Which of them hold a word of the query.
    """

    keys: NDArray[np.int64]
    scores: Scores
    dense: Scores
    lexical: Scores
    effects: dict[str, Scores]
    held: NDArray[np.bool_]

    def part(self, places: Sequence[int] | NDArray[np.int64]) -> "Fused":
        """Return the candidates at these places, in this order."""
        at = np.asarray(places, dtype=np.int64)
        effects = {name: effect[at] for name, effect in self.effects.items()}
        return Fused(self.keys[at], self.scores[at], self.dense[at], self.lexical[at], effects, self.held[at])


def fuse(found: Candidates, weights: Weights) -> Fused:
    """Fuse the candidates; equal scores by ascending key."""
    nearest = np.where(np.isfinite(found.sentences), found.sentences, found.passages)
    passages, sentences = standardise(found.passages), weights.sentences * standardise(nearest)
    spread = float((passages + sentences).std() if len(found.keys) else 0.0) or 1.0
    bm25 = _aligned(found.keys, found.lexical)
    words = standardise(bm25)
    effects = {
        "meaning": _scores(weights.dense / spread * passages),
        "sentences": _scores(weights.dense / spread * sentences),
        "words": _scores(weights.lexical * words),
    }
    scores = effects["meaning"] + effects["sentences"] + effects["words"]
    meaning = _scores((passages + sentences) / spread)
    return _best_first(Fused(found.keys, scores, meaning, words, effects, bm25 > 0))


def _scores(values: NDArray[np.floating]) -> Scores:
    return np.asarray(values, dtype=np.float32)


def with_effect(fused: Fused, name: str, added: Scores) -> Fused:
    """Return the candidates with another part added to their scores, best first again."""
    return _best_first(fused._replace(scores=fused.scores + added, effects=fused.effects | {name: added}))


def _best_first(fused: Fused) -> Fused:
    return fused.part(np.lexsort((fused.keys, -fused.scores)))


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
