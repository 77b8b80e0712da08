"""What a parsed document is made of.

A document has one canonical text. Everything else — pages, blocks, footnotes, rectangles — is a span
``[start, end)`` of it, counted in Python characters, so that each statement about the document can be checked
against its text.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    CAPTION = "caption"


class Box(NamedTuple):
    """A rectangle on a page in PDF points (1/72 inch), origin at the lower left of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Where one printed line stands in the canonical text and on paper.

    Attributes:
        start: First character in the canonical text.
        end: One past the last character.
        page: Number of the page, from 1.
        box: The line's rectangle; ``None`` where the format knows no geometry.
    """

    start: int
    end: int
    page: int
    box: Box | None


@dataclass(frozen=True, slots=True)
class Page:
    """One physical page.

    Attributes:
        number: Place in the file, from 1.
        label: The number as printed or as the file declares it, where that is known.
        width: In points; 0 where the format has no geometry.
        height: In points.
        confidence: Mean confidence of its words, 0 to 100, where they were recognised in a picture; ``None``
            where the text is the file's own.
    """

    number: int
    label: str | None = None
    width: float = 0.0
    height: float = 0.0
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row, footnote or caption.

    Attributes:
        kind: What it is.
        start: First character in the canonical text.
        end: One past the last character.
        section: Headings above it, outermost first; for a heading, without itself.
        level: Depth of a heading, from 1; 0 for everything else.
        label: A footnote's number as printed.
        heads: A table row's column heads, parted by tabs as its cells are; they help to find it and are not
            quoted with it.
    """

    kind: BlockKind
    start: int
    end: int
    section: tuple[str, ...] = ()
    level: int = 0
    label: str = ""
    heads: str = ""


@dataclass(frozen=True, slots=True)
class FootnoteLink:
    """The place in the running text that cites a footnote.

    Attributes:
        position: Offset in the canonical text, just after the word that carries the marker.
        label: The footnote's number as printed.
        block: Index of the footnote in ``ParsedDocument.blocks``.
    """

    position: int
    label: str
    block: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A metadata value with the span of the canonical text that it was read from.

    Attributes:
        value: The normalised value.
        start: First character; -1 when the value does not stand in the text (file properties, file name).
        end: One past the last character; -1 likewise.
    """

    value: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself, or what a sidecar or manifest says of it.

    Attributes:
        title: Never empty: the file's name where the document has no title.
        kind: One of ``beleidszoeker.ingest.metadata.KINDS``.
        date: ISO 8601 day, or ``None``.
        organisations: Bodies that issued it, written out.
        departments: Parts of them that are named as its sender: directorates and the like.
        authors: Who signed or wrote it; an office before its holder: ``minister van Financiën (W. Vermeer)``.
        addressees: To whom it is addressed, as far as that is an office or a body.
        kenmerk: The sender's own reference.
        uw_kenmerk: The addressee's reference.
        dossiers: Kamerstukdossiers that it belongs to or cites, as in ``29826`` or ``36410-XIII``.
        kamerstukken: Parliamentary publications that it is or cites, by their official identifiers, as in
            ``kst-29826-211``, ``ah-tk-20232024-1314`` and ``kv-tk-2024Z12345``.
        session_year: The vergaderjaar that it states as its own, as in ``2023-2024``.
        language: ``nl``, ``nl-BE``, ``en`` or ``de``; another code only where the file declares it.
        url: Address where the document says that it was published.
    """

    title: Evidence
    kind: Evidence
    date: Evidence | None = None
    organisations: tuple[Evidence, ...] = ()
    departments: tuple[Evidence, ...] = ()
    authors: tuple[Evidence, ...] = ()
    addressees: tuple[Evidence, ...] = ()
    kenmerk: Evidence | None = None
    uw_kenmerk: Evidence | None = None
    dossiers: tuple[Evidence, ...] = ()
    kamerstukken: tuple[Evidence, ...] = ()
    session_year: Evidence | None = None
    language: Evidence = Evidence("nl")
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences within one section: the unit that is found and cited.

    Attributes:
        start: First character in the canonical text.
        end: One past the last character.
        section: Headings above it, outermost first.
        sentences: Spans of its sentences in the canonical text.
        page_first: Number of the first page it stands on, or ``None`` where pages are not known.
        page_last: Number of the last page, or ``None``.
        notes: Texts of the footnotes that it cites; they count for finding, not for quoting.
        context: What a reader sees above it and needs to understand it: a table's column heads, the question
            to an answer. It is embedded with the passage and never quoted.
        confidence: The lowest confidence of its pages, 0 to 100, where one was recognised in a picture;
            ``None`` where the text is the file's own.
    """

    start: int
    end: int
    section: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    page_first: int | None = None
    page_last: int | None = None
    notes: tuple[str, ...] = ()
    context: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document after parsing and cleaning, before it is cut into passages."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    lines: tuple[LineSpan, ...] = ()
    footnotes: tuple[FootnoteLink, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
