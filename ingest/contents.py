"""The table of contents: lines that say where something stands, and nothing about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument

LEADERS = re.compile(r"(?:[.…_·] ?){4,}\s*(\d{1,4}|[ivxl]{1,5})\s*$")
"""Dots that lead to a page number."""

_NUMBERED_END = re.compile(r"^(?P<entry>.*[^\W\d_].*?)[\s.…]+(?P<page>\d{1,4})\s*$", re.DOTALL)
_HEADING = re.compile(
    r"^(?:inhoud|inhouds ?opgave|inhoudstafel|(?:table of )?contents)(?:\s+blz\.?)?$", re.IGNORECASE
)
_SPACES = re.compile(r"[\W_]+")
_FEWEST_KNOWN = 3
_LONGEST = 250


@dataclass(frozen=True, slots=True)
class _Entry:
    index: int
    page: int
    known: bool


def contents_blocks(document: ParsedDocument) -> frozenset[int]:
    """Return the indices of the blocks that are entries of a table of contents.

    An entry ends in a page number. It counts where dots lead to the number, or in a run whose numbers do
    not fall, under a heading *Inhoud* or with three entries that are headings of this document.
    """
    found = {index for index, block in enumerate(document.blocks) if LEADERS.search(_text(document, block))}
    for run in _runs(document):
        known = sum(entry.known for entry in run)
        if known >= _FEWEST_KNOWN or (run and _is_under_contents(document, run[0].index)):
            found.update(entry.index for entry in run)
    return frozenset(found)


def _text(document: ParsedDocument, block: Block) -> str:
    return document.text[block.start : block.end]


def _runs(document: ParsedDocument) -> Iterator[list[_Entry]]:
    """Entries that follow each other with page numbers that do not fall; headings may stand between."""
    headings = {_bare(_text(document, b)) for b in document.blocks if b.kind is BlockKind.HEADING} - {""}
    run: list[_Entry] = []
    for index, block in enumerate(document.blocks):
        if block.kind in (BlockKind.HEADING, BlockKind.FOOTNOTE):
            continue
        match = _numbered_end(_text(document, block)) if block.end - block.start <= _LONGEST else None
        if match is None or (run and int(match["page"]) < run[-1].page):
            yield run
            run = []
        if match is not None:
            run.append(_Entry(index, int(match["page"]), _bare(match["entry"]) in headings))
    yield run


def _numbered_end(text: str) -> re.Match[str] | None:
    return _NUMBERED_END.match(text) if text.rstrip()[-1:].isdigit() else None  # most text ends otherwise


def _bare(text: str) -> str:
    """A title without number and punctuation."""
    return _SPACES.sub(" ", re.sub(r"^[\d.\s]+", "", text)).strip().casefold()


def _is_under_contents(document: ParsedDocument, index: int) -> bool:
    """Whether *Inhoud* stands right above: as the innermost heading, or as the block in front."""
    block = document.blocks[index]
    titles = block.section[-1:] + tuple(
        _text(document, before) for before, after in pairwise(document.blocks[: index + 1]) if after is block
    )
    return any(_HEADING.match(" ".join(title.split())) for title in titles)
