"""A line of events, in order, a part at a time."""

from bisect import bisect_right
from collections import Counter

from beleidszoeker.index.filters import UNDATED
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.timeline.events import events
from beleidszoeker.search.timeline.line import Line
from beleidszoeker.search.timeline.model import Part, Place, Wanted


def timeline(
    reader: LibraryReader,
    line: Line,
    wanted: Wanted,
    *,
    count: int | None = None,
    start: int = 0,
    after: Place | None = None,
) -> Part:
    """Return events in the order of their days.

    Args:
        reader: The library.
        line: Its documents.
        wanted: Which events, and in which order.
        count: How many at most; ``None`` for all.
        start: How many to skip.
        after: Instead of that: go on behind this place, also where the event that stood there is gone.
    """
    found = [event for event in events(reader, line) if wanted.is_in_period(event)]
    counts = Counter(event.kind for event in found)
    chosen = [event for event in found if not wanted.kinds or event.kind in wanted.kinds]
    placed = sorted((event.place(newest=wanted.newest), event) for event in chosen)
    if after is not None:
        start = bisect_right(placed, after, key=lambda each: each[0])
    ordered = [event for _, event in placed]
    years = Counter((event.day or UNDATED)[:4] if event.day else UNDATED for event in ordered)
    shown = ordered[start : None if count is None else start + count]
    return Part(tuple(shown), start, len(ordered), counts, years, wanted.newest)
