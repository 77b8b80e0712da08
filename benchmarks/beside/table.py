"""Percentiles, and all figures as tables that can stand in a page of the documentation."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

SHARES = (50, 95)
DASH = "–"


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return the percentiles of times, by name, and of how many they are; nothing of no times."""
    if not values:
        return {}
    shares = {f"p{share}": round(float(np.percentile(values, share)), 1) for share in SHARES}
    return shares | {"count": len(values)}


def page(figures: Mapping[str, Any]) -> str:
    """Return everything that was measured, in Markdown."""
    parts = [
        _quality(figures["quality"]) if figures.get("quality", {}).get("means") else "",
        _ingest(figures["ingest"]) if figures.get("ingest", {}).get("engines") else "",
        _speed(figures["speed"]) if figures.get("speed", {}).get("engines") else "",
        "\n".join(f"- {name}: {setting}" for name, setting in figures.get("settings", {}).items()),
        "\n".join(f"- {name}: not measured: {reason}" for name, reason in figures["not_measured"].items()),
    ]
    return "\n\n".join(part for part in parts if part)


def _quality(figures: Mapping[str, Any]) -> str:
    names = list(next(iter(figures["means"].values())))
    head = ["nDCG@10 / recall@10 / recall@100", *names, "ours (by folds) ahead in nDCG@10"]
    return table(
        head,
        (
            [name, *(_three(sets[one]) for one in names), _difference(figures["ahead"].get(name))]
            for name, sets in figures["means"].items()
        ),
    )


def _three(means: Mapping[str, float]) -> str:
    return " / ".join(f"{means[name]:.3f}" for name in ("nDCG@10", "R@10", "R@100"))


def _difference(ahead: Mapping[str, float] | None) -> str:
    return DASH if ahead is None else "{mean:+.3f} [{low:+.3f}, {high:+.3f}]".format(**ahead)


def _ingest(figures: Mapping[str, Any]) -> str:
    head = [f"ingest of {figures['texts']} texts", "texts/s", "peak memory, MB"]
    rows = figures["engines"].items()
    return table(head, ([name, f"{one['texts_per_second']:.1f}", str(one["peak_mb"])] for name, one in rows))


def _speed(figures: Mapping[str, Any]) -> str:
    kinds = [name for name, one in next(iter(figures["engines"].values())).items() if isinstance(one, dict)]
    head = [f"{figures['passages']} passages", *(f"{kind}: p50 / p95 ms (processor p50)" for kind in kinds)]
    head += ["memory serving, MB", "disk, MB", "build, s", "building, MB"]
    return table(
        head,
        (
            [
                name,
                *(_times(one[kind]) for kind in kinds),
                *(
                    str(one.get(key, DASH))
                    for key in ("serving_mb", "disk_mb", "build_seconds", "building_mb")
                ),
            ]
            for name, one in figures["engines"].items()
        ),
    )


def _times(one: Mapping[str, Mapping[str, float]]) -> str:
    return f"{one['ms']['p50']:.1f} / {one['ms']['p95']:.1f} ({one['processor_ms']['p50']:.1f})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
