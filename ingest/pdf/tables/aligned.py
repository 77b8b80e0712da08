"""Tables without rules: rows whose cells stand under each other with gutters between.

Prose in columns, letterheads, signatures and tables of contents stand under each other too; so a table
needs a column of numbers that are not page numbers, and may have one column of long texts.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from statistics import median

from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.tables.grid import Grid

_LEVEL = 0.35
_APART = 0.8
_STEP = 3.0
_TIGHT = 1.5
_GUTTER = 0.5
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3
_NEAR = 2.0
_MOST = 0.7
_LONG = 40
_LONGEST_VALUE = 24
_MOST_LONG_COLUMNS = 1
_VALUE = re.compile(r"^[€+-]?\s?\d")
_WHOLE = re.compile(r"^\d{1,3}$")

Band = list[PdfLine]
Column = tuple[float, float]


def find_aligned(lines: Sequence[PdfLine]) -> list[Grid]:
    """Find the tables without rules among the lines of one page, from top to bottom."""
    found = []
    for run in _runs(_bands(lines)):
        grid = _grid(run) or _grid(run[1:])
        if grid:
            found.append(grid)
    return found


def level_with(lines: Sequence[PdfLine], kept: Sequence[PdfLine]) -> list[PdfLine]:
    """Return those of all lines that stay, or stand on one height with one that stays.

    A unit that recurs at one place of each page looks like a running head; in a row it is a cell.
    """
    heights = sorted(line.box.y0 for line in kept)
    found = []
    for line in lines:
        at = bisect_left(heights, line.box.y0 - _LEVEL * line.size)
        if at < len(heights) and heights[at] < line.box.y0 + _LEVEL * line.size:
            found.append(line)
    return found


def _bands(lines: Sequence[PdfLine]) -> list[Band]:
    """Lines of one height, from top to bottom, each from left to right."""
    bands: list[Band] = []
    for line in sorted(lines, key=lambda line: -line.box.y0):
        if bands and abs(bands[-1][0].box.y0 - line.box.y0) < _LEVEL * line.size:
            bands[-1].append(line)
        else:
            bands.append([line])
    return [sorted(band, key=lambda line: line.box.x0) for band in bands]


def _is_row(band: Band) -> bool:
    """Two cells with a gap between are the least, and nothing overlaps."""
    gaps = [after.box.x0 - line.box.x1 for line, after in itertools.pairwise(band)]
    return bool(gaps) and max(gaps) > _APART * band[0].size and min(gaps) > 0


def _runs(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """Yield bands that follow each other as rows; a lone line under a later cell belongs to the row above."""
    run: list[Band] = []
    for band in bands:
        step = run[-1][0].box.y0 - band[0].box.y0 if run else 0.0
        wraps = bool(run) and band[0].box.x0 > run[0][0].box.x1 and step < _TIGHT * band[0].size
        if step < _STEP * band[0].size and (_is_row(band) or wraps):
            run.append(band)
            continue
        if len(run) >= _FEWEST_ROWS:
            yield run
        run = [band] if _is_row(band) else []
    if len(run) >= _FEWEST_ROWS:
        yield run


def _grid(run: Sequence[Band]) -> Grid | None:
    rows = [band for band in run if _is_row(band)]
    if len(rows) < _FEWEST_ROWS:
        return None
    columns = _columns([line for band in run for line in band])
    cells = [[line for line in itertools.chain(*rows) if _is_in(line, column)] for column in columns]
    if not _is_table(cells, rows):
        return None
    xs = [columns[0][0], *((a[1] + b[0]) / 2 for a, b in itertools.pairwise(columns)), columns[-1][1]]
    ys = _edges(run)
    fields = itertools.product(range(len(ys) - 1), range(len(columns)))
    return Grid(tuple(xs), tuple(ys), {field: field for field in fields})


def _columns(lines: Sequence[PdfLine]) -> list[Column]:
    """Merge what stands above each other: gutters are clear over all rows."""
    columns: list[Column] = []
    for line in sorted(lines, key=lambda line: line.box.x0):
        if columns and line.box.x0 < columns[-1][1] + _GUTTER * line.size:
            columns[-1] = columns[-1][0], max(columns[-1][1], line.box.x1)
        else:
            columns.append((line.box.x0, line.box.x1))
    return columns


def _is_in(line: PdfLine, column: Column) -> bool:
    return column[0] <= line.box.x0 <= column[1]


def _is_table(cells: Sequence[list[PdfLine]], rows: Sequence[Band]) -> bool:
    values = [_are_values(column) for column in cells[1:]]
    few = len(cells) < _FEWEST_COLUMNS
    if len(cells) < _FEWEST_COLUMNS - 1 or not any(values) or (few and not all(values)):
        return False
    filled = all(len(column) >= max(_FEWEST_ROWS, len(rows) / 2) for column in cells)
    long = sum(median(len(line.text) for line in column) > _LONG for column in cells)
    contents = sum(values) == 1 and _are_page_numbers(cells[-1])
    return filled and long <= _MOST_LONG_COLUMNS and not contents and all(map(_is_aligned, cells))


def _are_values(column: Sequence[PdfLine]) -> bool:
    values = [line for line in column if _VALUE.match(line.text.strip()) and len(line.text) <= _LONGEST_VALUE]
    return len(values) >= max(_MOST * len(column), _FEWEST_ROWS)


def _are_page_numbers(column: Sequence[PdfLine]) -> bool:
    """Whole numbers that never fall from top to bottom."""
    texts = [line.text.strip() for line in sorted(column, key=lambda line: -line.box.y0)]
    numbers = [int(text) for text in texts if _WHOLE.match(text)]
    return len(numbers) >= _MOST * len(texts) and numbers == sorted(numbers)


def _is_aligned(column: Sequence[PdfLine]) -> bool:
    """Most of the cells begin, end or have their middle at one place."""
    left, right = [line.box.x0 for line in column], [line.box.x1 for line in column]
    middle = [(a + b) / 2 for a, b in zip(left, right, strict=True)]
    return any(
        sum(abs(place - median(places)) < _NEAR for place in places) >= _MOST * len(places)
        for places in (left, right, middle)
    )


def _edges(run: Sequence[Band]) -> list[float]:
    """Heights between rows; a band that only wraps lies in the row above it."""
    tops = [max(line.box.y1 for line in band) for band in run]
    feet = [min(line.box.y0 for line in band) for band in run]
    inner = [(feet[index - 1] + tops[index]) / 2 for index in range(1, len(run)) if _is_row(run[index])]
    return [tops[0], *inner, feet[-1]]
