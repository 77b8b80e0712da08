"""Collections (verzamelmappen): made, named, listed and removed."""

import json
import secrets
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from beleidszoeker.errors import CollectionNotFoundError
from beleidszoeker.index.desk.desk import Desk
from beleidszoeker.index.desk.kept import Collection, Listed, checked_title, item_of

_BYTES = 16  # 128 bits: nobody guesses an id
_STANDING = "collection_id = ? AND removed IS NULL ORDER BY place, id"


class Collections:
    """The collections on a desk; who knows an id knows all that there is to know.

    Args:
        desk: Where they stand.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def create(self, title: str) -> Collection:
        """Make an empty collection.

        Raises:
            CollectionLimitError: The title is empty or too long.
        """
        now = written_now()
        made = Collection(new_id(), new_id(), checked_title(title), created=now, changed=now, version=1)
        with self._desk.writing() as db:
            db.execute(
                "INSERT INTO collections (id, share, title, created, changed) VALUES (?, ?, ?, ?, ?)",
                (made.id, made.share, made.title, now, now),
            )
        return made

    def get(self, collection_id: str) -> Collection:
        """Return a collection.

        Raises:
            CollectionNotFoundError: There is none with this id.
        """
        with self._desk.reading() as db:
            return read_collection(db, collection_id)

    def shared(self, share: str) -> Collection:
        """Return the collection that is shared to be read by this secret.

        Raises:
            CollectionNotFoundError: There is none.
        """
        with self._desk.reading() as db:
            row = db.execute("SELECT id FROM collections WHERE share = ?", (share,)).fetchone()
            return read_collection(db, row["id"] if row else "")

    def listed(self, ids: Sequence[str]) -> list[Listed]:
        """Return those of these collections that exist, in the order given."""
        query = (
            "SELECT c.id, c.title, c.changed, count(i.id) AS count FROM collections c "
            "LEFT JOIN collected i ON i.collection_id = c.id AND i.removed IS NULL "
            "WHERE c.id IN (SELECT value FROM json_each(?)) GROUP BY c.id"
        )
        with self._desk.reading() as db:
            found = {row["id"]: Listed(**dict(row)) for row in db.execute(query, (json.dumps(list(ids)),))}
        return [found[known] for known in dict.fromkeys(ids) if known in found]

    def rename(self, collection_id: str, title: str) -> None:
        """Give a collection another title.

        Raises:
            CollectionNotFoundError: There is none with this id.
            CollectionLimitError: The title is empty or too long.
        """
        title = checked_title(title)
        with self._desk.writing() as db:
            touch(db, collection_id)
            db.execute("UPDATE collections SET title = ? WHERE id = ?", (title, collection_id))

    def remove(self, collection_id: str) -> None:
        """Remove a collection with all that stands in it, for everybody and for good.

        Raises:
            CollectionNotFoundError: There is none with this id.
        """
        with self._desk.writing() as db:
            touch(db, collection_id)
            db.execute("DELETE FROM collections WHERE id = ?", (collection_id,))


def new_id() -> str:
    """Return 128 random bits as text that fits in an address."""
    return secrets.token_urlsafe(_BYTES)


def written_now() -> str:
    """Return the time: ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def touch(db: sqlite3.Connection, collection_id: str) -> None:
    """Note that a collection changes now.

    Raises:
        CollectionNotFoundError: There is none with this id.
    """
    query = "UPDATE collections SET changed = ?, version = version + 1 WHERE id = ?"
    if not db.execute(query, (written_now(), collection_id)).rowcount:
        raise CollectionNotFoundError


def read_collection(db: sqlite3.Connection, collection_id: str) -> Collection:
    """Return a collection.

    Raises:
        CollectionNotFoundError: There is none with this id.
    """
    row = db.execute("SELECT * FROM collections WHERE id = ?", (collection_id,)).fetchone()
    if row is None:
        raise CollectionNotFoundError
    items = db.execute(f"SELECT * FROM collected WHERE {_STANDING}", (collection_id,))  # noqa: S608 - ours
    return Collection(**dict(row), items=tuple(map(item_of, items)))
