"""The passages behind a number: those that name something, or two things together, with the names marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.index.store.knowledge import Closeness, Meeting, Totals
from beleidszoeker.ingest.knowledge.model import Mention, Span
from beleidszoeker.search.quoting.citation import cite
from beleidszoeker.search.result import Citation


@dataclass(frozen=True, slots=True)
class MarkedHeading:
    """A heading above a passage.

    Attributes:
        text: The heading.
        marks: Where the names stand in it.
    """

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name in the text of a passage.

    Attributes:
        name: Its id.
        start: First character, in the document's canonical text.
        end: One past the last.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage with the names in it.

    Attributes:
        id: Its id.
        text: The literal passage.
        start: Its first character in the document's canonical text.
        marks: The names that were asked for, in order.
    """

    id: str
    text: str
    start: int
    marks: tuple[NameMark, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marks, counted from the passage's start."""
        return tuple((each.start - self.start, each.end - self.start) for each in self.marks)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that names what was asked for.

    Attributes:
        passage: The passage.
        closeness: How close the two names stand.
        citation: Where it stands.
        headings: The headings above it, outermost first.
        next: The passage after it, where one of the names stands there.
    """

    passage: MarkedPassage
    closeness: Closeness
    citation: Citation
    headings: tuple[MarkedHeading, ...]
    next: MarkedPassage | None = None

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Meetings:
    """Some of the passages.

    Attributes:
        found: The closest first, then the newest.
        totals: How many there are in all.
    """

    found: tuple[Found, ...]
    totals: Totals


def meetings(
    reader: LibraryReader,
    name: str,
    other: str | None = None,
    filters: Filters | None = None,
    *,
    start: int = 0,
    count: int = 20,
) -> Meetings:
    """Return passages that name something, or two things together.

    Args:
        reader: Reads the library.
        name: Id of a name.
        other: Id of another; ``None`` for one alone.
        filters: Limits to documents.
        start: How many to skip.
        count: How many at most.
    """
    names = reader.knowledge.names
    rows = names.meetings(name, other, filters, start=start, count=count)
    after = {row.key: names.passage_after(row.document_id, row.ordinal) for row in rows if _goes_on(row)}
    passages = reader.passages([*(row.key for row in rows), *(key for key in after.values() if key)])
    wanted = {name, other or name}
    found = (
        _found(reader, row, passages[row.key], passages.get(after.get(row.key) or 0), wanted)
        for row in rows
        if row.key in passages
    )
    return Meetings(tuple(found), names.totals(name, other, filters))


def _goes_on(row: Meeting) -> bool:
    return row.closeness is Closeness.NEXT


def _found(
    reader: LibraryReader, row: Meeting, passage: PassageRecord, after: PassageRecord | None, wanted: set[str]
) -> Found:
    written = {each.surface for each in reader.knowledge.names.of(row.document_id) if each.key in wanted}
    return Found(
        passage=_marked(reader, passage, wanted),
        closeness=row.closeness,
        citation=cite(passage),
        headings=tuple(MarkedHeading(each, tuple(_written_in(each, written))) for each in passage.section),
        next=_marked(reader, after, wanted) if after else None,
    )


def _marked(reader: LibraryReader, passage: PassageRecord, wanted: set[str]) -> MarkedPassage:
    mentions = reader.knowledge.names.within(passage.document_id, passage.start, passage.end)
    return MarkedPassage(passage.id, passage.text, passage.start, tuple(_marks(mentions, wanted)))


def _marks(mentions: Sequence[Mention], wanted: set[str]) -> Iterator[NameMark]:
    return (NameMark(each.key, each.start, each.end) for each in mentions if each.key in wanted)


def _written_in(heading: str, surfaces: Iterable[str]) -> Iterator[Span]:
    """Yield where names stand in a heading, as the document writes them there or elsewhere."""
    for surface in sorted(surfaces):
        at = heading.find(surface)
        if surface and at >= 0:
            yield at, at + len(surface)
