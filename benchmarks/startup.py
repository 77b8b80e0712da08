"""How long fresh processes take: for help, a search, a document, and until the service answers.

    python benchmarks/startup.py [--library FOLDER] [--rounds 5] [--json]

Every figure is the median over processes of their own, which take turns; the first of each is not counted,
for it reads from a cold disk. Beside the seconds on the clock stand those of the processors, which a busy
machine changes less. Settings, so the model and where it is unpacked, are the environment's; it is prepared
before the clock runs. Python modules are compiled beforehand, as they are in an installed package.

Without ``--library`` a small one is made of the example corpus. For one of 1,000 documents:

    python -m benchmarks.scaling.enlarge SOURCE FOLDER --passages 30000
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scaling.service import serving
from starting.processes import COMMAND, Run, as_installed, run

from beleidszoeker.index.library import Library
from beleidszoeker.model import load_embedder
from beleidszoeker.settings import load_settings

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "documents"
QUESTION = "Wat doet de minister aan netcongestie?"
VECTOR = """
import time
start = time.perf_counter()
from beleidszoeker.model import load_embedder
from beleidszoeker.settings import load_settings
settings = load_settings()
embedder = load_embedder(settings.model, cache_dir=settings.cache)
embedder.encode_queries(["Wat doet de minister aan netcongestie?"])
first = time.perf_counter()
embedder.encode_queries(["Wie betaalt de stikstofmaatregelen?"])
print(first - start, time.perf_counter() - first)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--library", type=Path, help="library to search in; else one of the example corpus")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    settings = load_settings()
    load_embedder(settings.model, cache_dir=settings.cache)
    with as_installed(), chosen(options.library) as library:
        figures = about(library, made=options.library is None) | measure(library, options.rounds)
    print(json.dumps(figures, indent=2) if options.json else table(figures))


@contextmanager
def chosen(library: Path | None) -> Iterator[Path]:
    """Yield the library that was named, or a small one that is removed afterwards."""
    if library is not None:
        yield library
        return
    print("No --library: a small one is made of the example corpus.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "library"
        run(COMMAND, "ingest", str(CORPUS), "--library", str(made), "--json")
        yield made


def about(library: Path, *, made: bool) -> dict[str, Any]:
    with Library(library) as opened:
        documents = opened.reader.documents()
    return {
        "library": "made of the example corpus" if made else str(library),
        "documents": len(documents),
        "passages": sum(document.passage_count for document in documents),
    }


def measure(library: Path, rounds: int) -> dict[str, Any]:
    of = ("--library", str(library))
    with Library(library) as opened:
        document = opened.reader.documents()[0].id
    cases = {
        "python": ("pass",),
        "help": (COMMAND, "--help"),
        "search": (COMMAND, "search", QUESTION, *of),
        "show": (COMMAND, "show", document, *of),
        "question": (VECTOR,),
    }
    turns = [{name: run(*case) for name, case in cases.items()} for _ in range(rounds + 1)][1:]
    figures: dict[str, Any] = {}
    for name in cases:
        figures |= told(name, [turn[name] for turn in turns])
    first, second = zip(*(map(float, turn["question"].printed.split()) for turn in turns), strict=True)
    return figures | {
        "import_to_first_vector_seconds": statistics.median(first),
        "second_question_seconds": statistics.median(second),
        **medians([serve(library) for _ in range(rounds + 1)][1:]),
    }


def told(name: str, runs: list[Run]) -> dict[str, Any]:
    return {
        f"{name}_seconds": statistics.median(one.seconds for one in runs),
        f"{name}_processor_seconds": statistics.median(one.processor for one in runs),
        f"{name}_peak_megabytes": statistics.median(one.megabytes for one in runs),
        f"{name}_heavy_modules": runs[0].heavy,
    }


def serve(library: Path) -> dict[str, float]:
    """Start the service; wait until it is ready, then for its first answer."""
    with serving(library) as service:
        busy = service.busy() / 1000
        started = time.perf_counter()
        address = f"{service.address}/api/v1/search?q={quote(QUESTION)}"
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own service
            answer.read()
        return {
            "serve_ready_seconds": service.ready,
            "serve_ready_processor_seconds": busy,
            "serve_first_answer_seconds": time.perf_counter() - started,
            "serve_megabytes": service.memory()["held"],
        }


def medians(turns: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(turn[name] for turn in turns) for name in turns[0]}


def table(figures: Mapping[str, Any]) -> str:
    return "\n".join(f"{name:32} {_shown(value)}" for name, value in figures.items())


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    return ", ".join(value) or "none" if isinstance(value, list) else str(value)


if __name__ == "__main__":
    main()
