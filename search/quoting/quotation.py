"""A quotation: literal parts of one passage, with the pages on which just those parts stand."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.quoting.citation import cite, on_pages
from beleidszoeker.search.result import Citation, Quote

GAP = " […] "
"""Between parts that do not follow each other; what stands between them is left out."""

_DIGITS = 8

Span = tuple[int, int]
Quoted: TypeAlias = Sequence[Quote] | Sequence[Span]
"""What of a passage is quoted, in its characters."""


@dataclass(frozen=True, slots=True)
class Part:
    """A literal part of a document, as a permalink names it.

    Attributes:
        start: First character in the document's canonical text.
        end: One past the last.
        digest: First 8 hexadecimal digits of the SHA-256 of its text in UTF-8.
    """

    start: int
    end: int
    digest: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is quoted of a passage.

    Attributes:
        passage_id: The passage.
        text: The parts, joined with ``GAP``.
        parts: Where each of them stands, in order.
        citation: Where they stand: only their pages, not all of the passage's.
        footnotes: Footnotes that the parts cite.
    """

    passage_id: str
    text: str
    parts: tuple[Part, ...]
    citation: Citation
    footnotes: tuple[str, ...]


def quotation(reader: LibraryReader, passage: PassageRecord, quotes: Quoted = ()) -> Quotation:
    """Return a quotation of one passage.

    Args:
        reader: The library.
        passage: The passage.
        quotes: What of it is quoted, in its characters; none for all of it. Parts with nothing but white
            space between them become one.
    """
    text = passage.text
    spans = _merged(text, [(each.start, each.end) if isinstance(each, Quote) else each for each in quotes])
    first, last = passage.start + spans[0][0], passage.start + spans[-1][1]
    return Quotation(
        passage_id=passage.id,
        text=GAP.join(text[start:end] for start, end in spans),
        parts=tuple(
            Part(passage.start + start, passage.start + end, digest_of(text[start:end]))
            for start, end in spans
        ),
        citation=_citation(reader, passage, first, last),
        footnotes=_footnotes(reader, passage, spans),
    )


def digest_of(text: str) -> str:
    """Return the digest by which a permalink knows a text again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return spans in order, within the text, overlapping and neighbouring ones made one."""
    merged: list[Span] = []
    for first, last in sorted(spans):
        start, end = max(first, 0), min(last, len(text))
        if start >= end:
            continue
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged or [(0, len(text))]


def _citation(reader: LibraryReader, passage: PassageRecord, start: int, end: int) -> Citation:
    """Of a passage on several pages only those of the quote count."""
    if passage.page_first != passage.page_last:
        passage = on_pages(passage, reader.pages(passage.document_id, start, end))
    return replace(cite(passage), start=start, end=end)


def _footnotes(reader: LibraryReader, passage: PassageRecord, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return the footnotes whose marker stands in a span; all of them where the markers are not known."""
    markers = reader.note_markers(passage) if passage.notes else ()
    if len(markers) != len(passage.notes):
        return passage.notes
    return tuple(
        note
        for note, marker in zip(passage.notes, markers, strict=True)
        if any(start < marker <= end for start, end in spans)
    )
