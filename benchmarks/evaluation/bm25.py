"""BM25 with ``bm25s``, set as its documentation has it and as well as it can be."""

from collections.abc import Sequence
from itertools import product
from typing import Any, NamedTuple

import bm25s
import numpy as np
import snowballstemmer

from beleidszoeker.model.base import Progress
from benchmarks.evaluation.baselines import DEPTH, best
from benchmarks.evaluation.measures import NDCG, Run, measure
from benchmarks.evaluation.sets import TestSet


class Bm25Choice(NamedTuple):
    """How BM25 is set.

    Attributes:
        k1: Saturation of a term's frequency.
        b: Weight of a text's length.
        stemmer: Snowball algorithm, *dutch* (Kraaij & Pohlmann) or *dutch_porter*.
        stopwords: Leave out the library's own Dutch stop words.
    """

    k1: float = 1.5
    b: float = 0.75
    stemmer: str = "dutch"
    stopwords: bool = True

    def __str__(self) -> str:
        words = "without stop words" if self.stopwords else "with all words"
        return f"k1={self.k1} b={self.b}, Snowball {self.stemmer}, {words}"


DOCUMENTED = Bm25Choice()
"""The library's documented defaults."""

GRID = [
    Bm25Choice(*choice)
    for choice in product(
        (0.9, 1.2, 1.5, 2.0), (0.6, 0.75, 0.9, 1.0), ("dutch", "dutch_porter"), (True, False)
    )
]


class Bm25:
    """BM25 over one set with ``bm25s``, in Lucene's variant (Lù 2024; Kamphuis et al., ECIR 2020)."""

    def __init__(self, one: TestSet) -> None:
        self._set = one
        self._names = list(one.collection.texts)
        self._tokens: dict[tuple[str, bool], tuple[Any, Any]] = {}

    def run(self, choice: Bm25Choice, *, depth: int = DEPTH) -> Run:
        """Return the best texts of each question."""
        texts, queries = self._tokenised(choice)
        index = bm25s.BM25(k1=choice.k1, b=choice.b, method="lucene")
        index.index(texts, show_progress=False)
        found = {}
        for query, words in zip(self._set.asked, queries, strict=True):
            scores = index.get_scores(words) if words else np.zeros(len(self._names), np.float32)
            found[query] = best(self._names, scores, depth)
        return found

    def _tokenised(self, choice: Bm25Choice) -> tuple[Any, Any]:
        """Return the texts' tokens and the questions': they are the same for every k1 and b."""
        key = choice.stemmer, choice.stopwords
        if key not in self._tokens:
            collection = self._set.collection
            texts = [f"{title}\n{text}" for title, text in collection.texts.values()]
            queries = [collection.queries[query] for query in self._set.asked]
            self._tokens[key] = _tokens(texts, choice), _tokens(queries, choice)
        return self._tokens[key]


def _tokens(texts: list[str], choice: Bm25Choice) -> list[list[str]]:
    found: list[list[str]] = bm25s.tokenize(
        texts,
        stopwords="nl" if choice.stopwords else [],
        stemmer=snowballstemmer.stemmer(choice.stemmer),
        return_ids=False,
        show_progress=False,
    )
    return found


def best_choice(
    sets: Sequence[TestSet],
    indexes: Sequence[Bm25],
    grid: Sequence[Bm25Choice],
    *,
    progress: Progress | None = None,
) -> Bm25Choice:
    """Return the choice with the highest nDCG@10, as the mean over the sets.

    It is chosen on the very questions that it is measured on: a baseline may be flattered, ours may not.
    """

    def quality(choice: Bm25Choice) -> float:
        if progress is not None:
            progress(1)
        runs = zip(sets, indexes, strict=True)
        return float(
            np.mean([measure(one, bm25.run(choice, depth=10))[:, NDCG].mean() for one, bm25 in runs])
        )

    return max(grid, key=quality)
