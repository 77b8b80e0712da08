"""Rows of tables among the drafts of the text around them."""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.tables.parts import Part, Row
from beleidszoeker.ingest.pdf.tables.take import place_of

Markers = Mapping[int, list[tuple[int, str]]]


def rows_by_page(tables: Sequence[Part], pages: int) -> list[list[PdfLine]]:
    """Return the lines of the tables on each page."""
    found: list[list[PdfLine]] = [[] for _ in range(pages)]
    for part in tables:
        found[part.page - 1] += part.taken
    return found


def with_tables(
    drafts: Sequence[Draft], tables: Sequence[Part], pages: Sequence[list[PdfLine]], markers: Markers
) -> list[Draft]:
    """Put the rows of tables among the drafts: each part behind what stands before it on its page.

    Args:
        drafts: Blocks of the text outside the tables, page by page.
        tables: Parts of tables.
        pages: All lines of each page in the file's order.
        markers: Footnote markers of each line by its ``id``.
    """
    order = {place_of(line): index for lines in pages for index, line in enumerate(lines)}
    starts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for count, draft in enumerate(drafts, start=1):
        starts[draft.lines[0].page or 0].append((order.get(place_of(draft.lines[0]), 0), count))
    numbers = sorted(starts)
    ends = [0, *itertools.accumulate((max(count for _, count in starts[n]) for n in numbers), max)]
    behind: dict[int, list[Draft]] = defaultdict(list)
    for part in tables:
        first = min(order[place_of(line)] for line in part.taken)
        before = [count for start, count in starts[part.page] if start < first]
        place = max([ends[bisect_left(numbers, part.page)], *before])
        behind[place] += [_draft(row, markers) for row in part.rows]
    return _merged(drafts, behind)


def _merged(drafts: Sequence[Draft], behind: Mapping[int, list[Draft]]) -> list[Draft]:
    merged = list(behind.get(0, []))
    for count, draft in enumerate(drafts, start=1):
        merged += [draft, *behind.get(count, [])]
    return merged


def _draft(row: Row, markers: Markers) -> Draft:
    page = row.lines[0].page
    empty = [
        (column, Line("", page=page, cell=True)) for column in set(row.spans.values()) - row.cells.keys()
    ]
    filled = [
        (column, _line(line, markers.get(id(line), []), cell=number == 0))
        for column in row.cells
        for number, line in enumerate(row.cells[column])
    ]
    lines = [line for _, line in sorted((*empty, *filled), key=lambda placed: placed[0])]
    return Draft(BlockKind.TABLE_ROW, lines, heads=row.heads)


def _line(line: PdfLine, markers: list[tuple[int, str]], *, cell: bool) -> Line:
    return Line(
        line.text,
        page=line.page,
        box=line.box,
        size=line.size,
        bold=line.face.bold,
        markers=list(markers),
        cell=cell,
    )
