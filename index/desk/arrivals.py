"""Documents in the order in which saved searches got to see them.

Passages get new keys when a library is built again, and snapshots new numbers; a document's id is of its
content. So what is new is told by the ids that were seen before, and those are kept here, also of documents
that are gone: one that comes back is not news.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that searches got to see.

    Attributes:
        number: Its place in the order, from 1.
        document_id: The document.
        title: Its title then.
        path: A file that held it.
        follows: Id of the document that this file held before; ``None`` where it is a new file.
    """

    number: int
    document_id: str
    title: str
    path: str
    follows: str | None


def noted(desk: sqlite3.Connection) -> str | None:
    """Return the digest of the index of which all documents are among the arrivals; ``None`` before any."""
    row = desk.execute("SELECT content FROM noted").fetchone()
    return None if row is None else str(row[0])


def last_arrival(desk: sqlite3.Connection) -> int:
    """Return the number of the last arrival, 0 before any."""
    return int(desk.execute("SELECT coalesce(max(number), 0) FROM arrivals").fetchone()[0])


def note(desk: sqlite3.Connection, content: str, documents: Iterable[tuple[str, str, str]]) -> None:
    """Take in the documents of an index; those that were seen before keep their place.

    Args:
        desk: Open to write.
        content: Digest of the index.
        documents: Id, title and path of each.
    """
    before = "(SELECT document_id FROM arrivals WHERE path = :path ORDER BY number DESC LIMIT 1)"
    desk.executemany(
        "INSERT OR IGNORE INTO arrivals (document_id, title, path, follows) "  # noqa: S608 - the line above
        f"VALUES (:document_id, :title, :path, {before})",
        [{"document_id": one, "title": title, "path": path} for one, title, path in documents],
    )
    desk.execute("DELETE FROM noted")
    desk.execute("INSERT INTO noted (content) VALUES (?)", (content,))


def arrivals_after(desk: sqlite3.Connection, number: int) -> list[Arrival]:
    """Return the arrivals after one of them, in order."""
    rows = desk.execute("SELECT * FROM arrivals WHERE number > ? ORDER BY number", (number,))
    return [Arrival(**dict(row)) for row in rows]


def arrivals_of(desk: sqlite3.Connection, document_ids: Sequence[str]) -> dict[str, Arrival]:
    """Return the arrivals of these documents, by id; one that no search has seen is left out."""
    marks = ", ".join("?" * len(document_ids))
    rows = desk.execute(
        f"SELECT * FROM arrivals WHERE document_id IN ({marks})",  # noqa: S608 - marks are counted
        tuple(document_ids),
    )
    return {row["document_id"]: Arrival(**dict(row)) for row in rows}
