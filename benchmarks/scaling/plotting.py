"""Which plots are drawn of what ``scale.py`` measured."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .drawing import Line, drawn


class Plot(NamedTuple):
    """What a plot shows.

    Attributes:
        title: What it is about.
        unit: Of the vertical axis.
        lines: For each line its name, and where in the figures of a size its numbers stand.
    """

    title: str
    unit: str
    lines: Mapping[str, str]


PLOTS = {
    "scale-queries": Plot(
        "A hybrid question over HTTP",
        "milliseconds",
        {"p50": "queries.whole_ms.p50", "p95": "queries.whole_ms.p95", "p99": "queries.whole_ms.p99"},
    ),
    "scale-parts": Plot(
        "Where a question's time goes (median)",
        "milliseconds",
        {
            "question's vector": "inside.parts_ms.query_vector",
            "by meaning": "inside.parts_ms.meaning",
            "by words": "inside.parts_ms.words",
            "sentences": "inside.parts_ms.sentences",
            "database": "inside.parts_ms.database",
            "choosing, quoting": "inside.parts_ms.rest",
        },
    ),
    "scale-building": Plot(
        "Making the library",
        "seconds",
        {"writing documents": "write.seconds", "publishing": "publish.seconds"},
    ),
    "scale-memory": Plot(
        "Memory",
        "megabytes",
        {
            "publishing": "publish.memory_mb",
            "service with its files": "memory_mb.held",
            "service without": "memory_mb.own",
        },
    ),
    "scale-disk": Plot(
        "On disk",
        "megabytes",
        {
            "database": "disk_mb.database",
            "vectors of sentences": "disk_mb.sentences",
            "vectors of passages": "disk_mb.dense",
            "words": "disk_mb.lexical",
        },
    ),
}


def write_plots(figures: Mapping[str, Any], folder: Path) -> list[Path]:
    """Write a plot for each cost that the figures know at two sizes or more; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, plot in PLOTS.items():
        lines = [line for line in _lines(figures.get("sizes", ()), plot) if len(line.points) > 1]
        if lines:
            written.append(folder / f"{name}.svg")
            written[-1].write_text(drawn(plot.title, "passages", plot.unit, lines), encoding="utf-8")
    return written


def _lines(sizes: Sequence[Mapping[str, Any]], plot: Plot) -> Iterable[Line]:
    for name, path in plot.lines.items():
        found = [(row["passages"], value_at(row, path)) for row in sizes]
        yield Line(name, [(size, value) for size, value in found if value])


def value_at(figures: Mapping[str, Any], path: str) -> float | None:
    """Return the number at a path as ``queries.whole_ms.p50``; ``None`` where there is none."""
    found: Any = figures
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, (int, float)) else None
