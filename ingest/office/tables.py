"""Tables to drafts: a row is one block; a table that only arranges text on the page is its paragraphs."""

from collections.abc import Iterator

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.office.body import Cell, Node, Paragraph, Row, Table

_MOST_IN_A_ROW = 4
_FEWEST_COLUMNS = 2


def arranges_only(table: Table) -> bool:
    """Tell whether a table is a layout: one column, headings in it, or one row of longer texts."""
    filled = [[cell for cell in row.cells if any(cell.paragraphs())] for row in table.rows]
    if all(len(cells) < _FEWEST_COLUMNS for cells in filled):
        return True
    if any(paragraph.level for row in filled for cell in row for paragraph in cell.paragraphs()):
        return True
    rows = [cells for cells in filled if cells]
    return len(rows) == 1 and any(len(list(cell.paragraphs())) >= _MOST_IN_A_ROW for cell in rows[0])


def contents(table: Table) -> Iterator[Node]:
    """What stands in a table that only arranges, in reading order."""
    for row in table.rows:
        for cell in row.cells:
            for node in cell.nodes:
                node.aside = node.aside or table.aside
                yield node


def is_data(table: Table) -> bool:
    """Tell whether at least two rows have two filled cells."""
    wide = [row for row in table.rows if sum(any(cell.paragraphs()) for cell in row.cells) >= _FEWEST_COLUMNS]
    return len(wide) >= _FEWEST_COLUMNS


def to_rows(table: Table) -> Iterator[Draft | Paragraph]:
    """The rows as drafts; a lone cell in a table without heads is its paragraphs."""
    count = _head_rows(table)
    heads: dict[int, str] = {}
    spanning: dict[int, str] = {}
    for number, row in enumerate(table.rows):
        filled = [cell for cell in row.cells if any(cell.paragraphs())]
        if not count and len(filled) == 1:
            yield from filled[0].paragraphs()
            continue
        if number < count:
            _add_heads(heads, row)
        if filled:
            named = "" if number < count else _heads_of(row, heads, spanning)
            yield Draft(BlockKind.TABLE_ROW, _row_lines(row), aside=table.aside, heads=named)


def _head_rows(table: Table) -> int:
    """Count the rows of column heads: declared, or a first row that alone is set bold throughout."""
    declared = next((n for n, row in enumerate(table.rows) if not row.head), len(table.rows))
    if declared or len(table.rows) < _FEWEST_COLUMNS:
        return declared if declared < len(table.rows) else 0
    first, *others = table.rows
    return int(_is_bold(first) and is_data(table) and not any(_is_bold(row) for row in others))


def _is_bold(row: Row) -> bool:
    looks = [paragraph.look for cell in row.cells for paragraph in cell.paragraphs()]
    return len(looks) >= _FEWEST_COLUMNS and all(look == "bold" for look in looks)


def _add_heads(heads: dict[int, str], row: Row) -> None:
    """Heads above each other are read together; a head over several columns counts for each of them."""
    for cell in row.cells:
        for column in range(cell.column, cell.column + cell.span):
            heads[column] = " ".join(part for part in (heads.get(column, ""), _text(cell)) if part)


def _heads_of(row: Row, heads: dict[int, str], spanning: dict[int, str]) -> str:
    """The heads over a row's cells; a cell that goes on from above says there what it holds."""
    named = []
    for cell in row.cells:
        if not cell.merged:
            spanning[cell.column] = _text(cell)
        above = spanning.get(cell.column, "") if cell.merged else ""
        named.append(" ".join(part for part in (heads.get(cell.column, ""), above) if part))
    return "\t".join(named) if any(named) else ""


def _text(cell: Cell) -> str:
    return " ".join(line.text for paragraph in cell.paragraphs() for line in paragraph.lines())


def _row_lines(row: Row) -> list[Line]:
    return [Line("", cell=True) if cell.merged else _cell_line(cell) for cell in row.cells]


def _cell_line(cell: Cell) -> Line:
    """A cell's paragraphs as one line: its author ended them, so no word is broken between them."""
    whole = Line("", cell=True)
    for paragraph in cell.paragraphs():
        for number, line in enumerate(paragraph.lines()):
            label = paragraph.label if number == 0 else ""
            start = len(whole.text) + (1 if whole.text else 0) + len(label)
            whole.markers += [(start + offset, mark) for offset, mark in line.markers]
            whole.text = f"{whole.text} {label}{line.text}".strip()
    return whole
