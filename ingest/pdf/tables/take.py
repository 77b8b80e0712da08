"""Tables out of the pages before paragraphs are made."""

from collections.abc import Sequence

from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.drafts import Line
from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.tables.aligned import find_aligned, level_with
from beleidszoeker.ingest.pdf.tables.chains import whole_tables
from beleidszoeker.ingest.pdf.tables.grid import Grid
from beleidszoeker.ingest.pdf.tables.parts import Part, part_of

_RUNNING = 0.5

Place = tuple[int | None, Box | None]


def take_tables(
    pages: Sequence[list[PdfLine]], kept: Sequence[list[PdfLine]], grids: Sequence[list[Grid]], body: float
) -> tuple[list[list[PdfLine]], list[Part]]:
    """Take the lines of tables off the pages.

    Args:
        pages: All lines of each page, walls of the grids taken into account.
        kept: The same without running heads and feet. A head that a table repeats at the same place of each
            page may be missing here: it is the table's.
        grids: Grids of each page.
        body: Usual size of type.

    Returns:
        The lines that stay, and the parts of the tables in the order of their pages.
    """
    on_grids = [
        part_of(grid, lines, number)
        for number, (lines, found) in enumerate(zip(pages, grids, strict=True), start=1)
        for grid in found
    ]
    ruled = _tables([part for part in on_grids if _stays(part, kept)], kept, body)
    outside = without(kept, ruled)
    in_columns = [
        part_of(grid, lines, number)
        for number, lines in enumerate(map(level_with, without(pages, ruled), outside), start=1)
        for grid in find_aligned(lines)
    ]
    tables = ruled + _tables(in_columns, outside, body)
    return without(outside, tables), tables


def _tables(parts: Sequence[Part], kept: Sequence[list[PdfLine]], body: float) -> list[Part]:
    return [part for chain in whole_tables(parts, without(kept, parts), body) for part in chain]


def _stays(part: Part, kept: Sequence[list[PdfLine]]) -> bool:
    """Tell whether a part has text, most of which is no running head or foot."""
    left = {place_of(line) for line in kept[part.page - 1]}
    return sum(place_of(line) in left for line in part.taken) > _RUNNING * len(part.taken)


def place_of(line: PdfLine | Line) -> Place:
    """Return page and rectangle: what tells one printed line from all others."""
    return line.page, line.box


def without(pages: Sequence[list[PdfLine]], parts: Sequence[Part]) -> list[list[PdfLine]]:
    """Return the lines of each page that stand in none of the parts."""
    taken = {place_of(line) for part in parts for line in part.taken}
    return [[line for line in lines if place_of(line) not in taken] for lines in pages]
