"""Mutated real files through every parser: ``python benchmarks/fuzz.py --count 20000 [--seed 1] [--json]``.

Files are bent the way storms and attackers bend them: bits flipped, parts cut, doubled, swapped or taken from
another file of the kind, numbers made huge, markup nested; in ZIP-based formats also inside their parts. Each
must end as a document or as a named outcome. A crash of the child or a time limit is an outcome too, counted
and shown; an exception here would be a bug. Where a parser let an error of another kind through, its name
is counted by suffix under ``unforeseen``; ``--keep`` copies such inputs, and those that crashed or took too
long. Recognition is off: it would measure tesseract.
"""

import argparse
import io
import json
import random
import re
import shutil
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from beleidszoeker.ingest.containers.registry import CONTAINERS
from beleidszoeker.ingest.formats import SUFFIXES
from beleidszoeker.ingest.sandbox.pool import Limits, ParseOutcome, ParserPool, Part

HERE = Path(__file__).parents[1]
LARGEST_SEED = 300_000
WORTH_A_LOOK = {"parser-crashed", "limit-exceeded"}
TOKENS = (
    b"99999999999999999999",
    b"-1",
    b"\x00" * 64,
    b"\xff\xfe",
    b"<div>" * 500,
    b'<!DOCTYPE a [<!ENTITY b "c">]>',
    b"&b;&#0;&#x110000;",
    b"[" * 2000,
    b"<<" * 500,
    b"endobj",
    b"\n1 0 obj\n",
    b"|" * 300,
    b"# " * 200,
    "e\u0301\u200d\ufeff".encode() * 50,
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Parse mutated real files and count what comes of them.")
    parser.add_argument("--count", type=int, default=20_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same inputs")
    parser.add_argument("--seconds", type=float, default=20.0, help="time limit of one file")
    parser.add_argument("--keep", type=Path, help="folder for the inputs that deserve a look")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    outcomes: Counter[tuple[str, str]] = Counter()
    unforeseen: Counter[str] = Counter()
    slowest, started = 0.0, time.monotonic()
    limits = Limits(seconds=arguments.seconds)
    with (
        tempfile.TemporaryDirectory() as folder,
        ParserPool(limits=limits, rules_only=True, ocr=False) as pool,
    ):
        paths = written(Path(folder), mutants(arguments.count, random.Random(arguments.seed)))
        before = time.monotonic()
        for done, outcome in enumerate(pool.parse(paths), start=1):
            outcomes[outcome.path.suffix, outcome.error.code if outcome.error else "ingested"] += 1
            slowest, before = max(slowest, time.monotonic() - before), time.monotonic()
            for name in pool.members(outcome.path).names[:2] if outcome.path.suffix in CONTAINERS else ():
                for inner in pool.parse_parts([Part(outcome.path, name)]):
                    outcomes[
                        "in " + outcome.path.suffix, inner.error.code if inner.error else "ingested"
                    ] += 1
                    note(unforeseen, inner, "in " + outcome.path.suffix, arguments.keep)
            note(unforeseen, outcome, outcome.path.suffix, arguments.keep)
            outcome.path.unlink()
            if not arguments.json and done % 1000 == 0:
                print(f"{done} inputs in {time.monotonic() - started:.0f} s", flush=True)
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for (suffix, code), count in sorted(outcomes.items()):
        table[suffix][code] = count
    result = {
        "inputs": sum(outcomes.values()),
        "seconds": round(time.monotonic() - started),
        "longest_wait_seconds": round(slowest, 1),
        "outcomes": table,
        "unforeseen": dict(unforeseen.most_common()),
    }
    print(json.dumps(result, indent=2))


def note(unforeseen: Counter[str], outcome: ParseOutcome, kind: str, keep: Path | None) -> None:
    """Count an error that a parser let through, and keep the inputs that deserve a look."""
    message = outcome.error.message if outcome.error else ""
    name = next(iter(re.findall(r"\((\w+)\)\.$", message)), "")
    if name:
        unforeseen[f"{kind}: {name}"] += 1
    if name or (outcome.error and outcome.error.code in WORTH_A_LOOK):
        assert outcome.error
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(outcome.path, keep / f"{name or outcome.error.code}-{outcome.path.name}")


def mutants(count: int, chooser: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield (suffix, bytes), each kind of file as often as any other."""
    seeds: dict[str, list[bytes]] = defaultdict(list)
    for root in (HERE / "corpus" / "documents", HERE.parent / "shared" / "corpus"):
        for path in sorted(root.rglob("*")) if root.is_dir() else ():
            if path.suffix.lower() in SUFFIXES and path.stat().st_size <= LARGEST_SEED:
                seeds[path.suffix.lower()].append(path.read_bytes())
    some = next(iter(seeds.values()))
    seeds.setdefault(".zip", [packed({"a.txt": some[0], "b.html": b"<p>Tekst van de nota."})])
    for _ in range(count):
        suffix = chooser.choice(sorted(seeds))
        data = chooser.choice(seeds[suffix])
        if data[:2] == b"PK" and chooser.random() < 0.7:
            yield suffix, bent_inside(data, chooser)
        else:
            yield suffix, bent(data, seeds[suffix], chooser)


def bent(data: bytes, others: list[bytes], chooser: random.Random) -> bytes:
    """Return the data after one to four mutations."""
    for _ in range(chooser.randint(1, 4)):
        at, length = chooser.randrange(len(data) + 1), chooser.randint(1, max(1, len(data) // 8))
        match chooser.randrange(8):
            case 0:
                data = data[:at] + bytes([chooser.randrange(256)]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + data[at : at + length] * chooser.randint(2, 5) + data[at:]
            case 3:
                data = data[:at]
            case 4:
                other = chooser.choice(others) or b" "  # a part of an archive can be empty
                data = data[:at] + other[chooser.randrange(len(other)) :]
            case 5:
                data = data[:at] + chooser.choice(TOKENS) + data[at:]
            case 6:
                data = re.sub(rb"\d+", lambda m: number(m, chooser), data, count=chooser.randint(1, 200))
            case _:
                data = data[:at] + chooser.randbytes(min(length, 200)) + data[at + min(length, 200) :]
    return data


def number(match: re.Match[bytes], chooser: random.Random) -> bytes:
    return (
        chooser.choice((b"0", b"-7", b"4294967296", b"99999999", match.group()))
        if chooser.random() < 0.1
        else match.group()
    )


def bent_inside(data: bytes, chooser: random.Random) -> bytes:
    """Bend one or two parts of a ZIP-based file and pack it again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in chooser.sample(sorted(parts), k=min(2, len(parts))):
        parts[name] = bent(parts[name] or b" ", list(parts.values()), chooser)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def written(folder: Path, inputs: Iterator[tuple[str, bytes]]) -> Iterator[Path]:
    for index, (suffix, data) in enumerate(inputs):
        path = folder / f"{index}{suffix}"
        path.write_bytes(data)
        yield path


if __name__ == "__main__":
    main()
