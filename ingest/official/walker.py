"""From elements to drafts: what every kind of official publication shares."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft
from beleidszoeker.ingest.lengths import check_count
from beleidszoeker.ingest.official.inline import INLINE, edged, inner, local, to_line
from beleidszoeker.ingest.official.notes import notes_in

_LEFT_OUT_NAMES = """
bwb-inputbestand bwb-wijzigingen citeertitel colspec illustratie meta-data metadata officiele-inhoudsopgave
plaatje redactionele-correcties
"""
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
Handler = Callable[["Walker", etree._Element], None]  # noqa: SLF001 - lxml has no public name for it


@dataclass(slots=True)
class Walker:
    """Collects drafts while it goes through a tree.

    Attributes:
        handlers: What to do with an element, by its name; an element without a handler is a container.
        drafts: Blocks so far, in reading order.
        notes: Footnotes so far.
        depth: Level of the heading that it stands under.
        between: Whether that heading stands between paragraphs and heads no element of its own.
        opening: Number or term that the next paragraph begins with.
        kind: What the next paragraph is.
        floor: Depth of the item on the agenda, under which speakers take their turns.
    """

    handlers: Mapping[str, Handler]
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Draft] = field(default_factory=list)
    depth: int = 0
    between: bool = False
    opening: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    floor: int = 0

    def visit(self, element: etree._Element) -> None:
        """Write one block element; headings inside it end with it."""
        name = local(element)
        if not name or name in _LEFT_OUT:
            return
        if name in self.handlers:
            self.handlers[name](self, element)
        else:
            self.within(element)

    def within(self, element: etree._Element, *, skip: Iterable[str] = ()) -> None:
        """Write the content of an element and return to the heading above it."""
        depth, between = self.depth, self.between
        self.flow(element, skip=skip)
        self.depth, self.between = depth, between

    def flow(self, element: etree._Element, *, skip: Iterable[str] = ()) -> None:
        """Write the content of an element: runs of text become paragraphs, block elements are visited."""
        run = [edged(element.text)]
        for child in element:
            name = local(child)
            if name in INLINE or isinstance(child, etree._Entity):  # noqa: SLF001 - it has no public name
                run += inner(child)
                self.notes += notes_in(child)
            elif name and name not in skip:
                self.paragraph(run)
                self.visit(child)
                run = []
            run.append(edged(child.tail))
        self.paragraph(run)

    def paragraph(self, run: list[str]) -> None:
        """Write a paragraph, or a list item where one was opened; nothing for white space."""
        line = to_line(run)
        if not line.text:
            return
        if self.opening:
            skip = len(self.opening) + 1
            line.markers = [(offset + skip, label) for offset, label in line.markers]
            line.text = f"{self.opening} {line.text}"
        self.drafts.append(Draft(self.kind, [line], depth=self.depth))
        check_count(len(self.drafts))
        self.open("", BlockKind.PARAGRAPH)

    def open(self, number: str, kind: BlockKind) -> None:
        """Say how the next paragraph begins and what it is."""
        self.opening, self.kind = number, kind

    def heading(self, parts: list[str], *, between: bool = False) -> None:
        """Write a heading one level down; what follows stands under it."""
        line = to_line(parts)
        if not line.text:
            return
        self.depth += 0 if between and self.between else 1
        self.between = between
        self.drafts.append(Draft(BlockKind.HEADING, [line], level=self.depth))
