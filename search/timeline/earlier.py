"""What a commitment resembles that was said before on the same line."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.timeline.changes import Change, are_alike, change
from beleidszoeker.search.timeline.line import Line
from beleidszoeker.search.timeline.model import Event, EventKind
from beleidszoeker.search.timeline.said import Said, alike, as_said

_LOOKED_AT = 3
"""Passages with earlier commitments that are read in full, nearest in meaning first."""
_MOST_READ = 6


def earlier(
    reader: LibraryReader, snapshot: Snapshot, line: Line, events: Iterable[Event]
) -> Mapping[str, Change]:
    """Return for some commitments the earlier one that each seems to repeat or change, by the event's id.

    Only what another document of the line said on an earlier day is looked at, and what is doubtful is left
    out: it is a resemblance, told as such.

    Args:
        reader: The library.
        snapshot: Its published snapshot.
        line: The documents among which is looked.
        events: Some of its events.
    """
    wanted = [event for event in events if event.kind is EventKind.COMMITMENT and event.day]
    if not wanted:
        return {}
    before = _Before(reader, snapshot, line)
    near = {event.id: before.near(event) for event in wanted}
    read = _read(reader, snapshot, {(e.document_id, e.start) for e in wanted} | set().union(*near.values()))
    found = {event.id: _best(reader, read, event, near[event.id]) for event in wanted}
    return {event_id: each for event_id, each in found.items() if each is not None}


_Where = tuple[str, int]


class _Before:
    """Finds the earlier commitments whose passages are nearest in meaning."""

    def __init__(self, reader: LibraryReader, snapshot: Snapshot, line: Line) -> None:
        self._reader, self._snapshot = reader, snapshot
        self._promised = reader.knowledge.timeline.promised(line.documents)
        self._keys = np.array([each.key for each in self._promised], dtype=np.int64)
        self._own = {(each.document_id, each.start): each.key for each in self._promised}
        self._at: dict[int, list[_Where]] = defaultdict(list)
        for each in self._promised:
            self._at[each.key].append((each.document_id, each.start))

    def near(self, event: Event) -> list[_Where]:
        own = self._own.get((event.document_id, event.start))
        count = bisect_left(self._promised, event.day or "", key=lambda each: each.day)
        vector = self._vector(own) if own is not None and count else None
        if vector is None:
            return []
        allowed = np.unique(self._keys[:count])
        hits = self._snapshot.dense.search(vector, _LOOKED_AT, allowed=allowed)
        return [place for key in hits.keys.tolist() for place in self._at[key]][:_MOST_READ]

    def _vector(self, key: int) -> NDArray[np.float32] | None:
        snapshot, manifest = self._snapshot, self._snapshot.manifest
        _, vectors = self._reader.vectors(manifest.model, manifest.dimension, keys=[key])
        if not len(vectors):  # one that was taken in just now may have none yet
            return None
        return np.asarray((snapshot.map.apply(vectors) if snapshot.map else vectors)[0], dtype=np.float32)


def _read(reader: LibraryReader, snapshot: Snapshot, places: Iterable[_Where]) -> dict[_Where, Said]:
    starts: dict[str, set[int]] = defaultdict(set)
    for document_id, start in places:
        starts[document_id].add(start)
    return {
        (document_id, each.commitment.start): each
        for document_id, wanted in starts.items()
        for each in as_said(
            reader,
            snapshot,
            document_id,
            [one for one in reader.knowledge.commitments.of(document_id) if one.start in wanted],
        )
    }


def _best(
    reader: LibraryReader, read: Mapping[_Where, Said], event: Event, near: Sequence[_Where]
) -> Change | None:
    own = read.get((event.document_id, event.start))
    others = [read[place] for place in near if place in read]
    if own is None or not others:
        return None
    found = alike([own], others)
    column = int((found.sentence + found.around / 2)[0].argmax())
    if not are_alike(found, (0, column), own, others[column]):
        return None
    return change(reader, others[column], own, float(found.sentence[0, column]))
