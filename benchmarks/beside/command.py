"""The command behind ``benchmarks/peers.py``."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from beleidszoeker.errors import BeleidszoekerError
from beleidszoeker.model.prepare import prepare
from beleidszoeker.settings import load_settings
from benchmarks.beside.bench import Bench
from benchmarks.beside.ingest import ingest
from benchmarks.beside.lineup import EVERYBODY
from benchmarks.beside.material import of_library, of_sets
from benchmarks.beside.quality import quality
from benchmarks.beside.speed import WARM, speed
from benchmarks.beside.table import page
from benchmarks.evaluation.sets import TestSet, find_sets
from benchmarks.machine import machine
from benchmarks.scaling.asking import taken
from benchmarks.scaling.questions import QUESTIONS

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "eval"
SHORT, LONG = "short", "long"
FEW = 150
PARTS = ("quality", "ingest", "speed")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        with ExitStack() as opened:
            figures = _measured(options, opened)
    except BeleidszoekerError as error:
        print("\n".join(part for part in (error.message, error.advice) if part), file=sys.stderr)
        return 1
    print(json.dumps(figures, indent=2, ensure_ascii=False) if options.json else page(figures))
    return 0


def _measured(options: argparse.Namespace, opened: ExitStack) -> dict[str, Any]:
    folder = options.keep or Path(opened.enter_context(tempfile.TemporaryDirectory()))
    pythons = tuple(str(python.absolute()) for python in options.python)
    bench = Bench(pythons, prepare(load_settings().cache), folder.absolute(), options.only)
    sets = find_sets(options.sets or [BESIDE])
    asked = [one.sample(FEW) for one in sets] if options.quick else sets
    figures: dict[str, Any] = {"machine": machine()}
    if "speed" in options.parts:
        figures["speed"] = _speed(bench, sets, options)
    if "ingest" in options.parts:
        figures["ingest"] = ingest(
            bench, sets, count=options.texts, rounds=1 if options.quick else options.rounds
        )
    if "quality" in options.parts:
        figures["quality"] = quality(bench, asked, unseen=options.unseen)
    settings = {entry.name: entry.setting for entry in bench.wanted()}
    return figures | {"settings": settings, "not_measured": bench.absent}


def _speed(bench: Bench, sets: Sequence[TestSet], options: argparse.Namespace) -> dict[str, Any]:
    """Ask words that the texts hold, and real questions; without a library the sets' own texts serve."""
    count, library = options.questions + WARM, options.library
    long = _in_turn([[one.collection.queries[query] for query in one.sample(count).asked] for one in sets])
    if library is None:
        everything = of_sets(sets, sum(len(one.collection.texts) for one in sets), bench.folder / "all")
        return speed(bench, everything, None, {SHORT: QUESTIONS, LONG: long[:count]})
    given = of_library(library, bench.folder / library.resolve().name)
    return speed(bench, given, library.absolute(), {SHORT: taken(library, count), LONG: long[:count]})


def _in_turn(columns: Sequence[Sequence[str]]) -> list[str]:
    return [one for row in zip(*columns, strict=False) for one in row]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python benchmarks/peers.py",
        description="Measure ours beside other engines: how well they find, how quickly, at what cost.",
        epilog="An engine that no interpreter has is named in the answer, with how to install it.",
    )
    parser.add_argument("--sets", type=Path, nargs="+", help="BEIR folders, or folders of them")
    parser.add_argument(
        "--library", type=Path, help="library to ask, made by benchmarks.scaling.enlarge; otherwise the sets"
    )
    parser.add_argument(
        "--python", type=Path, action="append", default=[], help="interpreter with peers; may be repeated"
    )
    parser.add_argument("--only", type=_names, default=(), help=f"of {', '.join(e.key for e in EVERYBODY)}")
    parser.add_argument("--parts", type=_names, default=PARTS, help=f"of {', '.join(PARTS)}")
    parser.add_argument(
        "--keep", type=Path, help="folder for texts, vectors and indexes, used again next time"
    )
    parser.add_argument("--questions", type=int, default=60, help="of each kind, for speed")
    parser.add_argument("--texts", type=int, default=100, help="how many to ingest")
    parser.add_argument("--rounds", type=int, default=2, help="of ingest")
    parser.add_argument(
        "--unseen", action="store_true", help="the map that ships never saw these sets: measure with it, too"
    )
    parser.add_argument(
        "--quick", action="store_true", help=f"ask {FEW} questions a set, the same ones; ingest one round"
    )
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    return parser


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
