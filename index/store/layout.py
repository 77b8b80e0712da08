"""Printed lines as a compact block of bytes: 32 bytes a line."""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from beleidszoeker.ingest.document import Box, LineSpan

_LINE = np.dtype([
    ("start", "<i4"), ("end", "<i4"), ("page", "<i4"), ("boxed", "<i4"),
    ("x0", "<f4"), ("y0", "<f4"), ("x1", "<f4"), ("y1", "<f4"),
])  # fmt: skip


def pack_lines(lines: tuple[LineSpan, ...]) -> bytes:
    """Pack printed lines; inverse of ``unpack_lines``."""
    rows = [
        (line.start, line.end, line.page, line.box is not None, *(line.box or (0.0, 0.0, 0.0, 0.0)))
        for line in lines
    ]
    return np.array(rows, dtype=_LINE).tobytes()


def unpack_lines(data: bytes) -> tuple[LineSpan, ...]:
    """Unpack printed lines."""
    return tuple(
        LineSpan(start, end, page, Box(*(round(edge, 2) for edge in box)) if boxed else None)
        for start, end, page, boxed, *box in np.frombuffer(data, dtype=_LINE).tolist()
    )


def pages_under(data: bytes, start: int, end: int) -> tuple[int | None, int | None]:
    """Return the first and last page of the packed lines that share a character with ``[start, end)``."""
    lines = np.frombuffer(data, dtype=_LINE)
    pages = lines["page"][(lines["start"] < end) & (lines["end"] > start)]
    return (int(pages.min()), int(pages.max())) if len(pages) else (None, None)


def pages_at(data: bytes, positions: Sequence[int]) -> list[int | None]:
    """Return the page of the packed line that each character is in, ``None`` where it is in none."""
    packed = np.frombuffer(data, dtype=_LINE)[["start", "end", "page"]].tolist() if positions else []
    lines = sorted(packed)
    starts = [start for start, _, _ in lines]
    found = [bisect_right(starts, position) - 1 for position in positions]
    return [
        lines[place][2] if place >= 0 and position < lines[place][1] else None
        for place, position in zip(found, positions, strict=True)
    ]
