"""What the text of an office document is made of, whichever format it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from beleidszoeker.ingest.html.notes import lift
from beleidszoeker.ingest.language.characters import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidszoeker.ingest.drafts import Line

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
"""Around a footnote's label where the text cites it; both are taken out of the file's own text."""


@dataclass(slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        text: Its characters; a new line where its author broke it, footnote labels between marks.
        level: Depth as a heading by its style, 0 for running text.
        label: Its number or bullet as shown, with what parts it from the text; empty where it has none.
        look: How all of it is set: ``bold``, ``italic``, ``underline`` or nothing of these.
        caption: Whether its style says that it is a caption.
        aside: Whether it stands beside the running text.
    """

    text: str
    level: int = 0
    label: str = ""
    look: str = ""
    caption: bool = False
    aside: bool = False

    def lines(self) -> list[Line]:
        """The text as lines without its label, footnote marks lifted out."""
        lifted = (lift(clean(text).strip()) for text in self.text.split("\n"))
        return [line for line in lifted if line.text or line.markers]


@dataclass(slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        nodes: What stands in it.
        column: Its first column, from 0.
        span: Number of columns that it takes.
        merged: Whether it only continues the cell above it.
    """

    nodes: list[Node]
    column: int = 0
    span: int = 1
    merged: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """Its paragraphs that hold text, those of tables within it among them."""
        return (paragraph for paragraph in paragraphs(self.nodes) if paragraph.text.strip())


@dataclass(slots=True)
class Row:
    """One row of a table; ``head`` where the file declares it to be repeated as column heads."""

    cells: list[Cell]
    head: bool = False


@dataclass(slots=True)
class Table:
    """A table; ``aside`` where it stands beside the running text."""

    rows: list[Row] = field(default_factory=list)
    aside: bool = False


Node = Paragraph | Table


def paragraphs(nodes: list[Node]) -> Iterator[Paragraph]:
    """Every paragraph in reading order, those in tables among them."""
    for node in nodes:
        if isinstance(node, Paragraph):
            yield node
        else:
            for row in node.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.nodes)


def put_aside(nodes: list[Node]) -> list[Node]:
    """Mark what stands beside the running text."""
    for node in nodes:
        node.aside = True
    return nodes
