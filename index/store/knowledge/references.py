"""Reading references: of a document, to a key, and which documents are what they lead to."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from beleidszoeker.index.store.articles import read_articles
from beleidszoeker.index.store.identities import law_identity, read_identities, read_identity
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.knowledge.model import Reference, ReferenceKind, Span

_NEWEST_FIRST = "coalesce(d.date, '') DESC, r.document_id, r.start, r.\"end\""
_TO = (
    "FROM json_each(:keys) w CROSS JOIN document_references r ON r.key = w.value "
    "JOIN documents d ON d.id = r.document_id "
    "WHERE EXISTS (SELECT 1 FROM sources s WHERE s.document_id = r.document_id) "
    "AND r.document_id NOT IN (SELECT value FROM json_each(:aside)) "
    "AND NOT EXISTS (SELECT 1 FROM works v JOIN document_references o ON o.document_id = v.work "
    "AND o.key = r.key WHERE v.document_id = r.document_id AND v.place > 0)"
)
_AFTER = (
    "AND (coalesce(d.date, '') < :day OR coalesce(d.date, '') = :day "
    'AND (r.document_id, r.start, r."end") > (:document, :start, :end))'
)
_FIRST_ARTICLE, _PAST_ARTICLES = "art:", "art;"  # what follows a colon
Place = tuple[str, str, int, int]
"""Day of the document or an empty string, its id, first character, one past the last."""


class StoredReference(NamedTuple):
    """A reference with the document that it stands in.

    Attributes:
        document_id: The document.
        reference: The reference.
        day: The document's date, ISO 8601; empty where it has none.
    """

    document_id: str
    reference: Reference
    day: str = ""

    @property
    def place(self) -> Place:
        """Where it stands in the order of references to a key."""
        return self.day, self.document_id, self.reference.start, self.reference.end


class Found(NamedTuple):
    """How often something is referred to.

    Attributes:
        references: Number of references.
        documents: Number of documents that they stand in.
    """

    references: int
    documents: int


class References:
    """The references of a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def of(self, document_id: str) -> list[Reference]:
        """Return the references in a document, in the order of its text."""
        return self.some_of(document_id, count=-1)

    def some_of(self, document_id: str, *, after: Span = (-1, -1), count: int) -> list[Reference]:
        """Return so many references of a document behind a place, in the order of its text."""
        rows = self._db.execute(
            'SELECT * FROM document_references WHERE document_id = ? AND (start, "end") > (?, ?) '
            'ORDER BY start, "end" LIMIT ?',
            (document_id, *after, count),
        )
        return [_reference(row) for row in rows]

    def count(self, document_id: str) -> int:
        """Return how many references a document has."""
        query = "SELECT count(*) FROM document_references WHERE document_id = ?"
        return int(self._db.execute(query, (document_id,)).fetchone()[0])

    def to(
        self,
        keys: Iterable[str],
        *,
        aside: Sequence[str] = (),
        after: Place | None = None,
        start: int = 0,
        count: int = -1,
    ) -> list[StoredReference]:
        """Return references to any of these keys, those of the newest document first.

        Of two versions of one work that both refer to it, only the preferred one is told.

        Args:
            keys: What is referred to.
            aside: Documents whose references do not count, such as what is referred to itself.
            after: Only those behind this place.
            start: How many to skip.
            count: How many at most; -1 for all.
        """
        day, document, first, end = after or ("", "", -1, -1)
        rows = self._db.execute(
            f"SELECT r.*, coalesce(d.date, '') AS day {_TO} {_AFTER if after else ''} "
            f"ORDER BY {_NEWEST_FIRST} LIMIT :count OFFSET :skipped",
            {
                **_values(keys, aside),
                "day": day,
                "document": document,
                "start": first,
                "end": end,
                "count": count,
                "skipped": start,
            },
        )
        return [StoredReference(row["document_id"], _reference(row), row["day"]) for row in rows]

    def found(self, keys: Iterable[str], *, aside: Sequence[str] = ()) -> Found:
        """Return how often any of these keys is referred to."""
        query = f"SELECT count(*), count(DISTINCT r.document_id) {_TO}"
        return Found(*self._db.execute(query, _values(keys, aside)).fetchone())

    def identities(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Return which documents are what some identities name, by ``identity_key``."""
        return read_identities(self._db, keys)

    def articles(self, document_id: str) -> dict[str, Span]:
        """Return where the articles of a law stand, by their numbers in lower case."""
        return read_articles(self._db, document_id)

    def block_at(self, document_id: str, position: int) -> tuple[BlockKind, Span] | None:
        """Return the kind and the place of the block that a character is in."""
        row = self._db.execute(
            'SELECT kind, start, "end" FROM blocks WHERE document_id = ? AND start <= ? AND "end" > ? '
            "ORDER BY start DESC LIMIT 1",
            (document_id, position, position),
        ).fetchone()
        return (BlockKind(row["kind"]), (row["start"], row["end"])) if row else None

    def keys_of(self, document_id: str) -> list[str]:
        """Return the keys by which references may lead to a document, articles of a law among them."""
        own = read_identity(self._db, document_id)
        laws = [key.removeprefix(law_identity("")) for key in own if key.startswith(law_identity(""))]
        return sorted({*self._spelled(own), *self._articles(laws)})

    def _spelled(self, keys: Sequence[str]) -> list[str]:
        """A kenmerk is kept without capitals; references to it have them."""
        plain = [key for key in keys if not key.startswith(("law:", "kenmerk:"))]
        rows = self._db.execute(
            "SELECT DISTINCT r.key FROM document_references r JOIN json_each(?) w ON lower(r.key) = w.value "
            "WHERE r.key >= 'kenmerk:' AND r.key < 'kenmerk;'",
            (json.dumps([key for key in keys if key.startswith("kenmerk:")]),),
        )
        return [*plain, *(row[0] for row in rows)]

    def _articles(self, laws: Sequence[str]) -> list[str]:
        if not laws:
            return []
        rows = self._db.execute(
            "SELECT DISTINCT key FROM document_references WHERE key >= ? AND key < ?",
            (_FIRST_ARTICLE, _PAST_ARTICLES),
        )
        return [row[0] for row in rows if row[0].partition("@")[2] in laws]


def _values(keys: Iterable[str], aside: Sequence[str]) -> dict[str, object]:
    return {"keys": json.dumps(sorted(set(keys))), "aside": json.dumps(list(aside))}


def _reference(row: sqlite3.Row) -> Reference:
    spans: list[Span] = [(start, end) for start, end in json.loads(row["sentences"])]
    return Reference(ReferenceKind(row["kind"]), row["key"], row["start"], row["end"], tuple(spans))
