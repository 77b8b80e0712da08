"""What a search returns. ``to_json`` is the contract that the CLI and the API share; it only grows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Quote:
    """A literal part of a passage.

    Attributes:
        text: Its characters.
        start: First character in the passage's text.
        end: One past the last: ``passage.text[start:end] == text``.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a passage stands.

    Attributes:
        document_id: Its document.
        title: The document's title.
        kind: The document's kind.
        date: ISO day, or ``None``.
        source: Name of the file.
        page_first: Number of the first page in the file, or ``None`` where pages are not known.
        page_last: Number of the last page, or ``None``.
        section: Headings above it, outermost first.
        label: The citation in the house notation, in Dutch.
        url: Public address, or ``None``.
        start: First character in the document's canonical text.
        end: One past the last character.
        confidence: How sure character recognition was of its pages, 0 to 100; ``None`` where the text is the
            file's own.
        printed: The numbers printed on its pages where they are not the file's: ``35-36``; else ``None``.
    """

    document_id: str
    title: str
    kind: str
    date: str | None
    source: str
    page_first: int | None
    page_last: int | None
    section: tuple[str, ...]
    label: str
    url: str | None
    start: int
    end: int
    confidence: float | None = None
    printed: str | None = None


class Manner(StrEnum):
    """How a word of the query stands in a passage, the nearest manner first."""

    EXACT = "exact"
    """The same word, but for capitals and accents."""
    STEM = "stem"
    """Another form of it: *gemeenten* as *gemeente*."""
    VARIANT = "variant"
    """Spelled otherwise: *net capaciteit* as *netcapaciteit*, *twaalf* as *12*."""
    CORRECTION = "correction"
    """The word that was meant, for one that no document holds."""
    ABBREVIATION = "abbreviation"
    """An abbreviation spelled out, or a name abbreviated."""
    PREFIX = "prefix"
    """It begins so, as was asked with ``prefix*``."""
    PART = "part"
    """A part of a compound in the passage: *net* in *netcapaciteit*."""
    COMPOUND = "compound"
    """It is a compound itself, of which parts stand there: *netcapaciteit* as *capaciteit*."""
    RELATED = "related"
    """Another wording of it, from the thesaurus: *lawaai* as *geluidhinder*."""


class Sort(StrEnum):
    """In which order passages are shown."""

    RELEVANCE = "relevance"
    """Best first."""
    DATE = "date"
    """Newest document first, those without a date last; within one day best first."""


class Place(StrEnum):
    """Where a matched word stands."""

    TEXT = "text"
    """In the passage."""
    FOOTNOTE = "footnote"
    """In a footnote that it cites."""
    HEADING = "heading"
    """In the document's title or a heading above it."""
    CONTEXT = "context"
    """In what stands above it to understand it: column heads, the question to an answer."""


@dataclass(frozen=True, slots=True)
class MatchedWord:
    """A word of the query that a passage holds.

    Attributes:
        asked: The word, or words that were taken together, as in the query.
        found: At most three different words that answer to it, as they stand there.
        how: How they answer to it.
        where: Where they stand; in several places, the first of them in the order of ``Place``.
    """

    asked: str
    found: tuple[str, ...]
    how: Manner
    where: Place


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that makes up the score.

    Attributes:
        name: What it is.
        value: What it adds to the score, or takes away.
    """

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why a passage was found.

    Attributes:
        lexical: Its score by words, in standard deviations above the candidates' mean.
        dense: Its score by meaning, likewise.
        terms: Words of the query that it or a footnote of its holds; a compound found by its parts as
            ``net+capaciteit``.
        words: The same in full, headings included, the most telling first.
        missing: Words of the query that neither it nor its footnotes or headings hold in any manner.
        effects: What makes up the score.
        told: All this in a Dutch sentence or two; empty where there is nothing to say.
    """

    lexical: float
    dense: float
    terms: tuple[str, ...]
    words: tuple[MatchedWord, ...] = ()
    missing: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """Another version of the document that a passage stands in: a concept, the same letter as DOCX.

    Attributes:
        document_id: The document.
        title: Its title.
        date: ISO day, or ``None``.
        source: Name of its file.
    """

    document_id: str
    title: str
    date: str | None
    source: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One passage found.

    Attributes:
        rank: Place, from 1, in the order that was asked for.
        score: Between 0 and 1, falling with the rank where the best come first; to compare within one answer
            only.
        passage_id: The passage.
        text: The literal passage.
        quotes: Its best sentences, in the passage's order.
        highlights: Spans of matched words in ``text``.
        footnotes: Footnotes that the passage cites.
        citation: Where it stands.
        why: Why it was found.
        versions: Other versions of its document, the preferred one first; their passages are not shown.
    """

    rank: int
    score: float
    passage_id: str
    text: str
    quotes: tuple[Quote, ...]
    highlights: tuple[tuple[int, int], ...]
    footnotes: tuple[str, ...]
    citation: Citation
    why: Why
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """The answer to a query.

    Attributes:
        query: As it was asked.
        answered: Whether anything relevant was found.
        took_ms: Time that it took, in milliseconds.
        results: In the order that was asked for; empty when not answered.
        message: What the person should know, in Dutch, or ``None``.
        notes: How the query was read, where that is not plain, in Dutch sentences.
        total: How many passages can be paged through, these among them; 100 at most. Documents, where their
            passages were put together.
    """

    query: str
    answered: bool
    took_ms: float
    results: tuple[SearchResult, ...]
    message: str | None = None
    notes: tuple[str, ...] = ()
    total: int = 0


def to_json(value: Any) -> Any:
    """Return a result as plain data for JSON: fields by name, tuples as lists."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: to_json(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value
