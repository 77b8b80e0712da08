"""Does ours beat what is there, by how much, and how sure is that?"""

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.evaluation.measures import NDCG, RECALL, Bootstrap, Difference
from benchmarks.evaluation.systems import BASELINES, BM25, DENSE, OURS, RRF, VARIANTS, Outcome

LEAST = {BM25: 0.08, DENSE: 0.13, RRF: 0.045}
"""Least gain in nDCG@10 over each baseline, as the mean over the sets."""

MEAN = "mean"


class Gain(NamedTuple):
    """How much better ours is than another system.

    Attributes:
        system: The other one.
        place: Name of the set, or ``mean``.
        ndcg: In nDCG@10.
        recall: In recall@10.
    """

    system: str
    place: str
    ndcg: Difference
    recall: Difference


class Verdict(NamedTuple):
    """One demand, and whether it is met."""

    demand: str
    met: bool


def gains(outcome: Outcome, bootstrap: Bootstrap) -> list[Gain]:
    """Return the whole of ours against each baseline, on each set and on their mean."""
    return [gain for system in BASELINES for gain in _gains(outcome, bootstrap, system)]


def costs(outcome: Outcome, bootstrap: Bootstrap) -> list[Gain]:
    """Return the whole of ours against each variant that lacks a part, on the mean of the sets."""
    parts = [one.name for one in VARIANTS if one.name != OURS and one.name in outcome.figures]
    return [next(_gains(outcome, bootstrap, system)) for system in parts]


def verdicts(found: list[Gain]) -> list[Verdict]:
    """Return what issue 4 demands, and whether it is met."""
    return [verdict for gain in found for verdict in _verdicts(gain)]


def _gains(outcome: Outcome, bootstrap: Bootstrap, system: str) -> Iterator[Gain]:
    left, right = outcome.figures[OURS], outcome.figures[system]
    ndcg, recall = (bootstrap.difference(left, right, column) for column in (NDCG, RECALL))
    yield Gain(system, MEAN, ndcg, recall)
    for place, one in enumerate(outcome.sets):
        here = [bootstrap.of_set(place, left[place], right[place], column) for column in (NDCG, RECALL)]
        yield Gain(system, one.name, *here)


def _verdicts(gain: Gain) -> Iterator[Verdict]:
    if gain.place == MEAN:
        least = LEAST[gain.system]
        yield Verdict(f"nDCG@10 at least {least} above {gain.system}", gain.ndcg.mean >= least)
    yield Verdict(f"interval above zero against {gain.system} ({gain.place})", gain.ndcg.low > 0)
    yield Verdict(f"recall@10 no lower than {gain.system} ({gain.place})", gain.recall.mean >= 0)
