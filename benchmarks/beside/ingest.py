"""How many texts a second become searchable, each engine embedding with its own runtime."""

import statistics
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.beside.bench import Bench, say
from benchmarks.beside.lineup import OURS, PEERS, Entry
from benchmarks.beside.material import Material, of_sets
from benchmarks.evaluation.sets import TestSet

WARM = 4


def ingest(bench: Bench, sets: Sequence[TestSet], *, count: int, rounds: int) -> dict[str, Any]:
    """Let everybody index the same texts in turns; rates are medians over the rounds.

    Args:
        bench: The workplace.
        sets: Where the texts come from.
        count: How many.
        rounds: How often.
    """
    few, given = (of_sets(sets, size, bench.folder / f"texts-{size}") for size in (WARM, count))
    done: dict[str, list[dict[str, float]]] = {}
    for turn in range(rounds):
        for entry in bench.wanted((OURS, *PEERS)):
            say(f"ingest {turn + 1} of {rounds}: {entry.name}")
            one = _once(bench, entry, few, given)
            if one is not None:
                done.setdefault(entry.name, []).append(one)
    figures = {name: _figures(given.count, turns) for name, turns in done.items()}
    return {"texts": given.count, "engines": figures}


def _once(bench: Bench, entry: Entry, few: Material, given: Material) -> dict[str, float] | None:
    """Index a few texts, so that the model is in memory, and then all."""
    with ExitStack() as opened:
        process = bench.start(opened, entry)
        if process is None:
            return None
        for material in (few, given):
            folder = Path(opened.enter_context(TemporaryDirectory()))
            found = process.build(material.texts, folder, None)
    return {"seconds": found["seconds"], "peak": found["peak"]}


def _figures(count: int, turns: Sequence[dict[str, float]]) -> dict[str, float]:
    return {
        "texts_per_second": round(count / statistics.median(turn["seconds"] for turn in turns), 2),
        "peak_mb": round(max(turn["peak"] for turn in turns)),
    }
