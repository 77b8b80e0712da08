"""The figures as a page of text and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.evaluation.measures import NAMES, Difference
from benchmarks.evaluation.systems import OURS, Outcome
from benchmarks.evaluation.verdict import Gain, Verdict

_WIDTH = 48
_COLUMN = 9


def page(outcome: Outcome, against: Sequence[Gain], parts: Sequence[Gain], judged: Sequence[Verdict]) -> str:
    """Return the whole report."""
    lines = [*_head(outcome), *_rows(outcome), "", f"BM25: {outcome.bm25}", ""]
    lines += ["Ours (hybrid, map by folds) minus each baseline, with 95 % intervals", *_gains(against), ""]
    if parts:
        lines += ["Ours minus ours without something, mean over the sets", *_gains(parts)]
        lines += [f"changes nothing, so look whether it is still wired: {name}" for name in outcome.idle]
        lines.append("")
    lines += [f"{'yes' if verdict.met else 'NO ':<4}{verdict.demand}" for verdict in judged]
    met = all(verdict.met for verdict in judged)
    lines.append(f"Verdict: {'every demand is met' if met else 'not every demand is met'}.")
    return "\n".join(lines)


def as_json(
    outcome: Outcome, against: Sequence[Gain], parts: Sequence[Gain], judged: Sequence[Verdict]
) -> dict[str, Any]:
    """Return all figures."""
    return {
        "sets": [
            {
                "name": one.name,
                "texts": len(one.collection.texts),
                "questions": len(one.collection.queries),
                "asked": len(one.asked),
                "documents": len({one.groups[query] for query in one.asked}),
            }
            for one in outcome.sets
        ],
        "systems": {name: _measures(outcome, name) for name in outcome.figures},
        "bm25": outcome.bm25._asdict(),
        "against": [_gain(gain) for gain in against],
        "parts": [_gain(gain) for gain in parts],
        "idle": list(outcome.idle),
        "verdicts": [verdict._asdict() for verdict in judged],
        "seconds": outcome.seconds,
    }


def shown(difference: Difference) -> str:
    """Return a difference with its interval.

    >>> shown(Difference(0.1234, 0.1, -0.02))
    '+0.123 [+0.100, -0.020]'
    """
    return f"{difference.mean:+.3f} [{difference.low:+.3f}, {difference.high:+.3f}]"


def _head(outcome: Outcome) -> Iterator[str]:
    span = _COLUMN * len(NAMES)
    names = [f"{one.name} ({len(one.asked)})" for one in outcome.sets]
    yield " " * _WIDTH + "".join(f"{name:>{span}}" for name in names) + f"{'mean':>{_COLUMN}}"
    columns = [*NAMES * len(outcome.sets), NAMES[0]]
    yield f"{'system':<{_WIDTH}}" + "".join(f"{name:>{_COLUMN}}" for name in columns)


def _rows(outcome: Outcome) -> Iterator[str]:
    for name, figures in outcome.figures.items():
        cells = [value for one in figures for value in one.mean(axis=0)] + [outcome.mean(name)]
        mark = " *" if name == OURS else ""
        yield f"{name + mark:<{_WIDTH}}" + "".join(f"{value:>{_COLUMN}.4f}" for value in cells)


def _gains(found: Sequence[Gain]) -> Iterator[str]:
    for gain in found:
        where = f"{gain.system} ({gain.place})"
        yield f"{where:<50}nDCG@10 {shown(gain.ndcg)}   R@10 {shown(gain.recall)}"


def _measures(outcome: Outcome, system: str) -> dict[str, Any]:
    found = {
        one.name: {name: round(float(value), 4) for name, value in zip(NAMES, row.mean(axis=0), strict=True)}
        for one, row in zip(outcome.sets, outcome.figures[system], strict=True)
    }
    mean = {name: round(outcome.mean(system, column), 4) for column, name in enumerate(NAMES)}
    return {"sets": found, "mean": mean}


def _gain(gain: Gain) -> dict[str, Any]:
    return {"system": gain.system, "place": gain.place} | {
        name: {key: round(value, 4) for key, value in one._asdict().items()}
        for name, one in (("nDCG@10", gain.ndcg), ("R@10", gain.recall))
    }
