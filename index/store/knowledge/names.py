"""Reading mentions of names."""

import sqlite3

from beleidszoeker.ingest.knowledge import Mention, NameKind


class Names:
    """The names in a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def of(self, document_id: str) -> list[Mention]:
        """Return the mentions in a document, in the order of its text."""
        rows = self._db.execute("SELECT * FROM mentions WHERE document_id = ? ORDER BY start", (document_id,))
        return [_mention(row) for row in rows]


def _mention(row: sqlite3.Row) -> Mention:
    return Mention(row["start"], row["end"], NameKind(row["kind"]), row["name"], row["surface"])
