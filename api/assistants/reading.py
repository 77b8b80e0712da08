"""A document in parts that an assistant can hold: no more than ``PART`` characters at a time."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from beleidszoeker.api.assistants.forms import Heading, WholeDocument
from beleidszoeker.errors import QueryError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.search.detail import document_summary

PART = 10_000
"""Characters of text in one answer; with outline and metadata it stays under 20,000."""
_OUTLINE = 4_000
_LONGEST_HEADING = 200
_FACTS = 1_000
"""Characters of organisations that are named at most; of dossiers and authors likewise."""


def read_document(
    reader: LibraryReader, document_id: str, *, section: str | None, start: int, end: int | None
) -> WholeDocument:
    """Return a document's facts and a part of its text.

    Args:
        reader: Where it stands.
        document_id: Which.
        section: Heading of the section to read, or a part of it; then ``start`` and ``end`` count within it.
        start: First character wanted.
        end: One past the last; ``None`` for as far as it goes.

    Raises:
        DocumentNotFoundError: There is none with this id.
        QueryError: There is no such section, or nothing lies between start and end.
    """
    facts = document_summary(reader.document(document_id))
    parsed = reader.parsed(document_id)
    first, last = _section(parsed, section) if section else (0, len(parsed.text))
    begin, limit = max(start, first), min(last, last if end is None else end)
    if begin >= limit:
        raise QueryError(
            f"Tussen teken {start} en {end} staat geen tekst.",
            advice=f"De tekst loopt van {first} tot {last}.",
        )
    stop = _cut(parsed, begin, limit)
    pages = PageMap(parsed)
    page_first, page_last = pages.span(begin, stop)
    outline, complete = _outline(parsed, pages) if begin == 0 else ([], False)
    kept: dict[str, Any] = {name: facts[name] for name in ("title", "kind", "date", "pages", "source", "url")}
    for name in ("organisations", "dossiers", "authors"):
        kept[name] = within(facts[name], _FACTS)
    return WholeDocument(
        document_id=document_id,
        **kept,
        outline=outline,
        outline_complete=complete,
        text=parsed.text[begin:stop],
        start=begin,
        end=stop,
        length=len(parsed.text),
        next=stop if stop < limit else None,
        page_first=page_first,
        page_last=page_last,
    )


def _section(parsed: ParsedDocument, wanted: str) -> tuple[int, int]:
    """Return the span of a section with all below it: the heading that is it, else one that holds it."""
    headings = [block for block in parsed.blocks if block.kind is BlockKind.HEADING]
    titles = [" ".join(parsed.text[block.start : block.end].split()).casefold() for block in headings]
    name = " ".join(wanted.split()).casefold()
    place = next((at for at, title in enumerate(titles) if title == name), None)
    if place is None:
        place = next((at for at, title in enumerate(titles) if name and name in title), None)
    if place is None:
        raise QueryError(
            f"Dit document heeft geen kop '{wanted[:_LONGEST_HEADING]}'.",
            advice="Vraag het document zonder sectie op; `outline` noemt de koppen.",
        )
    found = headings[place]
    after = (block.start for block in headings[place + 1 :] if block.level <= found.level)
    return found.start, next(after, len(parsed.text))


def _cut(parsed: ParsedDocument, begin: int, limit: int) -> int:
    """Return where a part ends: at the end of a block where one ends within reach, never past the limit."""
    if limit - begin <= PART:
        return limit
    ends = sorted(block.end for block in parsed.blocks)
    place = bisect_right(ends, begin + PART) - 1
    return ends[place] if place >= 0 and ends[place] > begin else begin + PART


def _outline(parsed: ParsedDocument, pages: PageMap) -> tuple[list[Heading], bool]:
    found, length = list[Heading](), 0
    for block in parsed.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        title = " ".join(parsed.text[block.start : block.end].split())[:_LONGEST_HEADING]
        length += len(title) + 60  # what its other fields take
        if length > _OUTLINE:
            return found, False
        page, _ = pages.span(block.start, block.end)
        found.append(Heading(title=title, level=block.level, start=block.start, page=page))
    return found, True


def within(texts: Iterable[str], most: int) -> list[str]:
    """Return the first texts that fit; a text is whole or not there, for a cut quote is no quote."""
    kept = []
    for text in texts:
        most -= len(text)
        if most < 0:
            break
        kept.append(text)
    return kept
