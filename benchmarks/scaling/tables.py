"""The tables of docs/performance.md, from what ``scale.py`` measured: between marks, each written anew."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log10
from typing import Any, TypeAlias

from .plotting import PLOTS, value_at
from .report import growth

Figures: TypeAlias = Mapping[str, Any]
MISSING = "TO-MEASURE"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

QUERIES = {
    "p50": "queries.whole_ms.p50",
    "p95": "queries.whole_ms.p95",
    "p99": "queries.whole_ms.p99",
    "p50 of those answered": "queries.whole_ms_of_answered.p50",
    "their p95": "queries.whole_ms_of_answered.p95",
    "processor per question": "queries.processor_ms",
}
SIZES = {
    "written, passages/s (nothing parsed or embedded)": "write.passages_per_second",
    "… the last tenth": "write.passages_per_second_last_tenth",
    "publishing, seconds": "publish.seconds",
    "publishing, seconds of processor": "publish.processor_seconds",
    "publishing, memory of all its processes, MB": "publish.memory_mb",
    "service ready, seconds": "ready_seconds",
    "service, memory with mapped files, MB": "memory_mb.held",
    "service, memory of its own, MB": "memory_mb.own",
    "question, p50, ms": "queries.whole_ms.p50",
    "question, p95, ms": "queries.whole_ms.p95",
    "recall@10 of the vector index": "inside.recall_at_10",
    "the same of the candidates it brings": "inside.recall_at_10_as_used",
    "disk: database, MB": "disk_mb.database",
    "disk: vectors of passages, MB": "disk_mb.dense",
    "disk: vectors of sentences, MB": "disk_mb.sentences",
    "disk: words, MB": "disk_mb.lexical",
}
ARCHIVE = {
    "documents": "{ingest_hashing.documents}, of {ingest_hashing.passages} passages",
    "parsing alone": "{parsing.megabytes_per_second} MB/s, {parsing.documents_per_second} documents/s, "
    "{parsing.passages_per_second} passages/s",
    "taken in and published, hashing model": "{ingest_hashing.seconds} s, "
    "{ingest_hashing.passages_per_second} passages/s",
    "its memory, all processes": "{ingest_hashing.memory_mb} MB at most",
    "again, nothing changed": "{ingest_again.seconds} s, {ingest_again.share_of_first} of the first time",
    "a sample, embedded model": "{ingest_embedding_sample.passages} passages, "
    "{ingest_embedding_sample.passages_per_second} a second",
    "all of it, embedded model, **estimate**": "{ingest_embedding_sample.estimated_hours_for_all} hours",
    "on disk": "database {ingest_hashing.database_mb} MB, snapshot {ingest_hashing.snapshot_mb} MB",
}


def filled(page: str, figures: Figures) -> str:
    """Return a page with the tables that these figures know written anew.

    A table stands between ``<!-- scale:queries -->`` and ``<!-- end -->``.
    """

    def instead(found: re.Match[str]) -> str:
        lines = TABLES[found[1]](figures)
        return found[0] if lines is None else f"<!-- scale:{found[1]} -->\n{lines}\n<!-- end -->"

    return re.sub(r"<!-- scale:(\w+) -->\n.*?<!-- end -->", instead, page, flags=re.DOTALL)


def _queries(figures: Figures) -> str | None:
    return _by_size(figures, "passages", QUERIES)


def _parts(figures: Figures) -> str | None:
    return _by_size(figures, "milliseconds at", PLOTS["scale-parts"].lines)


def _sizes(figures: Figures) -> str | None:
    rows = figures.get("sizes")
    if not rows:
        return None
    names = [_power(row["passages"]) for row in rows]
    lines = [["", *names, "grows as"]]
    for name, path in SIZES.items():
        values = [value_at(row, path) for row in rows]
        exponent = growth([(row["passages"], value) for row, value in zip(rows, values, strict=True)])
        tells = exponent is not None and not path.startswith(("write", "inside.recall"))
        lines.append([name, *map(_told, values), f"n^{exponent:.2f}" if tells else ""])
    return _table(lines)


def _archive(figures: Figures) -> str | None:
    if "archive" not in figures:
        return None
    rows = ([name, _with_figures(text, figures["archive"])] for name, text in ARCHIVE.items())
    return _table([["", ""], *rows])


def _with_figures(text: str, figures: Figures) -> str:
    """Return a text with figures in the place of ``{paths.to_them}``."""

    def figure(found: re.Match[str]) -> str:
        return _told(value_at(figures, found[1]))

    return re.sub(r"\{([\w.]+)\}", figure, text)


TABLES: Mapping[str, Callable[[Figures], str | None]] = {
    "queries": _queries,
    "parts": _parts,
    "sizes": _sizes,
    "archive": _archive,
}


def _by_size(figures: Figures, first: str, columns: Mapping[str, str]) -> str | None:
    rows = figures.get("sizes")
    if not rows:
        return None
    values = (
        [_power(row["passages"]), *(_told(value_at(row, path)) for path in columns.values())] for row in rows
    )
    return _table([[first, *columns], *values])


def _table(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(_marked(lines))


def _marked(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    for number, cells in enumerate(lines):
        yield f"| {' | '.join(cells)} |"
        if not number:
            yield "|" + "---|" * len(cells)


def _told(value: float | None) -> str:
    if value is None:
        return MISSING
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:g}"


def _power(size: int) -> str:
    power = log10(size)
    return "10" + str(round(power)).translate(RAISED) if power == round(power) else f"{size:,}"
