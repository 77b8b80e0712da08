"""What a timeline is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from beleidszoeker.ingest.knowledge.model import Span


class EventKind(StrEnum):
    """What happened."""

    DOCUMENT = "document"
    ASKED = "asked"
    ANSWERED = "answered"
    MOTION = "motion"
    DECISION = "decision"
    COMMITMENT = "commitment"
    REFERENCE = "reference"
    DEADLINE = "deadline"


RANK = {kind: rank for rank, kind in enumerate(EventKind)}
"""In which order stands what one document says on one day."""

Place: TypeAlias = tuple[int, int, str, int, int, int, str]
"""Where an event stands among all events, whatever else there is."""


class Event(NamedTuple):
    """Something that happened, or must have happened by its day.

    Attributes:
        kind: What.
        day: ISO day, or ``None`` where no day is known.
        document_id: The document that says so.
        start: First character of what is shown of it; -1 where nothing of it stands in the text.
        end: One past the last.
        manner: Of a commitment or deadline ``promise``, ``reported`` or ``fulfilled``; of a decision
            ``asked`` or ``taken``; of answers ``answer`` or ``notice``; of a document its kind; else empty.
        dated: The words that the day was read from.
        until: Last day of a commitment's term.
        target: The document that a reference leads to; else empty.
        times: How often one document refers to another.
        number: Number of a set of Kamervragen, where it is known.
    """

    kind: EventKind
    day: str | None
    document_id: str
    start: int = -1
    end: int = -1
    manner: str = ""
    dated: Span | None = None
    until: str | None = None
    target: str = ""
    times: int = 1
    number: str | None = None

    @property
    def id(self) -> str:
        """A name that no other event of a library has."""
        where = self.target or str(max(self.start, 0))
        return f"{self.document_id}-{self.kind.value}-{where}"

    def place(self, *, newest: bool = False) -> Place:
        """Return where it stands; those without a day come last.

        What a document says stands behind the document, in the order of its text.

        Args:
            newest: The latest day first.
        """
        ordinal = int(self.day.replace("-", "")) if self.day else 0
        late = (
            (1 if self.kind is EventKind.DEADLINE else 0) if self.day else 2
        )  # behind what happened that day
        return (
            0 if self.day else 1,
            -ordinal if newest else ordinal,
            f"{late}{self.document_id}",
            RANK[self.kind],
            self.start,
            self.end,
            self.target,
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are wanted, and in which order.

    Attributes:
        kinds: Only these; none for all.
        date_from: First day, ISO 8601; then what has no day is left out.
        date_to: Last day, likewise.
        newest: The latest day first; what has no day comes last all the same.
    """

    kinds: frozenset[EventKind] = frozenset()
    date_from: str | None = None
    date_to: str | None = None
    newest: bool = False

    def is_in_period(self, event: Event) -> bool:
        """Tell whether an event's day lies within the limits."""
        if not (self.date_from or self.date_to):
            return True
        day = event.day
        return day is not None and (self.date_from or "") <= day <= (self.date_to or "9999-99-99")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the events of a timeline.

    Attributes:
        events: In their order.
        first: Place of the first of them, from 0.
        total: How many are wanted in all.
        counts: How many there are of each kind in the period, also of kinds that are not wanted.
        years: How many are wanted of each year, in order; ``onbekend`` for those without a day.
        newest: Whether the latest day came first.
    """

    events: tuple[Event, ...]
    first: int
    total: int
    counts: Mapping[EventKind, int]
    years: Mapping[str, int]
    newest: bool = False
