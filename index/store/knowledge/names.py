"""Reading names: where they stand, how often, and what they mean."""
# ruff: noqa: S608 - queries are put together from our own constants and marks; values go in beside them

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge.meetings import (
    Cell,
    Meeting,
    Totals,
    held_documents,
    read_cells,
    read_meetings,
    read_totals,
)
from beleidszoeker.index.store.knowledge.seen import read_mention, read_seen, read_within
from beleidszoeker.index.store.selection import conditions
from beleidszoeker.ingest.knowledge.model import Definition, Mention, NameKind

HELD_DOCUMENT = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
_PLAINEST = """
    n.strength + CASE d.kind WHEN 'programmapagina' THEN 8 WHEN 'kamerbrief' THEN 4 WHEN 'nota' THEN 4
                             ELSE 0 END
"""


class StoredMention(NamedTuple):
    """A mention with the document that it stands in."""

    document_id: str
    mention: Mention


class StoredDefinition(NamedTuple):
    """A defining sentence with the document that it stands in."""

    document_id: str
    definition: Definition


class NameYear(NamedTuple):
    """How often a name is used in documents of one year.

    Attributes:
        name: Key of the name.
        kind: What it is the name of.
        surface: One way in which it is written.
        year: The year, or ``UNDATED``.
        documents: Documents that name it.
        passages: Passages that do.
        mentions: How often in all.
    """

    name: str
    kind: NameKind
    surface: str
    year: str
    documents: int
    passages: int
    mentions: int


class Names:
    """The names in a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def of(self, document_id: str) -> list[Mention]:
        """Return the mentions in a document, in the order of its text."""
        rows = self._db.execute("SELECT * FROM mentions WHERE document_id = ? ORDER BY start", (document_id,))
        return [read_mention(row) for row in rows]

    def within(self, document_id: str, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin within a span of a document, in the order of its text."""
        return read_within(self._db, document_id, start, end)

    def mentions(self, name: str | None, filters: Filters | None = None) -> Iterator[StoredMention]:
        """Yield the mentions of a name, or all, newest document first and in the order of its text."""
        where, values = conditions(filters or Filters())
        named, given = _mentions_of(name)
        rows = self._db.execute(
            f"SELECT m.* FROM mentions m JOIN documents d ON d.id = m.document_id WHERE {named} AND "
            f'{HELD_DOCUMENT} AND {where} ORDER BY d.date IS NULL, d.date DESC, d.id, m.start, m."end"',
            (*given, *values),
        )
        for row in rows:
            mention = read_mention(row)
            if name in (None, mention.key):
                yield StoredMention(row["document_id"], mention)

    def years(
        self,
        filters: Filters | None = None,
        *,
        kinds: Sequence[NameKind] = (),
        names: Sequence[str] = (),
    ) -> list[NameYear]:
        """Return how often names are used in each year, by name and year.

        Args:
            filters: Limits to documents.
            kinds: Only names of these kinds; none for all.
            names: Only these names; none for all.
        """
        held, values = held_documents(filters or Filters())
        limits = [
            f"n.{column} IN ({', '.join('?' * len(wanted))})"
            for column, wanted in (("kind", kinds), ("name", names))
            if wanted
        ]
        rows = self._db.execute(
            f"{held} SELECT n.name, n.kind, min(n.surface), h.year, count(*), sum(n.passages), "
            "sum(n.mentions) FROM held h CROSS JOIN named_documents n ON n.document_id = h.id "
            f"WHERE {' AND '.join(limits) or '1'} GROUP BY n.name, n.kind, 4 ORDER BY 1, 4",
            (*values, *(kind.value for kind in kinds), *names),
        )
        return [NameYear(row[0], NameKind(row[1]), *row[2:]) for row in rows]

    def surfaces(self, name: str) -> list[tuple[str, NameKind]]:
        """Return how a name is written and of what kind it is, the most common first."""
        rows = self._db.execute(
            "SELECT surface, kind FROM named_documents WHERE name = ? GROUP BY surface, kind "
            "ORDER BY count(*) DESC, 1",
            (name,),
        )
        return [(row["surface"], NameKind(row["kind"])) for row in rows]

    def definitions(self, name: str, *, count: int = 1) -> list[StoredDefinition]:
        """Return the sentences that say best what a name means; programme pages and letters before others."""
        rows = self._db.execute(
            f"SELECT n.* FROM definitions n JOIN documents d ON d.id = n.document_id WHERE n.name = ? AND "
            f"{HELD_DOCUMENT} ORDER BY {_PLAINEST} DESC, d.date IS NULL, d.date DESC, d.id LIMIT ?",
            (name, count),
        )
        return [
            StoredDefinition(
                row["document_id"], Definition(row["start"], row["end"], row["name"], row["strength"])
            )
            for row in rows
        ]

    def related(self, name: str, *, count: int = 12) -> list[tuple[str, int]]:
        """Return the names that meet one in the most passages, with their number."""
        rows = self._db.execute(
            "SELECT n.second, sum(n.passages) FROM named_pairs n JOIN documents d ON d.id = n.document_id "
            f"WHERE n.first = ? AND {HELD_DOCUMENT} GROUP BY n.second HAVING sum(n.passages) > 0 "
            "ORDER BY 2 DESC, 1 LIMIT ?",
            (name, count),
        )
        return [(row[0], int(row[1])) for row in rows]

    def cells(
        self, rows: Sequence[str], columns: Sequence[str], filters: Filters | None = None
    ) -> list[Cell]:
        """Return by year how often each of some names meets each of others, but for those that never do."""
        return read_cells(self._db, rows, columns, filters or Filters())

    def meetings(
        self, name: str, other: str | None, filters: Filters | None = None, *, start: int = 0, count: int = 20
    ) -> list[Meeting]:
        """Return passages that name something, or two things together: the closest first, then the newest."""
        return read_meetings(self._db, name, other, filters or Filters(), start=start, count=count)

    def totals(self, name: str, other: str | None, filters: Filters | None = None) -> Totals:
        """Return how many passages ``meetings`` has in all, by closeness, and in how many documents."""
        return read_totals(self._db, name, other, filters or Filters())

    def passage_after(self, document_id: str, ordinal: int) -> int | None:
        """Return the key of the passage after one; ``None`` behind the last."""
        query = "SELECT key FROM passages WHERE document_id = ? AND ordinal = ?"
        row = self._db.execute(query, (document_id, ordinal + 1)).fetchone()
        return None if row is None else int(row[0])

    def seen_from(self, meeting: Meeting, names: Sequence[str]) -> list[Mention]:
        """Return the mentions of names that make a passage one in which they meet."""
        return read_seen(self._db, meeting, names)

    def state(self) -> tuple[int, int]:
        """Return what changes whenever passages do: the highest key, and how many there are."""
        row = self._db.execute("SELECT coalesce(max(key), 0), count(*) FROM passages").fetchone()
        return int(row[0]), int(row[1])


def _mentions_of(name: str | None) -> tuple[str, tuple[str, ...]]:
    """Return a condition that the mentions of a name meet, and few others."""
    if name is None:
        return "1", ()
    if not name.startswith("~"):
        return "m.name = ?", (name,)
    named = "SELECT document_id FROM named_documents WHERE name = ?"
    return f"m.name IN ('', ?) AND d.id IN ({named})", (name, name)
