"""The parts of a document that say who sends it to whom: its head, and what stands beside its first page."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument

_SALUTATION = re.compile(r"(?:geachte|beste|mijnheer de voorzitter|dear)\b", re.IGNORECASE)
_HEAD_BLOCKS = 40
_HEAD_LETTERS = 4000


def letterhead(document: ParsedDocument) -> tuple[Block, ...]:
    """Return the blocks above a letter's salutation, then those in the margin of its first page.

    Without a salutation the head is what opens the document: at most 40 blocks and 4,000 characters, on its
    first page where pages are known.
    """
    head = list(_above(document))
    inside = {block.start for block in head}
    aside = beside(document) if document.lines else _last(document)
    return (*head, *(block for block in aside if block.start not in inside))


def beside(document: ParsedDocument) -> Iterator[Block]:
    """Yield the blocks in the first page's margin: they come after later pages, or after the head."""
    pages = _pages(document)
    later = False
    for block in document.blocks:
        page = pages.get(block.start)
        later = later or (page is not None and page > 1) or bool(block.start >= _HEAD_LETTERS)
        if later and page == 1 and block.kind is not BlockKind.FOOTNOTE:
            yield block


def _last(document: ParsedDocument) -> Iterator[Block]:
    """Where pages are not known, text boxes come after all sections and stand under none of them."""
    running = [block for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    ends = [i for i, block in enumerate(running, start=1) if block.section or block.kind is BlockKind.HEADING]
    yield from running[ends[-1] :][:_HEAD_BLOCKS] if ends else ()


def _above(document: ParsedDocument) -> Iterator[Block]:
    pages = _pages(document)
    for block in document.blocks[:_HEAD_BLOCKS]:
        opening = document.text[block.start : block.start + 40]
        if _SALUTATION.match(opening) or block.end > _HEAD_LETTERS or pages.get(block.start, 1) != 1:
            return
        if block.kind is not BlockKind.FOOTNOTE:
            yield block


def _pages(document: ParsedDocument) -> dict[int, int]:
    """Start of a line → its page."""
    return {line.start: line.page for line in document.lines}
