"""One passage or document in full, for the CLI's ``show`` and the API."""

from dataclasses import dataclass
from typing import Any

from beleidszoeker.index.store import DocumentRecord, LibraryReader
from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.search.quoting.citation import cite
from beleidszoeker.search.result import Citation


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle of paper under a passage.

    Attributes:
        page: Number of the page in the file.
        box: Left, bottom, right, top in points, origin at the page's lower left.
    """

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class PassageDetail:
    """A passage with all that is known of it.

    Attributes:
        passage_id: The passage.
        text: The literal passage.
        sentences: Spans of its sentences in ``text``.
        footnotes: Footnotes that it cites.
        citation: Where it stands.
        places: Its rectangles, where the format has geometry.
    """

    passage_id: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    footnotes: tuple[str, ...]
    citation: Citation
    places: tuple[Place, ...]


def passage_detail(reader: LibraryReader, passage_id: str) -> PassageDetail:
    """Return a passage in full.

    Raises:
        PassageNotFoundError: There is none with this id.
    """
    passage = reader.passage(passage_id)
    boxes = PageMap(reader.parsed(passage.document_id)).boxes(passage.start, passage.end)
    return PassageDetail(
        passage_id=passage.id,
        text=passage.text,
        sentences=passage.sentences,
        footnotes=passage.notes,
        citation=cite(passage),
        places=tuple(Place(page, box) for page, box in boxes),
    )


@dataclass(frozen=True, slots=True)
class BlockDetail:
    """What the parser saw as one block.

    Attributes:
        kind: ``heading``, ``paragraph``, ``list_item``, ``table_row``, ``footnote`` or ``caption``.
        text: Its characters in the canonical text; cells of a row are parted by tabs.
        start: First character in the canonical text.
        end: One past the last.
        section: Headings above it, outermost first.
        level: Depth of a heading, from 1; else 0.
        label: A footnote's number.
        heads: A row's column heads.
        page_first: First page that it stands on, or ``None``.
        page_last: Last page.
    """

    kind: str
    text: str
    start: int
    end: int
    section: tuple[str, ...]
    level: int
    label: str
    heads: str
    page_first: int | None
    page_last: int | None


def document_blocks(reader: LibraryReader, document_id: str) -> tuple[BlockDetail, ...]:
    """Return a document as the parser saw it.

    Raises:
        DocumentNotFoundError: There is none with this id.
    """
    parsed = reader.parsed(document_id)
    pages = PageMap(parsed)
    return tuple(
        BlockDetail(
            block.kind.value,
            parsed.text[block.start : block.end],
            block.start,
            block.end,
            block.section,
            block.level,
            block.label,
            block.heads,
            *pages.span(block.start, block.end),
        )
        for block in parsed.blocks
    )


def document_summary(record: DocumentRecord) -> dict[str, Any]:
    """Return a document as ``documents --json`` and the API give it; a form that only grows."""
    return {
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "date": record.date,
        "source": record.sources[0] if record.sources else None,
        "pages": record.page_count,
        "passages": record.passage_count,
        "sources": list(record.sources),
        "language": record.language,
        "url": record.url,
        "organisations": list(record.organisations),
        "dossiers": list(record.dossiers),
        "warnings": list(record.warnings),
        "authors": record.values("authors"),
        "addressees": record.values("addressees"),
        "departments": record.values("departments"),
        "kenmerk": record.value("kenmerk"),
        "uw_kenmerk": record.value("uw_kenmerk"),
        "kamerstukken": record.values("kamerstukken"),
        "session_year": record.value("session_year"),
        "evidence": {
            field: [{"value": item.value, "start": item.start, "end": item.end} for item in found]
            for field, found in record.evidence.items()
        },
    }
