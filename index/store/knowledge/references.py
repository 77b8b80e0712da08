"""Reading references: of a document, and to a key."""

import json
import sqlite3
from typing import NamedTuple

from beleidszoeker.ingest.knowledge import Reference, ReferenceKind, Span


class StoredReference(NamedTuple):
    """A reference with the document that it stands in."""

    document_id: str
    reference: Reference


class References:
    """The references of a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def of(self, document_id: str) -> list[Reference]:
        """Return the references in a document, in the order of its text."""
        rows = self._db.execute(
            'SELECT * FROM document_references WHERE document_id = ? ORDER BY start, "end"', (document_id,)
        )
        return [_reference(row) for row in rows]


def _reference(row: sqlite3.Row) -> Reference:
    spans: list[Span] = [(start, end) for start, end in json.loads(row["sentences"])]
    return Reference(ReferenceKind(row["kind"]), row["key"], row["start"], row["end"], tuple(spans))
