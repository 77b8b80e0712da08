"""How long a question takes over HTTP.

    python benchmarks/queries.py LIBRARY [--questions FILE.jsonl] [--json]

Our own service, a process of its own; settings, so the model, are the environment's. After a warm-up with
other questions each question is asked once, over a connection that stays open: the whole time, the part of it
that the server says its search took, and the processor time per question (Linux only), which a busy machine
stretches less. Milliseconds, but for what is named otherwise.

Half the questions are combined from a list of our own, half are words that stand in a row in the library.
FILE has an object with "text" on each line, as BEIR's queries.jsonl.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from scaling.asking import WARM, combined, measure, taken
from scaling.questions import QUESTIONS
from scaling.service import serving


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long a question takes over HTTP.")
    parser.add_argument("library", type=Path)
    parser.add_argument("--questions", type=Path, help="a file of questions instead of our own")
    parser.add_argument("--count", type=int, default=300, help="how many questions at most")
    parser.add_argument("--warm", type=int, default=WARM, help="how many other questions before them")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    every = read(arguments.questions) if arguments.questions else made(arguments.library, arguments)
    warm, asked = every[: arguments.warm], every[arguments.warm :][: arguments.count]
    if not asked:
        raise SystemExit(f"no more than {arguments.warm} different questions: choose a smaller --warm")
    with serving(arguments.library) as service:
        figures = measure(service.address, asked, warm=warm, busy=service.busy)
        figures["memory_megabytes"] = service.memory()
        figures["ready_seconds"] = round(service.ready, 2)
    print(json.dumps(figures, indent=2) if arguments.json else table(figures))


def read(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["text"] for line in lines if line.strip()))


def made(library: Path, arguments: argparse.Namespace) -> list[str]:
    half = (arguments.warm + arguments.count + 1) // 2
    own = [*QUESTIONS, *combined(QUESTIONS, half)][:half]
    return [each for pair in zip(own, taken(library, half), strict=False) for each in pair]


def table(figures: dict[str, Any]) -> str:
    return "\n".join(f"{name:18} {told(value)}" for name, value in figures.items())


def told(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {each:8}" for name, each in value.items())
    return str(value)


if __name__ == "__main__":
    main()
