"""A grid and the lines on it: the part of a table that stands on one page, as rows of cells."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.tables.grid import Grid

_DIGIT = re.compile(r"\d")
_SOFT = "\u0002\ufffe\u00ad"
_SHADED = 0.5
_NEAR = 3.0


@dataclass(slots=True)
class Row:
    """One row.

    Attributes:
        cells: Column → the lines of the cell that begins there, in the file's order; empty cells are absent.
        spans: Column → column at which the cell over it begins.
        shaded: Whether it lies on a shade of its own.
        heads: Column heads, tab-parted; filled when the whole table is known, empty for the heads themselves.
    """

    cells: dict[int, list[PdfLine]]
    spans: dict[int, int]
    shaded: bool = False
    heads: str = ""

    @property
    def lines(self) -> list[PdfLine]:
        """All its lines, cell by cell."""
        return [line for column in sorted(self.cells) for line in self.cells[column]]

    @property
    def bold(self) -> bool:
        """Whether all of it is set bold."""
        return all(line.face.bold for line in self.lines)

    @property
    def digits(self) -> bool:
        """Whether a digit stands in it."""
        return any(_DIGIT.search(line.text) for line in self.lines)

    def text(self, column: int) -> str:
        """The words of the cell over a column, for heads and comparisons, not for quotes."""
        return joined(map(_without_raised, self.cells.get(self.spans.get(column, column), [])))

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell that holds any."""
        return tuple(self.text(column) for column in sorted(self.cells))


@dataclass(slots=True)
class Part:
    """What stands of a table on one page.

    Attributes:
        page: Page number from 1.
        grid: Its cells.
        rows: Its rows with text, from top to bottom.
        taken: All lines on it, in the file's order.
    """

    page: int
    grid: Grid
    rows: list[Row]
    taken: list[PdfLine]


def joined(texts: Iterable[str]) -> str:
    """Join printed lines: a hyphen at an end joins without a space, a soft one goes."""
    words = ""
    for text in texts:
        tight = words.endswith(("-", *_SOFT))
        words = words.rstrip(_SOFT) + ("" if tight or not words else " ") + text.strip()
    return words.rstrip(_SOFT)


def _without_raised(line: PdfLine) -> str:
    """A line's text without the numbers of its notes."""
    text = line.text
    for offset, digits in reversed(line.raised):
        if offset and text[offset : offset + len(digits)] == digits:
            text = text[:offset] + text[offset + len(digits) :]
    return text


def part_of(grid: Grid, lines: Sequence[PdfLine], page: int) -> Part:
    """Put the lines of a page whose middle lies on a grid into its cells."""
    cells: dict[tuple[int, int], list[PdfLine]] = defaultdict(list)
    taken = []
    for line in lines:
        x = min((line.box.x0 + line.box.x1) / 2, line.box.x0 + _NEAR * line.size)
        found = grid.field_at(x, (line.box.y0 + line.box.y1) / 2)
        if found:
            cells[found].append(line)
            taken.append(line)
    rows = [_row(grid, index, cells) for index in range(len(grid.ys) - 1)]
    return Part(page, grid, [row for row in rows if row.cells], taken)


def _row(grid: Grid, index: int, cells: dict[tuple[int, int], list[PdfLine]]) -> Row:
    columns = range(len(grid.xs) - 1)
    own = {column: cells[index, column] for column in columns if cells.get((index, column))}
    spans = {column: grid.cell[index, column][1] for column in columns}
    return Row(own, spans, _is_shaded(grid, index))


def _is_shaded(grid: Grid, index: int) -> bool:
    """Tell whether shades no taller than the row cover most of it."""
    top, bottom = grid.ys[index], grid.ys[index + 1]
    width = sum(
        shade[2] - shade[0]
        for shade in set(grid.shades)
        if shade[1] > bottom - _NEAR and shade[3] < top + _NEAR and shade[3] - shade[1] > (top - bottom) / 2
    )
    return width > _SHADED * (grid.xs[-1] - grid.xs[0])
