"""What anybody could use instead, besides BM25: the model alone, and the usual way to join the two."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.model.base import Vectors
from benchmarks.evaluation.measures import Run
from benchmarks.evaluation.sets import TestSet

DEPTH = 100
RRF_K = 60


class Dense:
    """The model alone: exact cosines, no map; a text scores as its best passage.

    Args:
        one: The set.
        queries: Vectors of the questions that are asked, in order.
        passages: Vectors of all passages.
        owners: Text of each passage.
    """

    def __init__(self, one: TestSet, queries: Vectors, passages: Vectors, owners: Sequence[str]) -> None:
        self._set, self._queries, self._passages, self._owners = one, queries, passages, owners

    @cached_property
    def _texts(self) -> tuple[list[str], NDArray[np.int64]]:
        names, rows = np.unique(self._owners, return_inverse=True)
        return names.tolist(), np.asarray(rows, dtype=np.int64)

    def run(self, *, depth: int = DEPTH) -> Run:
        """Return the nearest texts of each question."""
        names, rows = self._texts
        found = {}
        for query, vector in zip(self._set.asked, self._queries, strict=True):
            scores = np.full(len(names), -2.0)
            np.maximum.at(scores, rows, self._passages @ vector)
            found[query] = best(names, scores, depth, least=-2.0)
        return found


def best(names: Sequence[str], scores: Any, depth: int, *, least: float = 0.0) -> dict[str, float]:
    """Return the names of the highest scores above ``least``, best first."""
    order = np.argsort(-scores, kind="stable")[:depth]
    return {names[place]: float(scores[place]) for place in order if scores[place] > least}


def rrf(runs: Sequence[Run], *, k: int = RRF_K) -> Run:
    """Join runs by their ranks: the sum of 1 / (k + rank) (Cormack, Clarke & Büttcher, SIGIR 2009)."""
    queries = dict.fromkeys(query for run in runs for query in run)
    return {query: _joined([run.get(query, {}) for run in runs], k) for query in queries}


def _joined(rankings: Sequence[Mapping[str, float]], k: int) -> dict[str, float]:
    joined: dict[str, float] = {}
    for name, share in (pair for ranking in rankings for pair in _shares(ranking, k)):
        joined[name] = joined.get(name, 0.0) + share
    return joined


def _shares(ranking: Mapping[str, float], k: int) -> Iterator[tuple[str, float]]:
    ordered = sorted(ranking, key=lambda name: (-ranking[name], name))
    for rank, name in enumerate(ordered, start=1):
        yield name, 1 / (k + rank)
