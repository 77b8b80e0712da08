"""Does a learnt map help on documents that it never saw? Cross-validated, with an interval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Hits
from beleidszoeker.index.vector_map import VectorMap
from beleidszoeker.model.base import Vectors
from beleidszoeker.search.ranking.fusion import Candidates, Scores, Weights, fuse

_DEPTH = 10
_POOL = 200
_RESAMPLES = 2000
_SEED = 20261122


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from and tested on.

    Attributes:
        queries: Vectors of the questions, shape ``(n, d)``, before any map.
        passages: Vectors of all passages, shape ``(m, d)``, before any map.
        answers: Row in ``passages`` of each question's answer, shape ``(n,)``, int64.
        lexical: What words alone find for each question, with rows of ``passages`` for keys.
        groups: Document of each question.
    """

    queries: Vectors
    passages: Vectors
    answers: NDArray[np.int64]
    lexical: Sequence[Hits]
    groups: Sequence[str]


@dataclass(frozen=True, slots=True)
class Gain:
    """nDCG@10 before and after, each question tested on a map that never saw its document.

    Attributes:
        dense_before: By meaning alone, with the map in use until now.
        dense_after: By meaning alone, with the new one.
        hybrid_before: Both sides, with the map in use until now.
        hybrid_after: Both sides, with the new one.
        low: Lower end of the 95 % interval of the hybrid's difference (bootstrap over documents).
        high: Upper end.
        queries: How many questions.
    """

    dense_before: float
    dense_after: float
    hybrid_before: float
    hybrid_after: float
    low: float
    high: float
    queries: int

    @property
    def certain(self) -> bool:
        """Whether the whole interval lies above zero."""
        return self.low > 0


def cross_validate(
    material: Material,
    learn: Callable[[NDArray[np.int64]], VectorMap],
    *,
    before: VectorMap | None,
    folds: int = 5,
    weights: Weights | None = None,
) -> Gain:
    """Measure what learning brings.

    Args:
        material: Questions and answers.
        learn: Makes a map from the questions with these row numbers.
        before: The map in use until now.
        folds: Into how many parts the documents are dealt.
        weights: Of meaning and words.
    """
    names = sorted(set(material.groups))
    dealt = dict(zip(names, np.random.default_rng(_SEED).permutation(len(names)) % folds, strict=True))
    fold_of = np.array([dealt[group] for group in material.groups])
    after = np.zeros((len(material.groups), 2))
    for fold in range(folds):
        tested = np.flatnonzero(fold_of == fold)
        if len(tested):
            after[tested] = _quality(material, tested, learn(np.flatnonzero(fold_of != fold)), weights)
    everything = np.arange(len(material.groups))
    now = _quality(material, everything, before, weights)
    low, high = _interval(after[:, 1] - now[:, 1], material.groups)
    (dense_before, hybrid_before), (dense_after, hybrid_after) = now.mean(axis=0), after.mean(axis=0)
    return Gain(
        dense_before=round(float(dense_before), 4),
        dense_after=round(float(dense_after), 4),
        hybrid_before=round(float(hybrid_before), 4),
        hybrid_after=round(float(hybrid_after), 4),
        low=round(low, 4),
        high=round(high, 4),
        queries=len(everything),
    )


def _quality(
    material: Material, rows: NDArray[np.int64], linear: VectorMap | None, weights: Weights | None
) -> NDArray[np.float64]:
    """Return nDCG@10 by meaning and by both sides, shape ``(len(rows), 2)``."""
    passages = linear.apply(material.passages) if linear else material.passages
    queries = linear.apply(material.queries[rows]) if linear else material.queries[rows]
    found = np.zeros((len(rows), 2))
    for place, (row, query) in enumerate(zip(rows, queries, strict=True)):
        cosines = (passages @ query).astype(np.float32)
        nearest = np.argsort(-cosines, kind="stable")[:_POOL]
        hits = material.lexical[row]
        keys = np.union1d(nearest, hits.keys)
        near = _at(cosines, keys)
        fused = fuse(Candidates(keys, near, near, hits), weights or Weights())
        found[place] = _ndcg(nearest, material.answers[row]), _ndcg(fused.keys, material.answers[row])
    return found


def _at(cosines: Scores, keys: NDArray[np.int64]) -> Scores:
    return np.asarray(cosines[keys], dtype=np.float32)


def _ndcg(ranked: NDArray[np.int64], answer: np.int64) -> float:
    """nDCG@10 with one right answer: one over the logarithm of its place."""
    places = np.flatnonzero(ranked[:_DEPTH] == answer)
    return float(1 / np.log2(places[0] + 2)) if len(places) else 0.0


def _interval(differences: NDArray[np.float64], groups: Sequence[str]) -> tuple[float, float]:
    """Return the 95 % interval of the mean difference, drawing whole documents with replacement."""
    names = sorted(set(groups))
    sums = np.array([differences[[i for i, g in enumerate(groups) if g == name]].sum() for name in names])
    counts = np.array([sum(g == name for g in groups) for name in names])
    draws = np.random.default_rng(_SEED).integers(0, len(names), size=(_RESAMPLES, len(names)))
    means = sums[draws].sum(axis=1) / counts[draws].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)
