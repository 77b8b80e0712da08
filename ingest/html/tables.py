"""Tables of web pages: each row with its cells, under the heads of its columns."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line

_MOST_COLUMNS = 200
_CLIMB = 100
_CELLS = frozenset({"td", "th"})


def layout_tables(root: LexborNode) -> set[int]:
    """Return the tables, by ``mem_id``, that only place parts of the page: they hold headings or tables."""
    found = {node.mem_id for node in root.css("table[role=presentation], table[role=none]")}
    for node in root.css("td h1, td h2, td h3, td h4, td h5, td h6, td table"):
        parent = node.parent
        for _ in range(_CLIMB):
            if parent is None or parent.tag == "table":
                break
            parent = parent.parent
        if parent is not None and parent.tag == "table":
            found.add(parent.mem_id)
    return found


@dataclass(slots=True)
class _Table:
    rows: bool
    in_head: bool = False
    seen_data: bool = False
    heads: list[list[str]] = field(default_factory=list)
    row: list[tuple[Line, int]] | None = None
    all_heads: bool = True
    span: int = 1
    in_cell: bool = False


class Rows:
    """The row that is being read, in the innermost table."""

    def __init__(self) -> None:
        self._tables: list[_Table] = []

    @property
    def in_cell(self) -> bool:
        """Whether text now belongs to the cell of a row."""
        return bool(self._tables) and self._tables[-1].in_cell

    def begin_table(self, *, rows: bool) -> None:
        """Begin a table, with rows or only for layout."""
        self._tables.append(_Table(rows))

    def begin(self, node: LexborNode, tag: str) -> None:
        """Begin a part of a table; other elements are none of its business."""
        table = self._tables[-1] if self._tables else None
        if table is None or not table.rows:
            return
        if tag == "thead":
            table.in_head = True
        elif tag == "tr":
            table.row, table.all_heads = [], True
        elif tag in _CELLS and table.row is not None:
            table.in_cell = True
            table.all_heads &= tag == "th"
            span = node.attributes.get("colspan") or "1"
            table.span = min(int(span), _MOST_COLUMNS) if span.isascii() and span.isdigit() else 1

    def add(self, line: Line) -> None:
        """Take the text of the current cell."""
        table = self._tables[-1]
        if table.row is not None and len(table.row) < _MOST_COLUMNS:
            line.cell = True
            table.row.append((line, max(table.span, 1)))
        table.span = 1

    def end(self, tag: str) -> Draft | None:
        """End a part of a table; return the row that ended."""
        table = self._tables[-1] if self._tables else None
        if table is None:
            return None
        if tag == "table":
            self._tables.pop()
        elif tag == "thead":
            table.in_head = False
        elif tag in _CELLS:
            table.in_cell = False
        elif tag == "tr" and table.row is not None:
            return _row(table)
        return None


def _row(table: _Table) -> Draft | None:
    row, table.row = table.row or [], None
    cells = [line for line, _ in row]
    filled = any(line.text for line in cells)
    is_head = filled and (table.in_head or (table.all_heads and not table.seen_data))
    heads = "" if is_head else "\t".join(_columns(table.heads))
    if is_head:
        table.heads.append([line.text for line, span in row for _ in range(span)][:_MOST_COLUMNS])
    table.seen_data |= not is_head and filled
    return Draft(BlockKind.TABLE_ROW, cells, heads=heads) if filled else None


def _columns(heads: list[list[str]]) -> list[str]:
    """The head of each column, from all head rows; of one head over columns, once where it stands alone."""
    if len(heads) <= 1:
        return list(dict.fromkeys(text for row in heads for text in row if text))
    width = max(map(len, heads))
    texts = [
        dict.fromkeys(row[column] for row in heads if column < len(row) and row[column])
        for column in range(width)
    ]
    return [" ".join(parts) for parts in texts if parts]
