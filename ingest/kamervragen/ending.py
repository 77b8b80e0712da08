"""Where an answer ends: before the next chapter, the signature, the notes at the end, the colophon."""

import re
from collections.abc import Sequence

from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument
from beleidszoeker.ingest.kamervragen.heads import Head
from beleidszoeker.ingest.kamervragen.model import Span
from beleidszoeker.ingest.locate import PageMap

_CLOSING = re.compile(
    r"\s*(?:hoogachtend|met vriendelijke groet|(?:mede )?namens de|toelichting\s*:|bijlagen?\b.{0,60}$"
    r"|de (?:minister|staatssecretaris)(?:-president)?\b[^.?!]{0,120}$|ah-tk-\d|kv-tk-\d)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*(?:\[(\d{1,2})\]|\(?(\d{1,2})\))\s*\S")


def end_of_body(document: ParsedDocument, last: Head) -> int:
    """Return where the text under the last heading ends.

    What stands beside the running text comes after it in the canonical text: there the pages go back, or the
    headings above it are gone.
    """
    pages, end, page, headed = PageMap(document), last.end, 0, False
    for block in document.blocks:
        if block.end < last.end or block.kind is BlockKind.FOOTNOTE:
            continue
        first, final = pages.span(max(block.start, last.start), block.end)
        outside = (headed and not block.section) or (first is not None and first < page)
        if block.start > last.start and (outside or _CLOSING.match(_text(document, block))):
            return end
        headed = headed or block.kind is BlockKind.HEADING
        end, page = block.end, final or page
    return end


def without_endnotes(document: ParsedDocument, spans: Sequence[Span]) -> Span:
    """Return the last of these spans without the notes of a text that marks them *1)* or *[1]*."""
    start, end = spans[-1]
    said = document.text[spans[0][0] : start]
    for block in document.blocks:
        if start < block.start < end and block.kind is not BlockKind.FOOTNOTE:
            note = _NOTE.match(_text(document, block))
            if note and re.search(rf"[\[(]{_number(note)}\]|(?<!\d){_number(note)}\)", said):
                return start, start + len(document.text[start : block.start].rstrip())
    return start, end


def without_headings(document: ParsedDocument, span: Span) -> Span:
    """Return an answer's span without headings at its end: they belong to what comes after it."""
    start, end = span
    blocks = [
        b for b in document.blocks if start <= b.start and b.end <= end and b.kind is not BlockKind.FOOTNOTE
    ]
    while len(blocks) > 1 and blocks[-1].kind is BlockKind.HEADING:
        blocks.pop()
        end = blocks[-1].end
    return start, end


def _number(note: re.Match[str]) -> str:
    return str(note[1] or note[2])


def _text(document: ParsedDocument, block: Block) -> str:
    return document.text[block.start : block.end]
