"""The running text of a Word part: its paragraphs and tables, text boxes after the paragraph they hang on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from beleidszoeker.ingest.office.body import Cell, Node, Paragraph, Row, Table, put_aside
from beleidszoeker.ingest.office.letterhead import belongs_at_head
from beleidszoeker.ingest.office.numbering import Numbering
from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.runs import RunReader, alternative
from beleidszoeker.ingest.office.styles import Styles
from beleidszoeker.ingest.office.tables import is_data
from beleidszoeker.ingest.office.word import COMPATIBILITY, W, child, number, switch, value

_THROUGH = frozenset(
    W + name for name in ["ins", "moveTo", "customXml", "smartTag", "sdtContent", "hyperlink", "txbxContent"]
)
_MOST_COLUMNS = 200


@dataclass(slots=True)
class BodyReader:
    """Reads the parts of one document; lists and fields are counted over all of them.

    Attributes:
        styles: The document's styles.
        numbering: Counts its lists.
        runs: Reads its paragraphs.
        inserted: How many documents of other formats it only points to.
    """

    styles: Styles
    numbering: Numbering
    runs: RunReader
    inserted: int = 0
    _carried: str = field(default="", init=False)

    def read(self, parent: Element) -> list[Node]:
        """Read everything below an element."""
        nodes = list(self._nodes(parent))
        if self._carried.strip():
            nodes.append(Paragraph(self._carried))
        self._carried = ""
        return nodes

    def _nodes(self, parent: Element) -> Iterator[Node]:
        for element in parent:
            tag = element.tag
            if tag == W + "p":
                yield from self._paragraph(element)
            elif tag == W + "tbl":
                yield self._table(element)
            elif tag == W + "sdt":
                if not _is_left_out(child(element, "sdtPr")):
                    yield from self._nodes(element)
            elif tag == COMPATIBILITY + "AlternateContent":
                yield from self._nodes(alternative(element))
            elif tag in _THROUGH:
                yield from self._nodes(element)
            self.inserted += tag == W + "altChunk"

    def _paragraph(self, element: Element) -> Iterator[Node]:
        properties = child(element, "pPr")
        runs = self.runs.read(element)
        text, self._carried = self._carried + runs.text, ""
        if _goes_on(properties):
            self._carried = text
        elif not self.styles.is_contents(properties):
            yield Paragraph(
                text,
                level=self.styles.level(properties),
                label=self.numbering.label(properties) if text.strip() else "",
                look=runs.look,
                caption=self.styles.is_caption(properties),
                aside=child(properties, "framePr") is not None,
            )
        for box in runs.boxes:
            yield from self._box(box)

    def _box(self, element: Element) -> list[Node]:
        carried, self._carried = self._carried, ""
        nodes = self.read(element)
        self._carried = carried
        return nodes if belongs_at_head(nodes) else put_aside(nodes)

    def _table(self, element: Element) -> Table:
        table = Table([self._row(row) for row in _children(element, "tr") if not _is_deleted(row)])
        floating = child(element, "tblPr/tblpPr") is not None
        cells = [node for row in table.rows for cell in row.cells for node in cell.nodes]
        table.aside = floating and not is_data(table) and not belongs_at_head(cells)
        return table

    def _row(self, element: Element) -> Row:
        column = number(value(element, "trPr/gridBefore"))
        cells = []
        for cell in _children(element, "tc"):
            properties = child(cell, "tcPr")
            span = min(max(number(value(properties, "gridSpan"), 1), 1), _MOST_COLUMNS)
            merge = child(properties, "vMerge")
            merged = merge is not None and merge.get(W + "val", "continue") == "continue"
            cells.append(Cell([] if merged else self.read(cell), column, span, merged))
            column += span
        return Row(cells, head=bool(switch(child(element, "trPr"), "tblHeader")))


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Rows or cells, those in content controls and tracked insertions among them."""
    for element in parent:
        if element.tag == W + name:
            yield element
        elif element.tag == W + "sdt" or element.tag in _THROUGH:
            yield from _children(element, name)


def _is_deleted(row: Element) -> bool:
    return child(row, "trPr/del") is not None


def _goes_on(properties: Element | None) -> bool:
    """A paragraph whose end was deleted, or that is one large initial, is the head of the next one."""
    frame = child(properties, "framePr")
    initial = frame is not None and frame.get(W + "dropCap", "none") != "none"
    mark = child(properties, "rPr")
    return initial or child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _is_left_out(properties: Element | None) -> bool:
    """A prompt that nobody filled in, or a table of contents."""
    gallery = value(properties, "docPartObj/docPartGallery") or ""
    return bool(switch(properties, "showingPlcHdr")) or gallery == "Table of Contents"
