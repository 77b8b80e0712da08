"""The running text of OpenDocument: paragraphs, chapters, lists and tables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from beleidszoeker.ingest.office.body import Cell, Node, Paragraph, Row, Table, put_aside
from beleidszoeker.ingest.office.letterhead import belongs_at_head
from beleidszoeker.ingest.office.odflists import Counter
from beleidszoeker.ingest.office.odfruns import OdfRunReader
from beleidszoeker.ingest.office.odfstyles import OFFICE, TABLE, TEXT, OdfStyles
from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.word import number

_OUT = frozenset(
    {OFFICE + "forms", OFFICE + "annotation"}
    | {TEXT + f"{name}-index" for name in ("alphabetical", "illustration", "object", "user", "table")}
    | {TEXT + name for name in ("tracked-changes", "table-of-content", "sequence-decls", "variable-decls")}
)
_MOST_COLUMNS = 200
_DEEPEST_LIST = 10
_ITEMS = frozenset({TEXT + "list-item", TEXT + "list-header"})


@dataclass(slots=True)
class OdfReader:
    """Reads one document; lists and chapters are counted over all of it."""

    styles: OdfStyles
    cite: Callable[[Element], str]
    _chapters: Counter = field(init=False)
    _lists: dict[str, Counter] = field(default_factory=dict, init=False)
    _last_of_style: dict[str, Counter] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._chapters = Counter(self.styles.outline)

    def read(self, parent: Element) -> list[Node]:
        """Read everything below an element."""
        return [node for element in parent for node in self._nodes(element)]

    def _nodes(self, element: Element) -> Iterator[Node]:
        tag = element.tag
        if tag == TEXT + "h":
            yield from self._paragraph(
                element, level=max(1, min(number(element.get(TEXT + "outline-level"), 1), 9))
            )
        elif tag == TEXT + "p":
            yield from self._paragraph(element)
        elif tag == TEXT + "list":
            yield from self._list(element, None, 1)
        elif tag == TABLE + "table":
            yield Table(list(self._rows(element, head=False)))
        elif isinstance(tag, str) and tag not in _OUT:
            for inner in element:
                yield from self._nodes(inner)

    def _paragraph(self, element: Element, *, level: int = 0, label: str | None = None) -> Iterator[Node]:
        style = element.get(TEXT + "style-name", "")
        names = self.styles.names(style)
        runs = OdfRunReader(self.styles, self.cite).read(element)
        if label is None:
            label = self._chapter(element, level) if level and runs.text.strip() else ""
        titled = any(name in {"Title", "Titel"} for name in names)
        yield Paragraph(
            runs.text,
            level=level or int(titled),
            label=label,
            look=runs.look,
            caption=any(name in {"Caption", "Bijschrift"} for name in names),
        )
        for box in runs.boxes:
            yield from _boxed(self.read(box))

    def _chapter(self, element: Element, level: int) -> str:
        if element.get(TEXT + "is-list-header") == "true":
            return ""
        return self._chapters.next(level, element.get(TEXT + "start-value"))

    def _list(self, element: Element, counter: Counter | None, depth: int) -> Iterator[Node]:
        counter = counter or self._counter(element)
        for item in element:
            if item.tag not in _ITEMS:
                continue
            start = item.get(TEXT + "start-value")
            fresh = item.tag == TEXT + "list-item"
            for inner in item:
                if inner.tag == TEXT + "list":
                    yield from self._list(inner, counter, min(depth + 1, _DEEPEST_LIST))
                elif inner.tag in {TEXT + "p", TEXT + "h"}:
                    level = number(inner.get(TEXT + "outline-level"), 1) if inner.tag == TEXT + "h" else 0
                    label = counter.next(depth, start) if fresh else ""
                    fresh = False
                    yield from self._paragraph(inner, level=min(level, 9), label=label)
                else:
                    yield from self._nodes(inner)

    def _counter(self, element: Element) -> Counter:
        """The counter of a list: its own, or that of the list that it goes on with."""
        style = element.get(TEXT + "style-name", "") or self._style_of_items(element)
        before = self._lists.get(element.get(TEXT + "continue-list", ""))
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._last_of_style.get(style)
        counter = before or Counter(self.styles.levels(style))
        self._last_of_style[style] = counter
        for key, known in element.attrib.items():
            if key.endswith("}id"):
                self._lists[known] = counter
        return counter

    def _style_of_items(self, element: Element) -> str:
        first = next(element.iter(TEXT + "p", TEXT + "h"), None)
        return self.styles.list_style(first.get(TEXT + "style-name", "")) if first is not None else ""

    def _rows(self, element: Element, *, head: bool) -> Iterator[Row]:
        """Rows; one that says that it is repeated is empty in a text document, and is read once."""
        for inner in element:
            if inner.tag == TABLE + "table-row":
                yield Row(list(self._cells(inner)), head)
            elif inner.tag == TABLE + "table-header-rows":
                yield from self._rows(inner, head=True)
            elif inner.tag in {TABLE + "table-rows", TABLE + "table-row-group"}:
                yield from self._rows(inner, head=head)

    def _cells(self, row: Element) -> Iterator[Cell]:
        column = 0
        for cell in row:
            span = min(max(number(cell.get(TABLE + "number-columns-spanned"), 1), 1), _MOST_COLUMNS)
            if cell.tag == TABLE + "table-cell":
                yield Cell(self.read(cell), column, span)
                column += min(max(number(cell.get(TABLE + "number-columns-repeated"), 1), 1), _MOST_COLUMNS)
            elif cell.tag == TABLE + "covered-table-cell":
                yield Cell([], column, merged=True)
                column += min(max(number(cell.get(TABLE + "number-columns-repeated"), 1), 1), _MOST_COLUMNS)


def _boxed(nodes: list[Node]) -> list[Node]:
    return nodes if belongs_at_head(nodes) else put_aside(nodes)
