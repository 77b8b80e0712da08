"""How quick many small files are taken in, and taken in again when nothing changed.

    python benchmarks/ingesting.py --files 5000 [--model hashing] [--against CHECKOUT] [--json]

Makes files of several kinds (text, Markdown, HTML, PDF) in words of our own and runs ``beleidszoeker ingest``
on them twice, in processes of their own that are watched: rates, how busy the processors were, memory in each
quarter of the time. With ``--against`` another checkout takes in the same files first, for a ratio; on a
machine that does other work too, compare ``processor_seconds``.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from machine import machine
from papers import write_papers
from watching import Watched, watch

_RUN = "import sys; from beleidszoeker.cli import main; main()"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument(
        "--sentences", type=int, default=6, help="in each file; twelve make about 1.5 passages"
    )
    parser.add_argument("--model", default="embedded", help="embedded (honest) or hashing (next to no time)")
    parser.add_argument("--against", type=Path, help="another checkout, measured first on the same files")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ingesting-") as made:
        figures = measure(Path(made), options)
    print(json.dumps(figures, indent=2) if options.json else table(figures))


def measure(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Return all figures."""
    kinds = write_papers(folder / "files", options.files, sentences=options.sentences)
    figures: dict[str, Any] = {"model": options.model, "files": kinds, "machine": machine()}
    if options.against:
        figures["against"] = both(folder, "other", options.model, options.against / "src")
    figures["now"] = both(folder, "ours", options.model, None)
    if options.against:
        for name in ("seconds", "processor_seconds"):
            other, ours = (figures[which]["first"][name] for which in ("against", "now"))
            figures[f"ratio_first_{name}_against_to_now"] = round(other / ours, 2)
    return figures


def both(folder: Path, name: str, model: str, source: Path | None) -> dict[str, Any]:
    """Return the figures of a first and a second ingest into a library of this name."""
    first, second = (_ingest(folder / "files", folder / name, model, source) for _ in range(2))
    cores = machine()["cores"]
    told = json.loads(first.out)
    return {
        "first": _figures(first, told, cores),
        "second": {**_figures(second, told, cores), "unchanged": json.loads(second.out)["unchanged"]},
        "share_second_of_first": round(second.seconds / first.seconds, 4),
    }


def _ingest(files: Path, library: Path, model: str, source: Path | None) -> Watched:
    named = {"BELEIDSZOEKER_LIBRARY": str(library), "BELEIDSZOEKER_MODEL": model}
    path = {"PYTHONPATH": str(source)} if source else {}
    command = [sys.executable, "-c", _RUN, "ingest", str(files), "--json"]
    return watch(command, {**os.environ, **named, **path})


def _figures(seen: Watched, told: dict[str, Any], cores: int) -> dict[str, Any]:
    files = told["added"] + told["unchanged"]
    return {
        "seconds": round(seen.seconds, 2),
        "processor_seconds": round(seen.processor, 2),
        "files": files,
        "passages": told["passages"],
        "files_per_second": round(files / seen.seconds, 1),
        "passages_per_second": round(told["passages"] / seen.seconds, 1),
        "cores_busy": round(seen.busy(cores), 2),
        "most_held_in_each_quarter": seen.quarters(),
    }


def table(figures: dict[str, Any]) -> str:
    """Return the figures as lines for people."""
    lines = [f"model {figures['model']}, files {figures['files']}"]
    for which in ("against", "now"):
        for run in ("first", "second") if which in figures else ():
            one = figures[which][run]
            lines.append(
                f"{which:8} {run:7} {one['seconds']:8.1f} s {one['processor_seconds']:8.1f} s of processor "
                f"{one['files_per_second']:8.1f} files/s {one['passages_per_second']:7.1f} passages/s "
                f"{one['cores_busy']:5.0%} of the cores busy"
            )
    lines.append(f"second ingest: {figures['now']['share_second_of_first']:.2%} of the first's time")
    lines += [f"{name}: {value}" for name, value in figures.items() if name.startswith("ratio")]
    lines.append(f"memory: {figures['now']['first']['most_held_in_each_quarter']}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
