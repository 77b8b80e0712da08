"""Learning a map from all questions but those of one fold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.vector_map import VectorMap
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.search.adaptation import pairs_from_collection, train
from beleidszoeker.search.measuring.beir import Collection
from benchmarks.evaluation.shelves import Shelf


class Lesson(NamedTuple):
    """What one set gives to learn from.

    Attributes:
        collection: Its questions and judgements.
        shelf: Its texts, embedded.
        fold_of: Fold of each question.
    """

    collection: Collection
    shelf: Shelf
    fold_of: Mapping[str, int]


def learn_map(lessons: Sequence[Lesson], embedder: Embedder, fold: int) -> VectorMap:
    """Learn one map on all sets, from the questions outside a fold, in the product's own way."""
    queries, passages, rows = zip(*(_material(lesson, embedder, fold) for lesson in lessons), strict=True)
    first = np.cumsum([0, *map(len, passages)])[:-1]
    answers = np.concatenate([part + start for part, start in zip(rows, first, strict=True)])
    pairs = np.stack([np.arange(len(answers)), answers], axis=1)
    return train(np.concatenate(queries), np.concatenate(passages), pairs)


def _material(lesson: Lesson, embedder: Embedder, fold: int) -> tuple[Vectors, Vectors, NDArray[np.int64]]:
    """Return vectors of questions outside a fold and of all passages, and the row of each answer."""
    keys, passages = lesson.shelf.library.reader.vectors(embedder.id, embedder.dimension)
    pairs = pairs_from_collection(_outside(lesson, fold), lesson.shelf.owners)
    queries = embedder.encode_queries(pairs.queries)
    return queries, passages, np.asarray(np.searchsorted(keys, pairs.keys), dtype=np.int64)


def _outside(lesson: Lesson, fold: int) -> Collection:
    all_of = lesson.collection
    kept = {query: text for query, text in all_of.queries.items() if lesson.fold_of[query] != fold}
    return replace(all_of, queries=kept, judgements={query: all_of.judgements[query] for query in kept})
