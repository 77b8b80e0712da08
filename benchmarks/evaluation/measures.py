"""The measures, question by question, and the interval of a difference."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import ir_measures
import numpy as np
from numpy.typing import NDArray

from beleidszoeker.search.measuring.evaluation import MEASURES
from benchmarks.evaluation.sets import SEED, TestSet

NAMES = tuple(MEASURES)
NDCG, RECALL = NAMES.index("nDCG@10"), NAMES.index("R@10")
RESAMPLES = 5000

Run = Mapping[str, Mapping[str, float]]
"""Question id → text id → score."""

Figures = NDArray[np.float64]
"""Shape ``(questions, measures)``: a row for each question that was asked, a column for each of ``NAMES``."""


class Difference(NamedTuple):
    """A mean difference and its 95 % interval."""

    mean: float
    low: float
    high: float


def measure(one: TestSet, run: Run) -> Figures:
    """Measure a run on a set; a question without an answer in it scores 0."""
    places = {query: row for row, query in enumerate(one.asked)}
    judged = {query: one.collection.judgements[query] for query in one.asked}
    figures = np.zeros((len(places), len(NAMES)))
    answered = {query: dict(run[query]) for query in one.asked if run.get(query)}
    columns = {measure: column for column, measure in enumerate(MEASURES.values())}
    for found in ir_measures.iter_calc(list(columns), judged, answered):
        figures[places[found.query_id], columns[found.measure]] = found.value
    return figures


class Bootstrap:
    """Paired bootstrap over documents, the same draws for every difference (Sakai, SIGIR 2006).

    Documents are drawn with replacement within each set, all questions of a document together; the mean over
    sets is what is looked at.

    Args:
        sets: The sets.
        resamples: How many draws.
    """

    def __init__(self, sets: Sequence[TestSet], *, resamples: int = RESAMPLES) -> None:
        self._rows = [_document_rows(one) for one in sets]
        random = np.random.default_rng(SEED)
        self._draws = [
            random.multinomial(count, np.full(count, 1 / count), size=resamples).astype(np.float64)
            for count in (int(rows.max()) + 1 for rows in self._rows)
        ]

    def difference(self, left: Sequence[Figures], right: Sequence[Figures], column: int) -> Difference:
        """Return how much better ``left`` is than ``right`` in one measure, as the mean over the sets."""
        pairs = [a[:, column] - b[:, column] for a, b in zip(left, right, strict=True)]
        means = np.mean([self._means(place, values) for place, values in enumerate(pairs)], axis=0)
        low, high = np.percentile(means, [2.5, 97.5])
        return Difference(float(np.mean([values.mean() for values in pairs])), float(low), float(high))

    def of_set(self, place: int, left: Figures, right: Figures, column: int) -> Difference:
        """Return the difference on one set alone."""
        values = left[:, column] - right[:, column]
        low, high = np.percentile(self._means(place, values), [2.5, 97.5])
        return Difference(float(values.mean()), float(low), float(high))

    def _means(self, place: int, values: NDArray[np.float64]) -> NDArray[np.float64]:
        rows, draws = self._rows[place], self._draws[place]
        means = (draws @ np.bincount(rows, weights=values)) / (draws @ np.bincount(rows))
        return np.asarray(means, dtype=np.float64)


def _document_rows(one: TestSet) -> NDArray[np.int64]:
    names = [one.groups[query] for query in one.asked]
    return np.asarray(np.unique(names, return_inverse=True)[1], dtype=np.int64)
