"""The command: ``python -m benchmarks.evaluation --help``."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from beleidszoeker.cli.progress import reporter
from beleidszoeker.errors import BeleidszoekerError, ConfigurationError
from beleidszoeker.model import load_embedder
from beleidszoeker.settings import Settings, load_settings
from benchmarks.evaluation.history import ROOT, commit, record, row, today
from benchmarks.evaluation.measures import Bootstrap
from benchmarks.evaluation.ours import Ours
from benchmarks.evaluation.report import as_json, page
from benchmarks.evaluation.sets import TestSet, find_sets
from benchmarks.evaluation.systems import Outcome, evaluate
from benchmarks.evaluation.vectors import KeptVectors
from benchmarks.evaluation.verdict import costs, gains, verdicts

BESIDE = ROOT.parent / "shared" / "eval"
FEW = 150


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        _run(options, load_settings())
    except BeleidszoekerError as error:
        print("\n".join(part for part in (error.message, error.advice) if part), file=sys.stderr)
        return 1
    return 0


def _run(options: argparse.Namespace, settings: Settings) -> None:
    if options.record and (options.quick or options.only):
        raise ConfigurationError("Alleen een hele meting hoort in de geschiedenis: zonder --quick en --only.")
    sets = find_sets(options.dirs or [BESIDE], only=options.sets)
    outcome = _measured([one.sample(FEW) if options.quick else one for one in sets], options.only, settings)
    bootstrap = Bootstrap(outcome.sets)
    against, parts = gains(outcome, bootstrap), costs(outcome, bootstrap)
    judged = verdicts(against)
    line = row(outcome, against, day=today(), commit=commit())
    if options.json:
        found = as_json(outcome, against, parts, judged) | {"line": line}
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        print(page(outcome, against, parts, judged))
        print(f"\n{outcome.seconds:.0f} s. {_after(options)}\n{line}")
    if options.record:
        record(line)


def _after(options: argparse.Namespace) -> str:
    if options.quick:
        return f"A sample of {FEW} questions a set: for a look, not for the history."
    return "For docs/evaluation.md (--record puts it there):"


def _measured(sets: Sequence[TestSet], only: Sequence[str], settings: Settings) -> Outcome:
    kept = KeptVectors(load_embedder(settings.model, cache_dir=settings.cache), settings.cache / "evaluation")
    with reporter(quiet=False) as told, kept, Ours(sets, kept, reporter=told) as ours:
        return evaluate(sets, ours, only=only, reporter=told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.evaluation", description="Measure retrieval next to its baselines."
    )
    parser.add_argument("dirs", nargs="*", type=Path, help="BEIR folders, or folders of them")
    parser.add_argument("--sets", type=_names, default=(), help="only these sets, by name, with commas")
    parser.add_argument("--only", type=_names, default=(), help="only variants whose name holds one of these")
    parser.add_argument(
        "--quick", action="store_true", help=f"ask {FEW} questions a set, always the same ones"
    )
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument("--record", action="store_true", help="add a line to docs/evaluation.md")
    return parser


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


if __name__ == "__main__":
    sys.exit(main())
