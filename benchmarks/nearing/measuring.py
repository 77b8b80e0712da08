"""Recall against comparing all, and the time of one query at a time."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import faiss
import numpy as np
from numpy.typing import NDArray

from beleidszoeker.model.base import Vectors

DEPTH = 200
"""How many candidates the search engine takes."""

_BLOCK = 100_000
Search = Callable[[Vectors], NDArray[np.int64]]
"""From one query to the places of what it found, best first."""


class Truth(NamedTuple):
    """For each query the scores of the nearest, at full precision, best first."""

    queries: Vectors
    scores: Vectors


def truth(queries: Vectors, vectors: Vectors, kept: NDArray[np.bool_] | None = None) -> Truth:
    """Compare everything with everything, by blocks."""
    best = np.full((len(queries), DEPTH), -np.inf, np.float32)
    for first in range(0, len(vectors), _BLOCK):
        scores = queries @ vectors[first : first + _BLOCK].T
        if kept is not None:
            scores[:, ~kept[first : first + _BLOCK]] = -np.inf
        best = np.partition(np.hstack([best, scores]), -DEPTH, axis=1)[:, -DEPTH:]
    return Truth(queries, -np.sort(-best, axis=1))


def recall(known: Truth, vectors: Vectors, found: Sequence[NDArray[np.int64]], depth: int) -> float:
    """Return which share of the nearest was found; what is as near as the last of them counts too."""
    shares = []
    for query, scores, places in zip(known.queries, known.scores, found, strict=True):
        wanted = int(np.isfinite(scores[:depth]).sum())
        own = vectors[places[:depth]] @ query
        shares.append((own >= scores[wanted - 1] - 1e-6).sum() / wanted if wanted else 1.0)
    return round(float(np.mean(shares)), 4)


def timed(search: Search, queries: Vectors, threads: int) -> dict[str, float]:
    """Return milliseconds of one query at a time, of the clock and of the processor; some go before."""
    faiss.omp_set_num_threads(threads)
    clock, busy = [], []
    for query in (*queries[:20], *queries):
        begun, used = time.perf_counter(), time.process_time()
        search(query)
        clock.append(1000 * (time.perf_counter() - begun))
        busy.append(1000 * (time.process_time() - used))
    return {
        "p50": _rounded(np.percentile(clock[20:], 50)),
        "p95": _rounded(np.percentile(clock[20:], 95)),
        "processor_p50": _rounded(np.percentile(busy[20:], 50)),
    }


def crowded(search: Search, queries: Vectors, clients: int) -> dict[str, float]:
    """Return what clients get who ask at the same time: queries per second, and milliseconds of the clock."""
    taken: list[float] = []

    def ask(some: Vectors) -> None:
        for query in some:
            begun = time.perf_counter()
            search(query)
            taken.append(1000 * (time.perf_counter() - begun))

    rows = [threading.Thread(target=ask, args=(queries[first::clients],)) for first in range(clients)]
    begun, used = time.perf_counter(), time.process_time()
    for row in rows:
        row.start()
    for row in rows:
        row.join()
    return {
        "per_second": _rounded(len(taken) / (time.perf_counter() - begun)),
        "p50": _rounded(np.percentile(taken, 50)),
        "p95": _rounded(np.percentile(taken, 95)),
        "processor_each": _rounded(1000 * (time.process_time() - used) / len(taken)),
    }


def _rounded(value: float | np.floating) -> float:
    return round(float(value), 2)
