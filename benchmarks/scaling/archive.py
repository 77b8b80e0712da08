"""Real files through the real pipeline: how quickly an archive is parsed, taken in and embedded."""

import resource
import sys
import tarfile
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import Any

from beleidszoeker.index.library import Library
from beleidszoeker.ingest.sandbox.pool import ParserPool

from .costs import PYTHON, Cost, megabytes, run

HASHING = {"BELEIDSZOEKER_MODEL": "hashing"}
"""The model that costs nearly nothing: what is left is the price of all else."""

LARGE = 0.2  # of the sample: no single document may be more of it


def measure(archive: Path, work: Path, *, embed: int, most: int | None = None) -> dict[str, Any]:
    """Parse, take in with the hashing model, and take in a sample with the model of the environment.

    Args:
        archive: A folder, or a packed one.
        work: An empty folder for what is made.
        embed: About so many passages are embedded; 0 for none.
        most: Only so many of the files, by chance; ``None`` for all.
    """
    folder = _unpacked(archive, work / "unpacked")
    if most is not None:
        folder = _part(folder, work / "part", most)
    figures: dict[str, Any] = {"megabytes": megabytes(folder), "parsing": parsing(folder)}
    told("parsed")
    first = _ingested(folder, work / "library", HASHING)
    told("taken in")
    again = _ingested(folder, work / "library", HASHING)
    passages = _passages_by_source(work / "library")
    total = sum(passages.values())
    figures["ingest_hashing"] = first.told() | {
        "documents": len(passages),
        "passages": total,
        "passages_per_second": round(total / first.seconds, 1),
        "database_mb": megabytes(work / "library" / "library.db"),
        "snapshot_mb": megabytes(work / "library" / "snapshots"),
    }
    figures["ingest_again"] = again.told() | {"share_of_first": round(again.seconds / first.seconds, 4)}
    if embed:
        figures["ingest_embedding_sample"] = _embedded(folder, work, passages, embed)
    return figures


def parsing(folder: Path) -> dict[str, float]:
    """Parse all files in child processes, as taking them in does, and keep nothing."""
    before, started, size = _children(), time.perf_counter(), 0
    documents = passages = failed = 0
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    with ParserPool() as pool:
        for outcome in pool.parse(files):
            if outcome.prepared is None:
                failed += 1
                continue
            documents, passages = documents + 1, passages + len(outcome.prepared.passages)
            size += outcome.path.stat().st_size
    seconds = time.perf_counter() - started
    return {
        "documents": documents,
        "not_parsed": failed,
        "passages": passages,
        "seconds": round(seconds, 1),
        "processor_seconds_of_children": round(_children() - before, 1),
        "megabytes_per_second": round(size / 1e6 / seconds, 2),
        "documents_per_second": round(documents / seconds, 1),
        "passages_per_second": round(passages / seconds, 1),
    }


def _embedded(folder: Path, work: Path, passages: Mapping[Path, int], wanted: int) -> dict[str, Any]:
    """Take in whole documents, chosen by chance, until they have so many passages."""
    chosen = list(passages)
    Random(1).shuffle(chosen)
    count, sample = 0, work / "sample"
    for path in (path for path in chosen if passages[path] <= max(1, wanted * LARGE)):
        if count >= wanted:
            break
        _copy(path, sample / path.relative_to(folder.resolve()))
        count += passages[path]
    cost = _ingested(sample, work / "sample library", {})
    total = sum(passages.values())
    told("embedded a sample")
    return cost.told() | {
        "passages": count,
        "passages_per_second": round(count / cost.seconds, 2),
        "estimated_hours_for_all": round(total / count * cost.seconds / 3600, 2),
    }


def _ingested(folder: Path, library: Path, settings: Mapping[str, str]) -> Cost:
    return run([*PYTHON, "ingest", str(folder), "--library", str(library), "--json"], settings)


def _passages_by_source(library: Path) -> dict[Path, int]:
    """Return how many passages each file gave; nothing for a file that gave none."""
    with Library(library) as opened:
        reader = opened.reader
        held = {one.document_id: Path(path) for path, one in reader.sources().items() if one.document_id}
        owners = reader.owners(reader.keys().tolist())
    counts: dict[Path, int] = {}
    for document in owners.values():
        counts[held[document]] = counts.get(held[document], 0) + 1
    return counts


def _unpacked(archive: Path, folder: Path) -> Path:
    if archive.is_dir():
        return archive
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder


def _part(folder: Path, target: Path, most: int) -> Path:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in Random(1).sample(files, min(most, len(files))):
        _copy(path, target / path.relative_to(folder))
    return target


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    copyfile(path, target)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def told(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
