"""The mentions that make a passage one of a name: in it, in a heading above it, or in the next passage."""

import sqlite3
from collections.abc import Iterator, Sequence

from beleidszoeker.index.store.knowledge.meetings import Closeness, Meeting
from beleidszoeker.ingest.knowledge.model import Mention, NameKind

_PASSAGE = 'SELECT start, "end" FROM passages WHERE document_id = ? AND ordinal = ?'
_WITHIN = "SELECT * FROM mentions WHERE document_id = ? AND start >= ? AND start < ? ORDER BY start"
_HEADINGS = """
    SELECT m.* FROM mentions m JOIN blocks b ON b.document_id = m.document_id AND b.kind = 'heading'
      AND m.start >= b.start AND m.start < b."end"
    WHERE m.document_id = ? AND m.start < ? ORDER BY m.start DESC
"""


def read_seen(connection: sqlite3.Connection, row: Meeting, names: Sequence[str]) -> list[Mention]:
    """Return the mentions of names that make a passage one in which they meet, in the order of the text."""
    found = [*_inside(connection, row.document_id, row.ordinal, names)]
    if row.closeness is Closeness.NEXT:
        return [*found, *_inside(connection, row.document_id, row.ordinal + 1, names)]
    if row.closeness is Closeness.HEADING:
        missing = set(names) - {each.key for each in found}
        return sorted([*found, *_above(connection, row, missing)], key=lambda each: each.start)
    return found


def read_mention(row: sqlite3.Row) -> Mention:
    """Read a row of the table ``mentions``."""
    return Mention(row["start"], row["end"], NameKind(row["kind"]), row["name"], row["surface"])


def read_within(connection: sqlite3.Connection, document_id: str, start: int, end: int) -> list[Mention]:
    """Return the mentions that begin within a span of a document, in the order of its text."""
    return [read_mention(row) for row in connection.execute(_WITHIN, (document_id, start, end))]


def _inside(
    connection: sqlite3.Connection, document_id: str, ordinal: int, names: Sequence[str]
) -> Iterator[Mention]:
    span = connection.execute(_PASSAGE, (document_id, ordinal)).fetchone()
    found = read_within(connection, document_id, *span) if span else []
    return (each for each in found if each.key in names)


def _above(connection: sqlite3.Connection, row: Meeting, names: set[str]) -> Iterator[Mention]:
    """Yield of each name its mention in the nearest heading before the passage."""
    (start, _) = connection.execute(_PASSAGE, (row.document_id, row.ordinal)).fetchone()
    for found in map(read_mention, connection.execute(_HEADINGS, (row.document_id, start))):
        if found.key in names:
            names = names - {found.key}
            yield found
