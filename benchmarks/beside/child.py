"""One engine in a process of its own: orders come in as lines of JSON, answers go out as lines of JSON.

python -m benchmarks.beside.child MODULE CLASS MODEL
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.beside.base import Engine, read_texts

STATUS = Path("/proc/self/status")


def serve(engine: Engine, answer: Callable[[dict[str, Any]], None]) -> None:
    """Carry out orders until there are no more."""
    orders: dict[str, Callable[..., dict[str, Any]]] = {"build": build, "open": opened, "ask": ask}
    for line in sys.stdin:
        order = json.loads(line)
        answer(orders[order.pop("do")](engine, **order) | {"peak": peak()})


def build(engine: Engine, *, texts: str, folder: str, vectors: str | None) -> dict[str, Any]:
    """Time how long the index takes, texts and vectors being in memory."""
    read = read_texts(Path(texts))
    rows = None if vectors is None else np.load(vectors)
    started = time.perf_counter()
    engine.build(read, Path(folder), rows)
    return {"seconds": time.perf_counter() - started}


def opened(engine: Engine, *, folder: str) -> dict[str, Any]:
    """Time how long it takes until questions can be asked."""
    started = time.perf_counter()
    engine.open(Path(folder))
    return {"seconds": time.perf_counter() - started}


def ask(engine: Engine, *, questions: list[str], count: int) -> dict[str, Any]:
    """Ask questions one after the other; time each, and count the processor's time of all threads."""
    waits, busy, found = [], [], []
    for question in questions:
        used, started = time.process_time(), time.perf_counter()
        found.append(engine.search(question, count))
        waits.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - used) * 1000)
    return {"waits": waits, "busy": busy, "found": found}


def peak() -> float:
    """Return the most memory that this process ever held, in MB; 0 where that is not known."""
    # Not resource.getrusage: that begins with what the parent held.
    lines = STATUS.read_text().splitlines() if STATUS.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def main() -> None:
    """Start the engine, say so or why not, and serve."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print is no answer

    def answer(value: dict[str, Any]) -> None:
        print(json.dumps(value), file=out, flush=True)

    try:
        engine = getattr(importlib.import_module(sys.argv[1]), sys.argv[2])(Path(sys.argv[3]))
    except ImportError as error:
        answer({"missing": str(error)})
        return
    answer({"peak": peak()})
    serve(engine, answer)


if __name__ == "__main__":
    main()
