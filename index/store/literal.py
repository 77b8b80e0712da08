"""The canonical text itself, to hold a quote against."""

import sqlite3


def read_text(connection: sqlite3.Connection, document_id: str) -> str | None:
    """Return a document's canonical text; ``None`` where there is no such document."""
    row = connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
    return None if row is None else str(row["text"])


def read_passage_over(connection: sqlite3.Connection, document_id: str, start: int, end: int) -> str | None:
    """Return the id of the passage that holds most of a span, ``None`` where none touches it."""
    row = connection.execute(
        'SELECT id FROM passages WHERE document_id = :id AND start < :end AND "end" > :start '
        'ORDER BY min("end", :end) - max(start, :start) DESC, ordinal LIMIT 1',
        {"id": document_id, "start": start, "end": end},
    ).fetchone()
    return None if row is None else str(row["id"])


def read_documents_of_source(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Return the ids of the documents that a file of this name holds, by id."""
    query = "SELECT DISTINCT document_id FROM sources WHERE name = ? AND document_id IS NOT NULL ORDER BY 1"
    return tuple(row["document_id"] for row in connection.execute(query, (name,)))
