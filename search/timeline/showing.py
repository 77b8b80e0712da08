"""Events as people read them: the literal words, where they stand, and what they resemble from before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from beleidszoeker.index.store import DocumentRecord, LibraryReader, VersionRecord
from beleidszoeker.search.excerpts import Excerpt, excerpt
from beleidszoeker.search.timeline.changes import Change
from beleidszoeker.search.timeline.model import Event, EventKind

LONGEST = 600
"""Characters of what is shown of a question, an answer or a motion."""


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with what it stands on.

    Attributes:
        event: The event.
        document: The document that says so.
        excerpt: Literal words; ``None`` where nothing of it stands in the text.
        whole: Whether the excerpt is all of it.
        dated: The words that the day was read from, literally; ``None`` where they do not stand in the text.
        target: The document that a reference leads to.
        versions: Other versions of the document's work; of an event that is a document only.
        earlier: An earlier commitment that this one resembles, side by side with it.
    """

    event: Event
    document: DocumentRecord
    excerpt: Excerpt | None
    whole: bool
    dated: str | None
    target: DocumentRecord | None = None
    versions: tuple[VersionRecord, ...] = ()
    earlier: Change | None = None


def show(
    reader: LibraryReader, events: Sequence[Event], earlier: Mapping[str, Change] | None = None
) -> list[ShownEvent]:
    """Return events as people read them.

    Args:
        reader: The library.
        events: Some of a timeline.
        earlier: What commitments resemble, by the event's id.
    """
    shown = _Shown(reader)
    return [shown.of(event, (earlier or {}).get(event.id)) for event in events]


class _Shown:
    """Reads each document once."""

    def __init__(self, reader: LibraryReader) -> None:
        self._reader = reader
        self._document = cache(reader.document)
        self._text = cache(reader.text)

    def of(self, event: Event, earlier: Change | None) -> ShownEvent:
        start, end = event.start, event.start + min(event.end - event.start, LONGEST)
        end = self._at_word(event, end)
        return ShownEvent(
            event,
            self._document(event.document_id),
            excerpt(self._reader, event.document_id, start, end) if 0 <= start < end else None,
            end >= event.end,
            self._words(event),
            self._document(event.target) if event.target else None,
            self._reader.other_versions(event.document_id) if event.kind is EventKind.DOCUMENT else (),
            earlier,
        )

    def _at_word(self, event: Event, end: int) -> int:
        """Return an end that cuts no word."""
        if end >= event.end:
            return event.end
        text = self._text(event.document_id) or ""
        cut = max(text.rfind(" ", event.start, end), text.rfind("\n", event.start, end))
        return cut if cut > event.start else end

    def _words(self, event: Event) -> str | None:
        if event.dated is None:
            return None
        return (self._text(event.document_id) or "")[slice(*event.dated)]
