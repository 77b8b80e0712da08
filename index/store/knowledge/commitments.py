"""Reading commitments, motions and decisions."""

import json
import sqlite3
from typing import NamedTuple

import msgspec

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.selection import conditions
from beleidszoeker.ingest.knowledge import Commitment


class StoredCommitment(NamedTuple):
    """A commitment with the document that it stands in."""

    document_id: str
    commitment: Commitment


class Commitments:
    """The commitments of a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def all(self, filters: Filters | None = None) -> list[StoredCommitment]:
        """Return the commitments of documents that meet the filters, in the order of date, id and text."""
        where, values = conditions(filters or Filters())
        held = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
        rows = self._db.execute(
            "SELECT c.* FROM commitments c JOIN documents d ON d.id = c.document_id "  # noqa: S608
            f"WHERE {held} AND {where} ORDER BY d.date IS NULL, d.date DESC, d.id, c.start",
            values,
        )
        return [StoredCommitment(row["document_id"], _commitment(row)) for row in rows]


def _commitment(row: sqlite3.Row) -> Commitment:
    data = {name: row[name] for name in ("kind", "start", "end", "role")} | json.loads(row["particulars"])
    return msgspec.convert(data, Commitment)
