"""New documents that are versions of others: of several at once one is told, of a later one what it is."""

import sqlite3
from collections.abc import Sequence

from beleidszoeker.index.desk.arrivals import Arrival, arrivals_of
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.alerting.telling import Earlier
from beleidszoeker.search.alerting.watch import Hit


def one_of_each_work(reader: LibraryReader, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out documents that another one among these is the preferred version of."""
    works = reader.works([hit.passage.document_id for hit in hits])
    best: dict[str, int] = {}
    for work, place in works.values():
        best[work] = min(best.get(work, place), place)
    out = {document for document, (work, place) in works.items() if place > best[work]}
    return [hit for hit in hits if hit.passage.document_id not in out]


def earlier_versions(
    reader: LibraryReader, desk: sqlite3.Connection, told: Sequence[Arrival], *, since: int
) -> dict[str, Earlier]:
    """Return what new documents come instead of, by id; one that is wholly new is left out.

    Args:
        reader: Knows which documents are versions of one work.
        desk: Knows which document a file held before.
        told: The documents.
        since: Number of the first arrival that is new; among these none is earlier than another.
    """
    found = {}
    for arrival in told:
        others = [version.document_id for version in reader.other_versions(arrival.document_id)]
        before = [one for one in arrivals_of(desk, others).values() if one.number < since]
        if before:
            last = max(before, key=lambda one: one.number)
            found[arrival.document_id] = Earlier(last.document_id, last.title, same_file=False)
        elif arrival.follows and (held := arrivals_of(desk, [arrival.follows])):
            found[arrival.document_id] = Earlier(arrival.follows, held[arrival.follows].title, same_file=True)
    return found
