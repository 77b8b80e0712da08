"""Telling what is new: each saved search is held against the documents that it has not looked at yet.

For some documents and one search at a time, what is told and how far was looked are kept in one transaction.
Killed anywhere and run again, no document is missed and none is told twice.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from beleidszoeker.errors import QueryError
from beleidszoeker.index.desk import Desk
from beleidszoeker.index.desk.arrivals import Arrival, arrivals_after, last_arrival, noted
from beleidszoeker.index.desk.searches import Alert, SavedSearch, all_searches, tell
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.alerting.limits import as_filters
from beleidszoeker.search.alerting.material import Material
from beleidszoeker.search.alerting.saving import note_documents
from beleidszoeker.search.alerting.telling import as_data, say
from beleidszoeker.search.alerting.versions import earlier_versions, one_of_each_work
from beleidszoeker.search.alerting.watch import Watch
from beleidszoeker.search.engine import SearchEngine

_AT_ONCE = 50  # documents whose passages are in memory together


class Told(NamedTuple):
    """What a search told of a document."""

    search: SavedSearch
    alert: Alert


def run_alerts(library: Library, desk: Desk, engine: Callable[[], SearchEngine]) -> Iterator[Told]:
    """Tell what is new, and yield it once it is kept.

    Where nothing is new, neither the index nor the model is opened.

    Args:
        library: Where documents come in.
        desk: Where searches stand.
        engine: Opens the index and the model.

    Raises:
        SnapshotMissingError: Nothing was published yet.
        SnapshotMismatchError: The snapshot is damaged or of another model.
        ModelError: The model cannot be used.
    """
    with desk.reading() as db:
        searches, known, last = all_searches(db), noted(db), last_arrival(db)
    looked = min((search.looked for search in searches), default=last)
    if not searches or (looked == last and known == library.snapshots.manifest().content):
        return
    opened = engine()
    note_documents(desk, library.reader, opened.snapshot())
    with desk.reading() as db:
        arrivals = arrivals_after(db, looked)
    watching = {search.id: watch for search in searches if (watch := _watch(opened, search)) is not None}
    for first in range(0, len(arrivals), _AT_ONCE):
        batch = _Batch(library.reader, desk, arrivals[first : first + _AT_ONCE])
        for search in searches:
            yield from batch.told(search, watching.get(search.id))


def _watch(engine: SearchEngine, search: SavedSearch) -> Watch | None:
    """Return a search's question; ``None`` where an older version of us saved what this one cannot read."""
    try:
        return engine.watch(search.query, filters=as_filters(search.filters))
    except QueryError:
        return None


class _Batch:
    """Some documents that came in, one after the other.

    Args:
        reader: The library.
        desk: Where searches stand.
        arrivals: The documents.
    """

    def __init__(self, reader: LibraryReader, desk: Desk, arrivals: Sequence[Arrival]) -> None:
        self._reader, self._desk, self._arrivals = reader, desk, arrivals
        self._material: Material | None = None

    def told(self, search: SavedSearch, watch: Watch | None) -> list[Told]:
        """Keep what a search tells of the documents that it has not looked at, and return it."""
        new = {one.document_id: one for one in self._arrivals if one.number > search.looked}
        if not new:
            return []
        said = self._said(watch, new) if watch else []
        with self._desk.writing() as db:
            alerts = tell(db, search, self._arrivals[-1].number, said)
        return [Told(search, alert) for alert in alerts]

    def _said(self, watch: Watch, new: Mapping[str, Arrival]) -> list[tuple[str, str, dict[str, Any]]]:
        """Return document, passage and what is said, for each document that answers."""
        self._material = self._material or Material(self._reader, watch.analyser)
        keys = self._reader.keys(Filters(documents=tuple(new)))
        hits = one_of_each_work(self._reader, watch.hits(keys, self._material))
        told = [new[hit.passage.document_id] for hit in hits]
        since = min(one.number for one in new.values())
        with self._desk.reading() as db:
            earlier = earlier_versions(self._reader, db, told, since=since)
        said = (
            say(
                self._reader,
                hit.passage,
                watch.present(hit),
                hit.evidence,
                earlier.get(hit.passage.document_id),
            )
            for hit in hits
        )
        return [
            (hit.passage.document_id, hit.passage.id, as_data(one))
            for hit, one in zip(hits, said, strict=True)
        ]
