"""A library looked at from inside: what its index of vectors misses, and where a question's time goes.

    python -m benchmarks.scaling.inside LIBRARY < questions.txt

Settings, so the model, are the environment's.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.library import Library
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.ranking.retrieval import POOL
from beleidszoeker.settings import load_settings

BEST = 10
CHUNK = 20_000  # passages whose vectors are held at once
SAME = 1e-5  # what adding in another order changes of an inner product


def look(folder: Path, questions: Sequence[str], embedder: Embedder) -> dict[str, Any]:
    """Return what the index of vectors is and misses, and the parts of a question's time."""
    with Library(folder) as library:
        engine = SearchEngine(library, embedder)
        snapshot = engine.open()
        figures: dict[str, Any] = {"passages": len(snapshot.keys), "index": snapshot.manifest.dense}
        figures |= parts(library, engine, snapshot, embedder, questions)
        return figures | recall(library, snapshot, embedder, questions)


def parts(
    library: Library, engine: SearchEngine, snapshot: Snapshot, embedder: Embedder, questions: Sequence[str]
) -> dict[str, Any]:
    """Return the median milliseconds of each part of a search; what is left is the rest."""
    half = len(questions) // 2
    for question in questions[:half]:
        engine.search(question)
    clock = _Clock()
    clock.watch("meaning", snapshot.dense, "search", "scores")
    clock.watch("words", snapshot.lexical, "search", "matching", "meets", "frequencies")
    clock.watch("sentences", snapshot.sentences, "best")
    clock.watch("query_vector", embedder, "encode_queries")
    clock.watch("database", library.reader, *_public(type(library.reader)))
    rows = [clock.parts(lambda question=question: engine.search(question)) for question in questions[half:]]
    names = list(rows[0])
    return {"parts_ms": {name: round(float(np.median([row[name] for row in rows])), 2) for name in names}}


def recall(
    library: Library, snapshot: Snapshot, embedder: Embedder, questions: Sequence[str]
) -> dict[str, Any]:
    """Return the share of the ten nearest passages that the index finds, by the vectors in the database.

    Several passages may be equally near, as many share a text; any of them is right.
    """
    asked = embedder.encode_queries(list(questions))
    asked = np.stack([snapshot.map.apply(each) for each in asked]) if snapshot.map else asked
    limits = _tenth_scores(library, snapshot, asked)
    found = {}
    for name, count in (("recall_at_10", BEST), ("recall_at_10_as_used", POOL)):
        keys = [snapshot.dense.search(each, count).keys[:BEST] for each in asked]
        right = [
            np.sum(_scores(library, snapshot, each, some) >= limit - SAME)
            for each, some, limit in zip(asked, keys, limits, strict=True)
        ]
        found[name] = round(float(np.sum(right)) / (BEST * len(questions)), 4)
    return found


def _tenth_scores(library: Library, snapshot: Snapshot, asked: Vectors) -> NDArray[np.float32]:
    """Return for each question the score of the tenth nearest of all passages."""
    best = np.full((len(asked), BEST), -1, dtype=np.float32)
    for _, vectors in _vectors(library, snapshot, snapshot.keys):
        both = np.hstack([best, asked @ vectors.T])
        best = np.partition(both, -BEST, axis=1)[:, -BEST:]
    return best.min(axis=1)


def _scores(
    library: Library, snapshot: Snapshot, asked: Vectors, keys: NDArray[np.int64]
) -> NDArray[np.float32]:
    return np.concatenate([vectors @ asked for _, vectors in _vectors(library, snapshot, np.sort(keys))])


def _vectors(
    library: Library, snapshot: Snapshot, keys: NDArray[np.int64]
) -> Iterator[tuple[NDArray[np.int64], Vectors]]:
    """Yield keys and vectors in full precision, through the map, some at a time."""
    manifest = snapshot.manifest
    for first in range(0, len(keys), CHUNK):
        some = keys[first : first + CHUNK].tolist()
        read, vectors = library.reader.vectors(manifest.model, manifest.dimension, keys=some)
        yield read, snapshot.map.apply(vectors) if snapshot.map else vectors


class _Clock:
    """Milliseconds that calls of watched methods take; a call inside a watched call is part of it."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}
        self._inside = False

    def watch(self, part: str, watched: object, *names: str) -> None:
        """Count the time of these methods of an object's class, as far as it has them."""
        self._spent[part] = 0.0
        of = type(watched)
        for name in names:
            method = getattr(of, name, None)
            if callable(method):
                setattr(of, name, self._timed(part, method))

    def parts(self, work: Callable[[], object]) -> dict[str, float]:
        """Return what each part of this work took, what is left, and the whole."""
        self._spent = dict.fromkeys(self._spent, 0.0)
        started = time.perf_counter()
        work()
        whole = (time.perf_counter() - started) * 1000
        return self._spent | {"rest": whole - sum(self._spent.values()), "whole": whole}

    def _timed(self, part: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **options: Any) -> Any:
            with self._counted(part):
                return method(*arguments, **options)

        return timed

    @contextmanager
    def _counted(self, part: str) -> Iterator[None]:
        if self._inside:
            yield
            return
        self._inside, started = True, time.perf_counter()
        try:
            yield
        finally:
            self._inside = False
            self._spent[part] += (time.perf_counter() - started) * 1000


def _public(of: type) -> list[str]:
    return [name for name, each in vars(of).items() if not name.startswith("_") and callable(each)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Look at a library from inside.")
    parser.add_argument("library", type=Path)
    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache)
    questions = [line for line in sys.stdin.read().splitlines() if line]
    print(json.dumps(look(parser.parse_args().library, questions, embedder)))


if __name__ == "__main__":
    main()
