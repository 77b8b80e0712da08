"""Knowledge, measured: ``python -m benchmarks.knowledge [--json] [--missed]``."""

import argparse
import json
from pathlib import Path
from typing import Any

from beleidszoeker.model import load_embedder
from beleidszoeker.settings import load_settings
from benchmarks.knowledge import scoring
from benchmarks.knowledge.judged import JUDGED, Judgements, prepared
from benchmarks.knowledge.scoring import Found, Score
from benchmarks.knowledge.speed import cost


def main() -> None:
    """Print precision and recall of each part, and what reading costs beside embedding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--missed", action="store_true", help="print what was missed and what was wrong")
    parser.add_argument("--set", default="first", help="first, second, third or fourth")
    parser.add_argument("--judged", type=Path, default=JUDGED, help="folder of the judgements")
    arguments = parser.parse_args()
    judgements = Judgements(arguments.set, arguments.judged)
    scores = _scores(judgements)
    told = {name: _told(each) for name, each in scores.items()}
    for name, of in (("kinds of commitments", scoring.kinds), ("deadlines", scoring.deadlines)):
        right, judged = of(judgements)
        told[name] = {"right": right, "judged": judged, "share": round(right / max(judged, 1), 4)}
    told["cost"] = _cost(judgements)
    print(json.dumps(told, indent=1) if arguments.json else "\n".join(map(_line, told.items())))
    if arguments.missed:
        for name, each in scores.items():
            _print_differences(name, each, judgements)


def _scores(judgements: Judgements) -> dict[str, Score]:
    scores = {
        "references": scoring.references(judgements),
        "commitments": scoring.commitments(judgements),
    }
    if judgements.documents("mentions"):
        named = {row["kind"] for row in judgements.rows("mentions")}
        scores |= {kind: scoring.mentions(judgements, kind=kind) for kind in sorted(named)}
    return scores


def _told(score: Score) -> dict[str, Any]:
    return {
        "judged": score.judged,
        "found": score.found,
        "right": score.right,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
    }


def _cost(judgements: Judgements) -> dict[str, Any]:
    settings = load_settings()
    measured = cost(
        [prepared(each) for each in judgements.documents()],
        load_embedder(settings.model, cache_dir=settings.cache),
    )
    return {
        "sentences": measured.sentences,
        "microseconds_per_sentence": round(1e6 * measured.analysis / measured.sentences, 1),
        "ratio_to_embedding": round(measured.ratio, 4),
    }


def _line(item: tuple[str, dict[str, Any]]) -> str:
    name, values = item
    return f"{name:22}" + "  ".join(f"{key} {value}" for key, value in values.items())


def _print_differences(name: str, score: Score, judgements: Judgements) -> None:
    texts = {each.id: prepared(each).document.text for each in judgements.documents()}

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
