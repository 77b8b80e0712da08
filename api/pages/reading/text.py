"""The canonical text as HTML: blocks, marks, footnotes linked both ways, page numbers; all of it escaped."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, takewhile
from typing import NamedTuple

from markupsafe import Markup, escape

from beleidszoeker.api.pages.reading.leading import Lead
from beleidszoeker.api.pages.reading.linking import Linking
from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument
from beleidszoeker.search.reading import Mark, Part, page_starts
from beleidszoeker.search.reading.lines import pieces

_OWN_MARKER = re.compile(r"\s*(?:[-–•▪o]\s|[(\[]?\w{1,4}[.)\]])")
_DEEPEST = 6
_ABOVE = 2  # the page's own headings above those of the text
_CLASSES = (("word", "read-word"), ("quote", "read-quote"), ("place", "read-quote"))


class Piece(NamedTuple):
    """A block as it is shown.

    Attributes:
        id: Its anchor.
        html: Its content; of a table's row the cells.
        tag: ``h3`` to ``h6`` for a heading, ``th`` for a table's column heads, else empty.
        bare: Whether a list item brings its own number or dash.
    """

    id: str
    html: tuple[Markup, ...]
    tag: str = ""
    bare: bool = False


class Run(NamedTuple):
    """Blocks that are shown as one thing: a list, a table, or a block by itself.

    Attributes:
        kind: The kind of its blocks.
        pieces: They.
    """

    kind: str
    pieces: tuple[Piece, ...]


class Note(NamedTuple):
    """A footnote.

    Attributes:
        id: Its anchor.
        label: Its number as printed.
        html: Its content.
        back: Anchors of the places that cite it.
    """

    id: str
    label: str
    html: Markup
    back: tuple[str, ...]


class TextView:
    """Shows parts of a document.

    Args:
        document: The document.
        marks: What to mark.
        anchors: Named places: position in the canonical text → (anchor, what a screen reader says there).
        leads: References that can be followed; no two overlap.
    """

    def __init__(
        self,
        document: ParsedDocument,
        marks: Sequence[Mark],
        anchors: Iterable[tuple[int, str, str]],
        leads: Sequence[Lead] = (),
    ) -> None:
        self._document = document
        self._marks = marks
        self._leads = leads
        self._ends = [lead.end for lead in leads]
        self._before = _anchored(anchors)
        for position, number in page_starts(document):
            self._before[position].insert(0, _page(document, number))
        self._after: dict[int, list[Markup]] = defaultdict(list)
        self._back: dict[int, list[str]] = defaultdict(list)
        for order, link in enumerate(document.footnotes):
            self._back[link.block].append(f"v{order}")
            self._after[link.position].append(_reference(f"v{order}", link.block, link.label))

    def runs(self, part: Part) -> tuple[Run, ...]:
        """Return the blocks of a part, lists and tables together."""
        blocks = self._document.blocks
        tags = _heading_tags(blocks, part.blocks)
        grouped = groupby(part.blocks, key=lambda index: _together(blocks[index], index))
        return tuple(
            Run(
                blocks[indices[0]].kind.value,
                tuple(self._piece(each, tags.get(each, "")) for each in indices),
            )
            for indices in (list(group) for _, group in grouped)
        )

    def notes(self, part: Part) -> tuple[Note, ...]:
        """Return the footnotes that a part shows."""
        found = []
        for index in part.notes:
            block = self._document.blocks[index]
            html = self._html(block.start, block.end)
            found.append(Note(f"b{index}", block.label, html, tuple(self._back[index])))
        return tuple(found)

    def _piece(self, index: int, heading: str) -> Piece:
        block = self._document.blocks[index]
        text = self._document.text[block.start : block.end]
        html = tuple(self._html(*cell) for cell in _cells(block, text))
        if heading:
            return Piece(f"b{index}", html, heading)
        heads = block.kind is BlockKind.TABLE_ROW and bool(block.heads) and text == block.heads
        return Piece(f"b{index}", html, "th" if heads else "", bool(_OWN_MARKER.match(text)))

    def _html(self, start: int, end: int) -> Markup:
        near = self._near(start, end)
        cuts = [at for places in (self._before, self._after) for at in places if start <= at <= end]
        cuts += [edge for lead in near for edge in (lead.start, lead.end)]
        line = Linking(near)
        at = start
        for text, kinds in pieces(self._document.text, start, end, self._marks, cuts):
            line.beside(self._before.get(at, ()))
            line.words(at, _wrapped(text, kinds))
            at += len(text)
            line.beside(self._after.get(at, ()))
        return line.html()

    def _near(self, start: int, end: int) -> list[Lead]:
        first = bisect_right(self._ends, start)
        return list(takewhile(lambda lead: lead.start < end, islice(self._leads, first, None)))


def _heading_tags(blocks: Sequence[Block], shown: Iterable[int]) -> dict[int, str]:
    """Headings by how deep they stand in what is shown: a document that skips a level makes no gap here."""
    above: list[int] = []
    tags = {}
    for index in shown:
        if blocks[index].kind is BlockKind.HEADING:
            level = max(blocks[index].level, 1)
            above = [*(each for each in above if each < level), level]
            tags[index] = f"h{min(len(above) + _ABOVE, _DEEPEST)}"
    return tags


def _anchored(anchors: Iterable[tuple[int, str, str]]) -> dict[int, list[Markup]]:
    found: dict[int, list[Markup]] = defaultdict(list)
    html = Markup('<span class="read-anchor bz-hidden" id="{}" tabindex="-1">{} </span>')
    for position, name, said in anchors:
        found[position].append(html.format(name, said))
    return found


def _page(document: ParsedDocument, number: int) -> Markup:
    labels: Mapping[int, str | None] = {page.number: page.label for page in document.pages}
    html = Markup('<span class="read-page" id="pagina-{}">p. {}</span>')
    return html.format(number, labels.get(number) or number)


def _reference(name: str, block: int, label: str) -> Markup:
    html = Markup('<sup class="read-note"><a id="{}" href="#b{}" aria-label="Voetnoot {}">{}</a></sup>')
    return html.format(name, block, label, label)


def _cells(block: Block, text: str) -> Iterator[tuple[int, int]]:
    if block.kind is not BlockKind.TABLE_ROW:
        yield block.start, block.end
        return
    at = block.start
    for cell in text.split("\t"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _together(block: Block, index: int) -> tuple[str, str | int]:
    """A list is all list items in a row; a table all rows under the same column heads."""
    if block.kind is BlockKind.LIST_ITEM:
        return "list", ""
    if block.kind is BlockKind.TABLE_ROW:
        return "table", block.heads
    return "block", index


def _wrapped(text: str, kinds: Sequence[str]) -> Markup:
    classes = " ".join(dict.fromkeys(name for kind, name in _CLASSES if kind in kinds))
    if classes:
        return Markup('<mark class="{}">{}</mark>').format(classes, text)
    return Markup('<span class="read-passage">{}</span>').format(text) if "passage" in kinds else escape(text)
