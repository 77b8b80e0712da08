"""Which index of vectors finds what comparing all would find, at what cost.

    python benchmarks/nearest.py [--sizes 10000,100000] [--library FOLDER] [--questions FILE.jsonl] [--json]

Real vectors of a library (of the example documents when none is given), made more in one of three ways:
"moved" as others differ, "between" neighbours, "noisy" in all directions. Of each index the cheapest setting
counts that finds 98 % of the nearest 10 and of the nearest 200, else its best. Then our own: under filters,
by whole documents; against comparing all; and with several clients at once. Milliseconds of one query for
200 passages, of the clock and of the processor, which a busy machine stretches less. "resident" is what
opening a file and all queries added to the process; "build_seconds" are the processor's, of one thread.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from nearing import comparing
from nearing.example import example_library
from nearing.vectors import WAYS, make, read

from beleidszoeker.model import load_embedder
from beleidszoeker.settings import load_settings


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare indexes of vectors.")
    parser.add_argument("--sizes", default="10000,100000", help="how many vectors, with commas between")
    parser.add_argument("--library", type=Path, help="a library with real vectors")
    parser.add_argument("--questions", type=Path, help="a file of questions instead of our own")
    parser.add_argument("--count", type=int, default=100, help="how many questions")
    parser.add_argument("--made", choices=WAYS, default="moved", help="how vectors are made more")
    parser.add_argument("--only", default="", help="part of the names of the indexes to compare")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache)
    with tempfile.TemporaryDirectory() as work:
        library = options.library or example_library(Path(work), embedder)
        real = read(library, embedder, options.questions, options.count)
        figures: dict[str, Any] = {
            "real": len(real.passages),
            "questions": len(real.questions),
            "made": options.made,
        }
        for size in map(int, options.sizes.split(",")):
            vectors = make(real, size, options.made)
            figures[str(size)] = comparing.compare(vectors, real.questions, Path(work), options.only)
            if not options.json:
                print(table(size, figures[str(size)]), flush=True)
    if options.json:
        print(json.dumps(figures, indent=2))


def table(size: int, found: dict[str, list[dict[str, Any]]]) -> str:
    return "\n".join(f"\n{size} vectors: {part}\n{rows(listed)}" for part, listed in found.items() if listed)


def rows(listed: list[dict[str, Any]]) -> str:
    names = list(listed[0])
    cells = [names, *([str(row[name]) for name in names] for row in listed)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(names))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in cells
    )


if __name__ == "__main__":
    main()
