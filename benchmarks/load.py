"""The service with many who ask at once.

    python benchmarks/load.py LIBRARY [--clients 1,8,64,500] [--seconds 10] [--publish] [--json]

Our own service, a process of its own; settings, so the model, are the environment's. wrk asks it questions of
which none was asked before, as long as there are enough: half are combined from a list of our own, half are
words that stand in a row in the library. Per number of clients: answers per second and how long they took,
refusals (429) apart, what else went wrong by kind, how long /readyz took meanwhile, the service's processor
time as a share of one processor, and its memory. Milliseconds and megabytes. What had no answer yet at the
end is not counted, so the time should be several times the longest wait.

``--publish`` publishes snapshots of a copy of the library meanwhile, until ``--publications`` were made.
``--impatient`` lets refused clients ask again at once instead of after Retry-After.
"""

import argparse
import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import numpy as np
from loading.glancing import glancing
from loading.publishing import Publication, copied, publishing
from loading.wrk import Drive, drive
from scaling.asking import PATH, combined, taken
from scaling.questions import QUESTIONS
from scaling.service import Service, serving

WARM = 20
PAIRS = 780
BUSY = 429


class Wish(NamedTuple):
    """What is asked of a run."""

    seconds: float
    patient: bool
    publications: int


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the service with many who ask at once.")
    parser.add_argument("library", type=Path)
    parser.add_argument("--clients", default="1,8,64,500", help="how many at once, with commas")
    parser.add_argument("--seconds", type=float, default=10, help="for how long, for each number")
    parser.add_argument("--publish", action="store_true", help="publish snapshots of a copy meanwhile")
    parser.add_argument("--publications", type=int, default=2, help="how many, for each number")
    parser.add_argument("--impatient", action="store_true", help="ask again at once after a refusal")
    parser.add_argument("--path", default=PATH, help="what the question is put after")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    wish = Wish(given.seconds, not given.impatient, given.publications if given.publish else 0)
    paths = (given.path + quote(one) for one in questions(given.library))
    with ExitStack() as stack:
        library = stack.enter_context(copied(given.library)) if wish.publications else given.library
        service = stack.enter_context(serving(library))
        drive(service.address, list(islice(paths, WARM)), clients=2, seconds=2)
        runs = {
            clients: run(service, library, paths, clients, wish)
            for clients in map(int, given.clients.split(","))
        }
    print(json.dumps({"clients": runs}, indent=2) if given.json else table(runs))


def questions(library: Path) -> Iterator[str]:
    """Yield questions in turn of both kinds, none twice, and then all of them again, with other words."""
    pairs, words = combined(QUESTIONS, PAIRS), taken(library, 2 * PAIRS)
    found = [one for one in chain.from_iterable(zip_longest(pairs, words)) if one]
    yield from dict.fromkeys(found)
    for number in range(1, 10_000):
        yield from (f"{one} {number}" for one in found)


def run(service: Service, library: Path, paths: Iterator[str], clients: int, wish: Wish) -> dict[str, Any]:
    """Let so many ask, in rounds until there were enough publications; return the figures."""
    before, busy, started = service.memory(), service.busy(), time.monotonic()
    with glancing(service.address) as glances, ExitStack() as stack:
        made = stack.enter_context(publishing(library)) if wish.publications else list[Publication]()
        rounds = [ask(service, paths, clients, wish)]
        while len(made) < wish.publications:
            rounds.append(ask(service, paths, clients, wish))
    share = (service.busy() - busy) / (time.monotonic() - started) / 10
    after = service.memory()
    return figures(rounds) | {
        "readyz": spread(glances),
        "processor_percent": round(share),
        "memory_before": before["held"],
        "memory_after": after["held"],
        "publications": [round(each.seconds, 1) for each in made],
    }


def ask(service: Service, paths: Iterator[str], clients: int, wish: Wish) -> Drive:
    enough = int(max(50, 3 * clients, 100 * wish.seconds))
    return drive(
        service.address,
        list(islice(paths, enough)),
        clients=clients,
        seconds=wish.seconds,
        patient=wish.patient,
    )


def figures(rounds: list[Drive]) -> dict[str, Any]:
    """Return what clients saw."""
    seconds = sum(each.seconds for each in rounds)
    times: dict[int, list[float]] = {}
    for status, some in chain.from_iterable(each.times.items() for each in rounds):
        times.setdefault(status, []).extend(some)
    answered, refused = times.pop(200, []), times.pop(BUSY, [])
    asked = sum(map(len, [answered, refused, *times.values()]))
    failed = {kind: sum(each.failed[kind] for each in rounds) for kind in rounds[0].failed}
    return {
        "answers": len(answered),
        "answers_per_second": round(len(answered) / seconds, 1),
        "milliseconds": spread(answered),
        "refused": len(refused),
        "refused_milliseconds": spread(refused),
        "other_statuses": {status: len(some) for status, some in sorted(times.items())},
        "no_answer": {kind: count for kind, count in failed.items() if count},
        "repeated_percent": round(100 * sum(each.repeated for each in rounds) / max(asked, 1), 1),
    }


def spread(values: list[float]) -> dict[str, float]:
    names = {"p50": 50, "p95": 95, "p99": 99, "max": 100}
    return {name: round(float(np.percentile(values, share)), 1) for name, share in names.items() if values}


def table(runs: dict[int, dict[str, Any]]) -> str:
    return "\n".join(
        f"{f'{clients} clients' if name == 'answers' else '':14}{name:22}{_told(value)}"
        for clients, found in runs.items()
        for name, value in found.items()
    )


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {each}" for name, each in value.items()) or "none"
    return (", ".join(map(str, value)) or "none") if isinstance(value, list) else str(value)


if __name__ == "__main__":
    main()
