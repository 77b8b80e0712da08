"""What comes out of the store."""

from collections.abc import Mapping
from dataclasses import dataclass

from beleidszoeker.ingest.document import Evidence

_BETWEEN = " — "


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A file that was offered, with what came of it.

    Attributes:
        path: Absolute path.
        name: Path relative to the folder that was ingested.
        size: Bytes.
        mtime_ns: Time of last change, in nanoseconds.
        digest: SHA-256 of its bytes.
        document_id: Its document, or ``None`` when it failed.
        code: Error code when it failed.
        message: Why it failed, in Dutch.
        advice: What to do about it, in Dutch.
        parser_version: Version of the parser that read it.
        overrides: Digest of what sidecars and manifests said of it; empty when they said nothing.
    """

    path: str
    name: str
    size: int
    mtime_ns: int
    digest: str
    document_id: str | None
    code: str
    message: str
    advice: str
    parser_version: int
    overrides: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document without its text.

    Attributes:
        id: First 16 hexadecimal digits of the file's SHA-256.
        title: Title.
        kind: Kind.
        date: ISO day or ``None``.
        language: ``nl``, ``nl-BE``, ``en``, ``de``, or another code that the file declares.
        url: Public address that the document states, or ``None``.
        sources: Names of the files that hold it, sorted.
        page_count: Number of pages, or ``None`` where the format has none.
        passage_count: Number of passages.
        organisations: Organisations named as its own.
        dossiers: Kamerstukdossiers that it belongs to or cites.
        warnings: What parsing wants known.
        evidence: Every field of its metadata, by the name that ``Metadata`` gives it, with the spans of the
            canonical text that it was read from; a field that is not known is absent.
    """

    id: str
    title: str
    kind: str
    date: str | None
    language: str
    url: str | None
    sources: tuple[str, ...]
    page_count: int | None
    passage_count: int
    organisations: tuple[str, ...]
    dossiers: tuple[str, ...]
    warnings: tuple[str, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]

    def values(self, field: str) -> list[str]:
        """Return the values of a field of its metadata; none when it is not known."""
        return [evidence.value for evidence in self.evidence.get(field, ())]

    def value(self, field: str) -> str | None:
        """Return the value of a field that has one at most."""
        return next(iter(self.values(field)), None)


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage with its text and what is needed to cite it.

    Attributes:
        key: Number of its vector.
        id: Public id: document, and digest of place and text.
        document_id: Its document.
        ordinal: Place among the document's passages, from 0.
        text: The literal passage.
        start: First character in the document's canonical text.
        section: Headings above it.
        sentences: Spans of its sentences, counted from the passage's start.
        page_first: First page, or ``None``.
        page_last: Last page, or ``None``.
        label_first: The first page's printed label, where it is known.
        label_last: The last page's printed label, where it is known.
        notes: Footnotes that it cites.
        context: What is embedded and indexed with it, not quoted.
        confidence: How sure character recognition was, 0 to 100; ``None`` where none was needed.
        title: The document's title.
        kind: The document's kind.
        date: The document's date or ``None``.
        url: The document's address or ``None``.
        source: Name of a file that holds the document.
    """

    key: int
    id: str
    document_id: str
    ordinal: int
    text: str
    start: int
    section: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    page_first: int | None
    page_last: int | None
    label_first: str | None
    label_last: str | None
    notes: tuple[str, ...]
    context: str
    confidence: float | None
    title: str
    kind: str
    date: str | None
    url: str | None
    source: str

    @property
    def end(self) -> int:
        """One past its last character in the document's canonical text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """A document as one version of a work.

    Attributes:
        document_id: The document.
        title: Its title.
        date: ISO day or ``None``.
        source: Name of a file that holds it.
        has_pages: Whether its format has pages.
    """

    document_id: str
    title: str
    date: str | None
    source: str
    has_pages: bool


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What the indexes need of a passage.

    Attributes:
        key: Number of its vector.
        digest: Digest of ``embedded``.
        text: The literal passage.
        heading: Title and section path.
        notes: Footnotes that it cites.
        context: What is embedded and indexed with it, not quoted: column heads, the question to an answer.
        document_id: Its document.
        kind: The document's kind.
        date: The document's date or ``None``.
        organisations: For the filter.
        dossiers: For the filter.
        title: The document's title, which the heading begins with.
        sentences: Spans of its sentences, counted from the start of ``text``.
        programmes: For the filter.
    """

    key: int
    digest: str
    text: str
    heading: str
    notes: tuple[str, ...]
    context: str
    document_id: str
    kind: str
    date: str | None
    organisations: tuple[str, ...]
    dossiers: tuple[str, ...]
    title: str = ""
    sentences: tuple[tuple[int, int], ...] = ()
    programmes: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Title and section headings, one by one."""
        sections = self.heading.removeprefix(self.title).split(_BETWEEN)
        return tuple(part for part in (self.title, *sections) if part)

    @property
    def embedded(self) -> str:
        """The text that is embedded: heading and context above passage."""
        return embedded_text(self.heading, self.text, self.context)


def heading_of(title: str, section: tuple[str, ...]) -> str:
    """Title and section path on one line."""
    return _BETWEEN.join((title, *section))


def embedded_text(heading: str, text: str, context: str = "") -> str:
    """What is embedded of a passage; heading and context help to find it and are never quoted."""
    return "\n".join(part for part in (heading, context, text) if part)
