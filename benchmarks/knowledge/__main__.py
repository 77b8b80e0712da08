"""Knowledge, measured: ``python -m benchmarks.knowledge [--json] [--missed]``."""

import argparse
import json
from pathlib import Path
from typing import Any

from beleidszoeker.ingest.knowledge import NameKind
from beleidszoeker.model import load_embedder
from beleidszoeker.settings import load_settings
from benchmarks.knowledge import scoring
from benchmarks.knowledge.judged import JUDGED, documents, prepared
from benchmarks.knowledge.scoring import Found, Score
from benchmarks.knowledge.speed import cost

_PARTS = ("references", "commitments", "mentions")


def main() -> None:
    """Print precision and recall of each part, and what reading costs beside embedding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--missed", action="store_true", help="print what was missed and what was wrong")
    parser.add_argument("--judged", type=Path, default=JUDGED, help="folder of the judgements")
    arguments = parser.parse_args()
    scores = {
        "references": scoring.references(arguments.judged),
        "commitments": scoring.commitments(arguments.judged),
        **{kind.value: scoring.mentions(arguments.judged, kind=kind.value) for kind in NameKind},
    }
    told = {name: _told(each) for name, each in scores.items()}
    for name, pair in (
        ("kinds of commitments", scoring.kinds(arguments.judged)),
        ("deadlines", scoring.deadlines(arguments.judged)),
    ):
        told[name] = {"right": pair[0], "judged": pair[1], "share": round(pair[0] / max(pair[1], 1), 4)}
    told["cost"] = _cost(arguments.judged)
    print(json.dumps(told, indent=1) if arguments.json else "\n".join(map(_line, told.items())))
    if arguments.missed:
        for name, each in scores.items():
            _print_differences(name, each, arguments.judged)


def _told(score: Score) -> dict[str, Any]:
    return {
        "judged": score.judged,
        "found": score.found,
        "right": score.right,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
    }


def _cost(judged: Path) -> dict[str, Any]:
    known = {each.id: each for part in _PARTS for each in documents(part, judged)}
    settings = load_settings()
    measured = cost(
        [prepared(each) for each in known.values()], load_embedder(settings.model, cache_dir=settings.cache)
    )
    return {
        "sentences": measured.sentences,
        "microseconds_per_sentence": round(1e6 * measured.analysis / measured.sentences, 1),
        "ratio_to_embedding": round(measured.ratio, 4),
    }


def _line(item: tuple[str, dict[str, Any]]) -> str:
    name, values = item
    return f"{name:22}" + "  ".join(f"{key} {value}" for key, value in values.items())


def _print_differences(name: str, score: Score, judged: Path) -> None:
    texts = {each.id: prepared(each).document.text for part in _PARTS for each in documents(part, judged)}

    def shown(mark: str, found: Found) -> None:
        text = texts[found.document]
        before = " ".join(text[max(0, found.start - 30) : found.start].split())
        words = " ".join(text[found.start : found.end].split())
        print(f"{mark} {found.document[:4]} {found.start} …{before} [{words}] {found.what}")

    print(f"\n{name}")
    for each in score.missed:
        shown("missed", each)
    for each in score.wrong:
        shown("wrong ", each)


if __name__ == "__main__":
    main()
