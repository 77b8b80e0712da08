"""How long a fresh process takes: for ``--help``, and until the first vector of a question.

    python benchmarks/startup.py [--json] [--rounds 5]

Every figure is the median over processes of their own; the model is prepared before the clock runs.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from beleidszoeker.model import load_embedder

HEAVY = (
    "faiss numpy openvino pydantic scipy sentence_transformers sklearn spacy tantivy tokenizers torch "
    "transformers"
)
HELP = "import sys; from beleidszoeker.cli import main; sys.argv = ['beleidszoeker', '--help']; main()"
NOTHING = "pass"
QUESTION = """
import sys, time
start = time.perf_counter()
from pathlib import Path
from beleidszoeker.model import load_embedder
embedder = load_embedder(cache_dir=Path(sys.argv[1]))
embedder.encode_queries(["Wat doet de minister aan netcongestie?"])
first = time.perf_counter()
embedder.encode_queries(["Wie betaalt de stikstofmaatregelen?"])
second = time.perf_counter()
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.is_file() else ["VmHWM: 0"]
memory = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
print(first - start, second - first, int(memory) // 1024)
"""
# At the very end, also when the code before it exits.
LIST = """
import atexit, sys
atexit.register(lambda: print([n for n in {heavy!r}.split() if n in sys.modules], file=sys.stderr))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure start-up.")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        load_embedder(cache_dir=Path(cache))
        figures = measure(cache, options.rounds)
    print(json.dumps(figures, indent=2) if options.json else table(figures))


def measure(cache: str, rounds: int) -> dict[str, Any]:
    code = {"python": NOTHING, "help": HELP, "question": QUESTION}
    runs = {name: [run(text, cache) for _ in range(rounds)] for name, text in code.items()}
    figures: dict[str, Any] = {
        f"{name}_seconds": statistics.median(seconds for seconds, _, _ in done) for name, done in runs.items()
    }
    first, second, memory = zip(*(map(float, out.split()) for _, out, _ in runs["question"]), strict=True)
    return figures | {
        "import_to_first_vector_seconds": statistics.median(first),
        "second_question_seconds": statistics.median(second),
        "question_peak_megabytes": statistics.median(memory),
        "help_heavy_modules": runs["help"][0][2],
        "question_heavy_modules": runs["question"][0][2],
    }


def run(code: str, cache: str) -> tuple[float, str, list[str]]:
    """Seconds, what it printed, and which heavy modules it had brought in."""
    before = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", LIST.format(heavy=HEAVY) + code, cache],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"NO_COLOR": "1"},
    )
    seconds = time.perf_counter() - before
    return seconds, done.stdout, json.loads(done.stderr.splitlines()[-1].replace("'", '"'))


def table(figures: dict[str, Any]) -> str:
    return "\n".join(
        f"{name:32} {value:.3f}" if isinstance(value, float) else f"{name:32} {', '.join(value) or 'none'}"
        for name, value in figures.items()
    )


if __name__ == "__main__":
    main()
