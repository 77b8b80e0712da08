"""Printed lines as a compact block of bytes: 32 bytes a line."""

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
