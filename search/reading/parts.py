"""A long document in parts, cut at headings; footnotes stand with what cites them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument

USUAL = 30_000
"""Characters from which a part ends at the next heading; at twice as many it ends at the next paragraph."""

_SMALL = 0.25


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks.

    Attributes:
        number: Place among the parts, from 1.
        blocks: Its blocks by their places in the document; footnotes are not among them.
        notes: The footnotes that it cites, likewise; in the last part those that nothing cites too.
        start: First character in the canonical text.
        end: One past the last character of its last block.
    """

    number: int
    blocks: tuple[int, ...]
    notes: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts of a document.

    Attributes:
        all: In the document's order; one at least.
        by_note: Number of the part that each footnote stands in, by the footnote's place among the blocks.
    """

    all: tuple[Part, ...]
    by_note: Mapping[int, int]
    _starts: tuple[int, ...]

    def at(self, position: int) -> Part:
        """Return the part that holds a character of the canonical text."""
        index = max(bisect_right(self._starts, position) - 1, 0)
        if index in self.by_note:
            return self.all[self.by_note[index] - 1]
        place = bisect_right(self.all, position, key=lambda part: part.start) - 1
        return self.all[max(place, 0)]


def divide(document: ParsedDocument, *, usual: int = USUAL) -> Parts:
    """Divide a document.

    Args:
        document: The document.
        usual: Characters from which a part ends at the next heading.
    """
    runs = list(_runs(document.blocks, usual)) or [[]]
    by_note = _note_parts(document, runs)
    parts = []
    for number, run in enumerate(runs, start=1):
        notes = tuple(sorted(note for note, part in by_note.items() if part == number))
        start = document.blocks[run[0]].start if run else 0
        end = document.blocks[run[-1]].end if run else 0
        parts.append(Part(number, tuple(run), notes, start, end))
    return Parts(tuple(parts), by_note, tuple(block.start for block in document.blocks))


def _runs(blocks: tuple[Block, ...], usual: int) -> Iterator[list[int]]:
    total = sum(block.end - block.start for block in blocks if block.kind is not BlockKind.FOOTNOTE)
    run: list[int] = []
    size = left = 0
    left = total
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.FOOTNOTE:
            continue
        if run and left > _SMALL * usual and _ends(blocks, index, size, usual):
            yield run
            run, size = [], 0
        run.append(index)
        size += block.end - block.start
        left -= block.end - block.start
    if run:
        yield run


def _ends(blocks: tuple[Block, ...], index: int, size: int, usual: int) -> bool:
    """Tell whether a part may end before a block: not within a table or list while it is not far too long."""
    kind = blocks[index].kind
    if kind is BlockKind.HEADING:
        return size >= usual
    if kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM):
        return size >= 4 * usual
    return size >= 2 * usual


def _note_parts(document: ParsedDocument, runs: list[list[int]]) -> dict[int, int]:
    """Return the part of each footnote: where it is cited first, else the last."""
    starts = [document.blocks[run[0]].start if run else 0 for run in runs]
    found = {
        index: len(runs) for index, block in enumerate(document.blocks) if block.kind is BlockKind.FOOTNOTE
    }
    for link in reversed(document.footnotes):
        if link.block in found:
            found[link.block] = max(bisect_right(starts, link.position - 1), 1)
    return found
