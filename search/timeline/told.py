"""A question for a timeline and its answer, as the CLI, the API and the pages ask it."""

from collections.abc import Callable
from dataclasses import dataclass

from beleidszoeker.errors import BeleidszoekerError
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.timeline.earlier import earlier
from beleidszoeker.search.timeline.line import Line, Scope, find_line
from beleidszoeker.search.timeline.model import Part, Place, Wanted
from beleidszoeker.search.timeline.showing import ShownEvent, show
from beleidszoeker.search.timeline.timeline import timeline


@dataclass(frozen=True, slots=True)
class Told:
    """A part of a timeline, as people read it.

    Attributes:
        scope: What it is of.
        line: Its documents.
        part: Which events these are among all.
        events: The events.
    """

    scope: Scope
    line: Line
    part: Part
    events: list[ShownEvent]

    @property
    def following(self) -> Place | None:
        """Where the next part begins; ``None`` at the end."""
        end = self.part.first + len(self.part.events)
        last = self.part.events[-1] if self.part.events and end < self.part.total else None
        return last.place(newest=self.part.newest) if last else None


def tell(
    reader: LibraryReader,
    engine: Callable[[], SearchEngine],
    scope: Scope,
    wanted: Wanted,
    *,
    count: int,
    start: int = 0,
    after: Place | None = None,
) -> Told:
    """Return a part of a timeline.

    Args:
        reader: The library.
        engine: Gives what answers questions and knows what commitments resemble; a dossier has its events
            also while there is none.
        scope: What it is of.
        wanted: Which events.
        count: How many at most.
        start: How many to skip.
        after: Instead of that: the place to go on behind.

    Raises:
        NoTimelineError: It is not said of what.
        DocumentNotFoundError: There is no document with this id.
        InvalidFilterError: The dossier is none.
        BeleidszoekerError: A subject is asked and the engine is not ready.
    """
    line = find_line(reader, scope, engine)
    part = timeline(reader, line, wanted, count=count, start=start, after=after)
    snapshot = _snapshot(engine)
    alike = earlier(reader, snapshot, line, part.events) if snapshot else {}
    return Told(scope, line, part, show(reader, part.events, alike))


def _snapshot(engine: Callable[[], SearchEngine]) -> Snapshot | None:
    try:
        return engine().snapshot()
    except BeleidszoekerError:
        return None
