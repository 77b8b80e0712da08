"""Retrieval quality on the test collections beside the checkout: ``python benchmarks/retrieval.py [--json]``.

Each collection goes through ``beleidszoeker evaluate``'s own code, with the linear map and without. The map
that ships was learnt from these very collections, so only the figures without it are a test. Where there is
no ``../shared/eval`` there is nothing to measure, and it says so.
"""

import argparse
import json
from pathlib import Path

from beleidszoeker.model import load_embedder
from beleidszoeker.search.evaluation import evaluate_folder
from beleidszoeker.settings import load_settings

EVAL = Path(__file__).parents[2] / "shared" / "eval"


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Measure nDCG@10, MRR@10, recall@10 and @100 on each collection."
    )
    parser.add_argument("--eval", type=Path, default=EVAL, help="folder of BEIR folders")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    folders = sorted(path.parent for path in arguments.eval.glob("*/corpus.jsonl"))
    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache)
    measured = {
        f"{folder.name} {'with' if mapped else 'without'} map": evaluate_folder(
            folder, embedder, mapped=mapped
        )
        for folder in folders
        for mapped in (False, True)
    }
    if arguments.json:
        print(json.dumps(measured, indent=2))
        return
    if not measured:
        print(f"No collections under {arguments.eval}.")
    for name, modes in measured.items():
        for mode, figures in modes.items():
            print(
                f"{name:<24} {mode:<8} " + "  ".join(f"{key} {value:.4f}" for key, value in figures.items())
            )


if __name__ == "__main__":
    main()
