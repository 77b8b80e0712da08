"""From a span of the canonical text to the pages and rectangles where it is printed."""

from bisect import bisect_right

from beleidszoeker.ingest.document import Box, LineSpan, ParsedDocument


class PageMap:
    """Finds the printed lines under a span."""

    def __init__(self, document: ParsedDocument) -> None:
        self._lines = sorted(document.lines, key=lambda line: line.start)
        self._starts = [line.start for line in self._lines]

    def lines(self, start: int, end: int) -> list[LineSpan]:
        """Return the lines that share at least one character with ``[start, end)``."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end - 1)
        return [line for line in self._lines[first:last] if line.end > start and line.start < end]

    def span(self, start: int, end: int) -> tuple[int | None, int | None]:
        """Return the first and last page under ``[start, end)``, each ``None`` where pages are not known."""
        pages = [line.page for line in self.lines(start, end)]
        return (min(pages), max(pages)) if pages else (None, None)

    def boxes(self, start: int, end: int) -> list[tuple[int, Box]]:
        """Return (page, rectangle) of each line under ``[start, end)``, cut to the span along the line."""
        return [
            (line.page, _cut(line, start, end)) for line in self.lines(start, end) if line.box is not None
        ]


def _cut(line: LineSpan, start: int, end: int) -> Box:
    """Narrow a line's rectangle in proportion to its characters: exact to about a character's width."""
    box = line.box or Box(0, 0, 0, 0)
    length = max(line.end - line.start, 1)
    width = box.x1 - box.x0
    left = max(start - line.start, 0) / length
    right = min(end - line.start, length) / length
    return Box(round(box.x0 + left * width, 2), box.y0, round(box.x0 + right * width, 2), box.y1)
