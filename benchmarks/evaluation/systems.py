"""All systems, and one run of them over the same questions and texts."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from beleidszoeker.index.report import NullReporter, Reporter
from beleidszoeker.search.ranking.retrieval import Mode
from benchmarks.evaluation.ablations import ABLATIONS
from benchmarks.evaluation.baselines import Dense, rrf
from benchmarks.evaluation.bm25 import DOCUMENTED, GRID, Bm25, Bm25Choice, best_choice
from benchmarks.evaluation.measures import NDCG, Figures, Run, measure
from benchmarks.evaluation.ours import Ours, Variant
from benchmarks.evaluation.sets import TestSet

BM25, BM25_DOCUMENTED, DENSE, RRF = "BM25", "BM25 as documented", "dense alone", "RRF of BM25 and dense"
BASELINES = (BM25, DENSE, RRF)
OURS = "ours: hybrid, map by folds"
UNMAPPED = "ours: hybrid, no map"
SERVED = "ours: as people are served"

VARIANTS = (
    Variant("ours: lexical", Mode.LEXICAL),
    Variant("ours: dense, no map", Mode.DENSE),
    Variant("ours: dense, map by folds", Mode.DENSE, mapped=True),
    Variant(UNMAPPED, Mode.HYBRID),
    Variant(OURS, Mode.HYBRID, mapped=True),
    Variant(SERVED, Mode.HYBRID, mapped=True, served=True),
    *(Variant(f"– without {part.name}", Mode.HYBRID, mapped=True, without=part) for part in ABLATIONS),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run.

    Attributes:
        sets: The sets, in the order of all that follows.
        figures: System → figures for each set.
        bm25: How the better BM25 is set.
        idle: Variants without a part that rank everything as with it.
        seconds: How long it took.
    """

    sets: Sequence[TestSet]
    figures: dict[str, list[Figures]] = field(default_factory=dict)
    bm25: Bm25Choice = DOCUMENTED
    idle: tuple[str, ...] = ()
    seconds: float = 0.0

    def mean(self, system: str, column: int = NDCG) -> float:
        """Return a system's figure as the mean over the sets."""
        return float(np.mean([figures[:, column].mean() for figures in self.figures[system]]))


def evaluate(
    sets: Sequence[TestSet],
    ours: Ours,
    *,
    only: Sequence[str] = (),
    reporter: Reporter | None = None,
    grid: Sequence[Bm25Choice] = GRID,
) -> Outcome:
    """Run the systems.

    Args:
        sets: The sets.
        ours: Our search over the same sets.
        only: Systems whose name holds one of these; the baselines and the whole of ours always run.
        reporter: Is told of the progress.
        grid: Where the better BM25 is looked for.
    """
    started = time.perf_counter()
    runs, choice = _baselines(sets, ours, reporter or NullReporter(), grid)
    for variant in VARIANTS:
        if variant.name == OURS or not only or any(part in variant.name for part in only):
            runs[variant.name] = ours.run(variant)
    measured = {
        name: [measure(one, run) for one, run in zip(sets, found, strict=True)]
        for name, found in runs.items()
    }
    return Outcome(sets, measured, choice, _idle(runs), round(time.perf_counter() - started, 1))


def _baselines(
    sets: Sequence[TestSet], ours: Ours, reporter: Reporter, grid: Sequence[Bm25Choice]
) -> tuple[dict[str, list[Run]], Bm25Choice]:
    """Run what is compared with; the BM25 that the others build on is the better one."""
    dense = [Dense(one, *ours.vectors(place)).run() for place, one in enumerate(sets)]
    indexes = [Bm25(one) for one in sets]
    reporter.begin("ways to set BM25", len(grid) + 1)
    choice = best_choice(sets, indexes, [DOCUMENTED, *grid], progress=reporter.advance)
    reporter.end()
    words = [index.run(choice) for index in indexes]
    runs = {
        BM25_DOCUMENTED: [index.run(DOCUMENTED) for index in indexes],
        BM25: words,
        DENSE: dense,
        RRF: [rrf(pair) for pair in zip(words, dense, strict=True)],
    }
    return runs, choice


def _idle(runs: dict[str, list[Run]]) -> tuple[str, ...]:
    """Return the variants without a part that differ in nothing: the part is not where the table says."""
    parts = [
        variant.name for variant in VARIANTS if variant.without.name != "nothing" and variant.name in runs
    ]
    return tuple(name for name in parts if runs[name] == runs[OURS])
