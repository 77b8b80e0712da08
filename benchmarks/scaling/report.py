"""What ``scale.py`` measured, for people: a table of sizes, and how quickly each cost grows."""

from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import Any

WIDE = 42


def table(figures: Mapping[str, Any]) -> str:
    """Return the figures as lines of text."""
    lines = [f"{name:12} {value}" for name, value in figures["machine"].items() if name != "libraries"]
    if "archive" in figures:
        lines += ["", *(f"{name:{WIDE}} {value}" for name, value in flat(figures["archive"]))]
    if "sizes" in figures:
        lines += ["", f"source: {figures['source']}", "", *_rows(figures["sizes"])]
    return "\n".join(lines)


def _rows(sizes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a line for each figure; the last column is the exponent with which it grows."""
    found = [dict(flat(size)) for size in sizes]
    names = list(dict.fromkeys(name for row in found for name in row))
    yield "".join([f"{'':{WIDE}}", *(f"{row['passages']:>12}" for row in found), f"{'grows as':>12}"])
    for name in names[1:]:
        values = [row.get(name, "") for row in found]
        exponent = growth([(row["passages"], row.get(name)) for row in found])
        grows = "" if exponent is None else f"n^{exponent:.2f}"
        yield "".join([f"{name:{WIDE}}", *(f"{value:>12}" for value in values), f"{grows:>12}"])


def growth(points: Sequence[tuple[float, Any]]) -> float | None:
    """Return the exponent with which a cost grew between the last two sizes; ``None`` if that is unknown.

    1 is as quickly as the library; 0 not at all.
    """
    known = [(size, cost) for size, cost in points if isinstance(cost, (int, float)) and cost > 0]
    if len(known) < 2 or known[-1][0] <= known[-2][0]:
        return None
    (small, less), (large, more) = known[-2:]
    return log(more / less) / log(large / small)


def flat(figures: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every figure with the path to it, as ``queries.whole_ms.p50``."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{path}{name}.")
        else:
            yield path + name, value
