"""One size at a time: all designs, then our own under filters and with several clients."""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from memory import held
from numpy.typing import NDArray

from beleidszoeker.index.base import VectorIndex
from beleidszoeker.model.base import Vectors
from nearing.designs import DESIGNS, OURS, Design, build, build_ours, open_ours, tune
from nearing.measuring import DEPTH, Search, Truth, crowded, recall, timed, truth

GOAL = 0.98
SHARES = (0.5, 0.05, 0.02, 0.005)
PASSAGES = 30  # of a document: a filter takes whole ones
Rows = list[dict[str, Any]]


def compare(vectors: Vectors, queries: Vectors, work: Path, only: str) -> dict[str, Rows]:
    """Return the figures of one size, by table."""
    known, path = truth(queries, vectors), work / "index"
    designs = [each for each in DESIGNS if len(vectors) <= each.most and only in each.name]
    rows = [_design(each, vectors, known, path) for each in designs]
    seconds = _seconds(lambda: build_ours(vectors, path))
    ours, added = _opened(lambda: open_ours(path), queries)
    files = [path, path.with_suffix(".codes")]
    measured = _measured(_searching(ours), vectors, known)
    rows.append({"index": OURS, "setting": "", **measured, **_costs(seconds, files, added)})
    return {
        "indexes": rows,
        "filters": _filters(path, vectors, queries),
        "clients": _clients(ours, open_ours(path, "exact"), queries),
    }


def _design(design: Design, vectors: Vectors, known: Truth, path: Path) -> dict[str, Any]:
    seconds = _seconds(lambda: build(design, vectors, path))
    index, added = _opened(lambda: faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC), known.queries)

    def search(query: Vectors) -> NDArray[np.int64]:
        found: NDArray[np.int64] = index.search(query.reshape(1, -1), DEPTH)[1][0]
        return found[found >= 0]

    best: tuple[float, str] = (-1.0, "")
    for setting in design.settings:
        tune(index, setting, len(vectors))
        found = [search(query) for query in known.queries]
        least = min(recall(known, vectors, found, depth) for depth in (10, DEPTH))
        best = max(best, (least, setting))
        if least >= GOAL:
            break
    tune(index, best[1], len(vectors))
    measured = _measured(search, vectors, known)
    return {"index": design.name, "setting": best[1], **measured, **_costs(seconds, [path], added)}


def _measured(search: Search, vectors: Vectors, known: Truth) -> dict[str, Any]:
    found = [search(query) for query in known.queries]
    one, two = (timed(search, known.queries, threads) for threads in (1, 2))
    return {
        "recall@10": recall(known, vectors, found, 10),
        "recall@200": recall(known, vectors, found, DEPTH),
        **one,
        **{f"{name}_2_threads": value for name, value in two.items()},
    }


def _filters(path: Path, vectors: Vectors, queries: Vectors) -> Rows:
    rows = []
    for share in SHARES:
        documents = np.random.default_rng(2).random(len(vectors) // PASSAGES + 1) < share
        kept = np.repeat(documents, PASSAGES)[: len(vectors)]
        allowed, known = np.flatnonzero(kept), truth(queries, vectors, kept)
        for kind in ("codes", "exact"):
            search = _searching(open_ours(path, kind), allowed)
            rows.append({"allowed": len(allowed), "index": kind, **_measured(search, vectors, known)})
    return rows


def _clients(ours: VectorIndex, exact: VectorIndex, queries: Vectors) -> Rows:
    many = np.tile(queries, (4, 1))
    return [
        {"index": name, "clients": clients, **crowded(_searching(index), many, clients)}
        for name, index in (("codes", ours), ("exact", exact))
        for clients in (1, 2, 8)
    ]


def _searching(index: VectorIndex, allowed: NDArray[np.int64] | None = None) -> Search:
    return lambda query: index.search(query, DEPTH, allowed=allowed).keys


def _opened(opening: Callable[[], Any], queries: Vectors) -> tuple[Any, float]:
    """Return what was opened, and the megabytes that opening it and asking it added."""
    gc.collect()
    before = held()
    index = opening()
    for query in queries:
        index.search(query if hasattr(index, "keys") else query.reshape(1, -1), DEPTH)
    return index, held() - before


def _costs(seconds: float, files: list[Path], added: float) -> dict[str, Any]:
    megabytes = round(sum(file.stat().st_size for file in files) / 1e6)
    return {"build_seconds": seconds, "file_mb": megabytes, "resident_mb": round(added)}


def _seconds(work: Callable[[], None]) -> float:
    used = time.process_time()
    work()
    return round(time.process_time() - used, 1)
