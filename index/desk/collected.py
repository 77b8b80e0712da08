"""The passages in a collection: kept, annotated, ordered, taken out and put back.

Each change is one transaction over the order as it stands, so that two people who work in one collection
lose nothing of each other's.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import astuple
from datetime import UTC, datetime, timedelta

from beleidszoeker.errors import CollectionChangedError, CollectionLimitError, CollectionNotFoundError
from beleidszoeker.index.desk.collections import new_id, read_collection, touch, written_now
from beleidszoeker.index.desk.desk import Desk
from beleidszoeker.index.desk.kept import MOST_ITEMS, Item, Kept, checked_note, item_of

_UNDO = timedelta(days=1)
_MEANWHILE = "Iemand anders heeft deze map intussen gewijzigd."


class Collected:
    """What stands in one collection.

    Every method raises ``CollectionNotFoundError`` where the collection, or the passage in it, is not there.

    Args:
        desk: Where it stands.
        collection_id: The collection.
    """

    def __init__(self, desk: Desk, collection_id: str) -> None:
        self._desk = desk
        self._id = collection_id

    def add(self, kept: Kept, *, note: str = "") -> tuple[Item, bool]:
        """Keep a passage at the end; return it, and whether it is new.

        What all stands within quotes of one passage in the collection already is not kept a second time.

        Raises:
            CollectionLimitError: The collection is full, or the note too long.
        """
        note = checked_note(note)
        with self._desk.writing() as db:
            standing = read_collection(db, self._id).items
            twin = next((item for item in standing if _covers(item.kept, kept)), None)
            if twin:
                return twin, False
            _room_for_one_more(standing)
            touch(db, self._id)
            _forget(db)
            made = Item(new_id(), kept, note, 0, written_now())
            _insert(db, self._id, made, len(standing))
            return made, True

    def annotate(self, item_id: str, note: str, *, revision: int | None = None) -> Item:
        """Write a note with a passage; return it as it is now.

        Args:
            item_id: The passage in the collection.
            note: The note; empty for none.
            revision: The one that was changed; ``None`` to write over whatever stands there.

        Raises:
            CollectionChangedError: Somebody else wrote another note since that revision.
            CollectionLimitError: The note is too long.
        """
        note = checked_note(note)
        with self._desk.writing() as db:
            item = self._item(db, item_id)
            if note == item.note:
                return item
            if revision is not None and revision != item.revision:
                raise CollectionChangedError(
                    "Iemand anders heeft deze notitie intussen gewijzigd.",
                    advice="Bekijk wat er nu staat en bewaar uw notitie daarna opnieuw.",
                )
            touch(db, self._id)
            query = "UPDATE collected SET note = ?, revision = revision + 1 WHERE id = ?"
            db.execute(query, (note, item_id))
            return self._item(db, item_id)

    def take_out(self, item_id: str) -> None:
        """Take a passage out; for a day it can be put back."""
        with self._desk.writing() as db:
            self._item(db, item_id)
            touch(db, self._id)
            _forget(db)
            db.execute("UPDATE collected SET removed = ? WHERE id = ?", (written_now(), item_id))
            self._write_order(db, self._order(db))

    def is_out(self, item_id: str) -> bool:
        """Tell whether a passage was taken out and can be put back."""
        query = "SELECT 1 FROM collected WHERE id = ? AND collection_id = ? AND removed IS NOT NULL"
        with self._desk.reading() as db:
            return db.execute(query, (item_id, self._id)).fetchone() is not None

    def put_back(self, item_id: str) -> Item:
        """Put a passage back where it was, with its note; one that stands there stays as it is.

        Where it was kept again meanwhile, and it has no note of its own, that one is returned.

        Raises:
            CollectionLimitError: The collection is full.
        """
        with self._desk.writing() as db:
            row = self._row(db, item_id)
            if row["removed"] is None:
                return item_of(row)
            standing = read_collection(db, self._id).items
            twin = next((item for item in standing if _covers(item.kept, item_of(row).kept)), None)
            if twin and row["note"] in {"", twin.note}:  # it was kept again meanwhile
                return twin
            _room_for_one_more(standing)
            touch(db, self._id)
            order = [item.id for item in standing]
            order.insert(row["place"], item_id)
            db.execute("UPDATE collected SET removed = NULL WHERE id = ?", (item_id,))
            self._write_order(db, order)
            return self._item(db, item_id)

    def move(self, item_id: str, by: int) -> int:
        """Move a passage so many places, down where positive; return its new place, from 0."""
        with self._desk.writing() as db:
            self._item(db, item_id)
            order = self._order(db)
            place = max(0, min(order.index(item_id) + by, len(order) - 1))
            self._put(db, item_id, place)
            return place

    def move_before(self, item_id: str, other: str) -> int:
        """Move a passage to before another one, or to the end where there is no such; return its place."""
        with self._desk.writing() as db:
            self._item(db, item_id)
            rest = [known for known in self._order(db) if known != item_id]
            place = rest.index(other) if other in rest else len(rest)
            self._put(db, item_id, place)
            return place

    def arrange(self, order: Sequence[str], *, version: int) -> None:
        """Put all passages in an order.

        Args:
            order: Ids of all of them.
            version: Of the collection that the order was made for.

        Raises:
            CollectionChangedError: The collection has changed since, or these are not its passages.
        """
        with self._desk.writing() as db:
            if read_collection(db, self._id).version != version:
                raise CollectionChangedError(_MEANWHILE, advice="Haal de map opnieuw op.")
            if sorted(order) != sorted(self._order(db)):
                raise CollectionChangedError(
                    "Dit zijn niet precies de passages van deze map.", advice="Haal de map opnieuw op."
                )
            touch(db, self._id)
            self._write_order(db, order)

    def _put(self, db: sqlite3.Connection, item_id: str, place: int) -> None:
        order = self._order(db)
        moved = [known for known in order if known != item_id]
        moved.insert(place, item_id)
        if moved != order:
            touch(db, self._id)
            self._write_order(db, moved)

    def _order(self, db: sqlite3.Connection) -> list[str]:
        query = "SELECT id FROM collected WHERE collection_id = ? AND removed IS NULL ORDER BY place, id"
        return [row["id"] for row in db.execute(query, (self._id,))]

    def _write_order(self, db: sqlite3.Connection, order: Sequence[str]) -> None:
        places = [(place, item_id) for place, item_id in enumerate(order)]
        db.executemany("UPDATE collected SET place = ? WHERE id = ?", places)

    def _item(self, db: sqlite3.Connection, item_id: str) -> Item:
        row = self._row(db, item_id)
        if row["removed"] is not None:
            raise CollectionNotFoundError
        return item_of(row)

    def _row(self, db: sqlite3.Connection, item_id: str) -> sqlite3.Row:
        query = "SELECT * FROM collected WHERE id = ? AND collection_id = ?"
        row: sqlite3.Row | None = db.execute(query, (item_id, self._id)).fetchone()
        if row is None:
            raise CollectionNotFoundError
        return row


def _covers(held: Kept, kept: Kept) -> bool:
    """Tell whether all that is to be kept is quoted already."""
    return held.document_id == kept.document_id and all(
        any(
            has.start <= new.start
            and new.end <= has.end
            and has.text[new.start - has.start : new.end - has.start] == new.text
            for has in held.quotes
        )
        for new in kept.quotes
    )


def _room_for_one_more(standing: Sequence[object]) -> None:
    if len(standing) >= MOST_ITEMS:
        raise CollectionLimitError(
            f"Deze map is vol: er staan {MOST_ITEMS} passages in.", advice="Begin een nieuwe map."
        )


def _insert(db: sqlite3.Connection, collection_id: str, item: Item, place: int) -> None:
    kept = item.kept
    quotes = [astuple(quote) for quote in kept.quotes]
    parts = (quotes, dict(kept.citation), kept.footnotes, kept.organisations)
    db.execute(
        "INSERT INTO collected (id, collection_id, place, passage_id, document_id, quotes, citation, "
        "footnotes, organisations, snapshot, note, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(item.id, collection_id, place, kept.passage_id, kept.document_id),
            *(json.dumps(part, ensure_ascii=False) for part in parts),
            *(kept.snapshot, item.note, item.added),
        ),
    )


def _forget(db: sqlite3.Connection) -> None:
    """Forget what was taken out too long ago to be put back."""
    before = (datetime.now(UTC) - _UNDO).isoformat(timespec="seconds")
    db.execute("DELETE FROM collected WHERE removed < ?", (before,))
