"""What a library costs at each size: to write, to publish, to hold and to ask.

    python benchmarks/scale.py [--sizes 10000,100000] [--source LIBRARY] [--folder WORK] [--json] [--plots F]
    python benchmarks/scale.py --archive FILE [--embed 500] [--part 500] [--json]

Libraries are made of a small real one: texts by recombining its sentences, vectors by moving its own, nothing
embedded (``scaling/enlarge.py``). Without ``--source`` that one is made of the example corpus, which is so
small that all made vectors crowd around few points: harder for an approximate index than real ones are.
With ``--keep`` they stay in the folder, and what stands there already is used as it is.

Writing, publishing, answering and looking inside are processes of their own, so the memory of each is its
own. Questions go over HTTP, one after another, none twice; recall is that of the index of vectors against
the vectors in the database in full precision. Settings, so the model, are the environment's.

``--archive`` takes real files through the real pipeline, with the hashing model, which costs nearly nothing,
and a sample of about so many passages with the model of the environment; the time for all is estimated.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from machine import machine
from scaling import archive
from scaling.asking import combined, measure, taken
from scaling.costs import PYTHON, ROOT, Cost, megabytes, run
from scaling.plotting import write_plots
from scaling.questions import QUESTIONS
from scaling.report import table
from scaling.service import serving

EXAMPLES = ROOT / "corpus" / "documents"
HALF = 200  # questions of each of two kinds
WARM = 4  # one of so many of them is asked before the clock
INSIDE = 120  # so many of them are asked again from inside


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how cost grows with size.")
    parser.add_argument("--sizes", default="10000,100000", help="passages, divided by commas")
    parser.add_argument("--source", type=Path, help="a library with real passages and their vectors")
    parser.add_argument("--folder", type=Path, help="where libraries are made; a temporary folder by default")
    parser.add_argument("--keep", action="store_true", help="keep what is made, and use what is there")
    parser.add_argument("--questions", type=int, default=HALF, help="how many questions of each of two kinds")
    parser.add_argument("--archive", type=Path, help="take in the real files of a folder or a packed archive")
    parser.add_argument("--embed", type=int, default=500, help="about so many passages of it are embedded")
    parser.add_argument("--part", type=int, help="only so many files of it, by chance")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--plots", type=Path, help="folder for SVG plots of cost against size")
    options = parser.parse_args()
    with _folder(options) as work:
        figures = {"machine": machine()} | (
            _archive(options, work) if options.archive else _sizes(options, work)
        )
    if options.plots:
        write_plots(figures, options.plots)
    print(json.dumps(figures, indent=2) if options.json else table(figures))


def _archive(options: argparse.Namespace, work: Path) -> dict[str, Any]:
    return {"archive": archive.measure(options.archive, work, embed=options.embed, most=options.part)}


def _sizes(options: argparse.Namespace, work: Path) -> dict[str, Any]:
    sizes = [int(size) for size in options.sizes.split(",")]
    source = options.source or _examples(work / "examples")
    rows = []
    for size in sizes:
        told(f"{size} passages")
        rows.append(at_size(size, source, work / str(size), options))
    return {"source": "given" if options.source else "example corpus", "sizes": rows}


def at_size(size: int, source: Path, library: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Make a library of so many passages and measure it."""
    figures: dict[str, Any] = {"passages": size} | _made(size, source, library)
    figures["disk_mb"] = disk(library)
    questions = asked(source, options.questions)
    figures |= answering(library, questions)
    inside = _python("scaling.inside", str(library), given="\n".join(questions[-INSIDE:]))
    return figures | {"inside": json.loads(inside.printed) | {"memory_mb": inside.told()["memory_mb"]}}


def _made(size: int, source: Path, library: Path) -> dict[str, Any]:
    """Write and publish what is not there yet; what that cost stands beside the library from then on."""
    notes = library.with_suffix(".json")
    made: dict[str, Any] = json.loads(notes.read_text()) if notes.exists() else {}
    if not library.exists():
        cost = _enlarged(source, library, "--only", "write", "--passages", str(size))
        made["write"] = cost.told() | json.loads(cost.printed)
        notes.write_text(json.dumps(made))
    if not (library / "snapshots" / "CURRENT").exists():
        told("publishing")
        cost = _enlarged(source, library, "--only", "publish")
        made["publish"] = cost.told() | {"passages_per_second": round(size / cost.seconds, 1)}
        notes.write_text(json.dumps(made))
    return made


def _enlarged(source: Path, library: Path, *options: str) -> Cost:
    return _python("scaling.enlarge", str(source), str(library), *options)


def _python(module: str, *arguments: str, given: str = "") -> Cost:
    return run([sys.executable, "-m", f"benchmarks.{module}", *arguments], given=given)


def answering(library: Path, questions: list[str]) -> dict[str, Any]:
    """Start the service, ask, and tell what it held."""
    told("asking")
    warm = len(questions) // WARM
    with serving(library) as service:
        figures = measure(service.address, questions[warm:], warm=questions[:warm], busy=service.busy)
        return {"queries": figures, "ready_seconds": round(service.ready, 2), "memory_mb": service.memory()}


def asked(source: Path, half: int) -> list[str]:
    """Return the same questions at each size: combined from a list, and words in a row in real sentences."""
    own = [*QUESTIONS, *combined(QUESTIONS, half)][:half]
    pairs = zip(own, taken(source, 2 * half)[:half], strict=False)
    return [question for pair in pairs for question in pair]


def disk(library: Path) -> dict[str, float]:
    """Return megabytes of the database and of each part of the published snapshot."""
    folder = library / "snapshots" / (library / "snapshots" / "CURRENT").read_text().strip()
    sizes = {"database": megabytes(library / "library.db")}
    for path in folder.iterdir():
        name = path.name.split(".")[0]
        sizes[name] = round(sizes.get(name, 0.0) + megabytes(path), 1)
    return sizes | {"whole": round(sum(sizes.values()), 1)}


def _examples(library: Path) -> Path:
    if not library.exists():
        told("no --source: taking in the example corpus")
        run([*PYTHON, "ingest", str(EXAMPLES), "--library", str(library), "--json"])
    return library


@contextmanager
def _folder(options: argparse.Namespace) -> Iterator[Path]:
    if options.folder:
        options.folder.mkdir(parents=True, exist_ok=True)
    if options.folder and options.keep:
        yield options.folder.resolve()
    else:
        with TemporaryDirectory(dir=options.folder) as made:
            yield Path(made)


def told(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
