"""How long a question takes, and what memory and disk that asks, over many texts whose vectors are known.

The engines are all open at once and take turns, a few questions each, so that what else the machine does hits
all alike. A question's vector is made within its time, by the engine's own runtime.
"""

import json
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.beside.bench import Bench, say
from benchmarks.beside.lineup import OURS, PEERS, RANKED, Entry
from benchmarks.beside.material import Material
from benchmarks.beside.process import Process
from benchmarks.beside.table import spread

COUNT, WARM, TURN = 10, 5, 5
"""Results that are asked for; questions before the clock runs; questions in a row."""
OUR_WAYS = (OURS, RANKED)


@dataclass(slots=True)
class Runner:
    """One engine in the race, with its times in milliseconds by kind of question."""

    entry: Entry
    process: Process
    figures: dict[str, Any]
    waits: dict[str, list[float]] = field(default_factory=dict)
    busy: dict[str, list[float]] = field(default_factory=dict)

    def ask(self, kind: str, questions: Sequence[str]) -> None:
        """Ask, and note the times."""
        answer = self.process.ask(questions, COUNT)
        self.waits.setdefault(kind, []).extend(answer["waits"])
        self.busy.setdefault(kind, []).extend(answer["busy"])
        self.figures["serving_mb"] = round(answer["peak"])

    def told(self) -> dict[str, Any]:
        """Return all figures."""
        return self.figures | {
            kind: {"ms": spread(waits), "processor_ms": spread(self.busy[kind])}
            for kind, waits in self.waits.items()
        }


def speed(
    bench: Bench, given: Material, library: Path | None, questions: dict[str, Sequence[str]]
) -> dict[str, Any]:
    """Measure everybody.

    Args:
        bench: The workplace.
        given: The texts; those that need vectors get them.
        library: The same passages for ours; ``None`` to leave ours out.
        questions: Kind → questions, no two the same.
    """
    entries = bench.wanted((*OUR_WAYS, *PEERS) if library else PEERS)
    built = {entry: _built(bench, entry, given) for entry in entries if entry not in OUR_WAYS}
    with ExitStack() as opened:
        runners = []
        for entry in bench.wanted(tuple(entries)):
            folder = library if entry in OUR_WAYS and library else given.index(entry.key)
            process = bench.start(opened, entry)
            if process is not None:
                seconds = round(process.open(folder)["seconds"], 1)
                size = our_size(folder) if entry in OUR_WAYS else tree_size(folder)
                figures = {"open_seconds": seconds, "disk_mb": size} | built.get(entry, {})
                runners.append(Runner(entry, process, figures))
        for kind, asked in questions.items():
            say(f"{len(asked)} {kind} questions to {len(runners)} engines")
            _race(runners, kind, asked)
    return {"passages": given.count, "engines": {one.entry.name: one.told() for one in runners}}


def _built(bench: Bench, entry: Entry, given: Material) -> dict[str, Any]:
    """Build an engine's index, unless it was built before; return what that took."""
    folder = given.index(entry.key)
    note = folder.with_suffix(".json")
    if note.is_file():
        known: dict[str, Any] = json.loads(note.read_text())
        return known
    say(f"{entry.name}: index of {given.count} texts")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with ExitStack() as opened:
        process = bench.start(opened, entry)
        if process is None:
            return {}
        found = process.build(given.texts, folder, None if entry.words else bench.embedded(given))
    figures = {"build_seconds": round(found["seconds"], 1), "building_mb": round(found["peak"])}
    note.write_text(json.dumps(figures))
    return figures


def _race(runners: Sequence[Runner], kind: str, questions: Sequence[str]) -> None:
    for one in runners:
        one.process.ask(questions[:WARM], COUNT)
    timed = questions[WARM:]
    for first in range(0, len(timed), TURN):
        for one in runners:
            one.ask(kind, timed[first : first + TURN])


def tree_size(folder: Path) -> int:
    """Return what a folder takes, in MB."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6)


def our_size(library: Path) -> int:
    """Return what a library takes, in MB: the database and the snapshot that is served."""
    snapshots = library / "snapshots"
    served = snapshots / (snapshots / "CURRENT").read_text().strip()
    return round((library / "library.db").stat().st_size / 1e6) + tree_size(served)
