"""Passages in which names meet, and how many there are."""
# ruff: noqa: S608 - queries are put together from our own constants and marks; values go in beside them

import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.index.store.knowledge.presence import Place
from beleidszoeker.index.store.selection import conditions

_YEAR = f"coalesce(substr(d.date, 1, 4), '{UNDATED}')"


class Closeness(StrEnum):
    """How close two names stand to each other, the closest first."""

    SENTENCE = "sentence"
    PASSAGE = "passage"
    HEADING = "heading"
    """One of them in a heading above the passage."""
    NEXT = "next"
    """One of them in the next passage, of the same section."""


_CLOSENESS = tuple(Closeness)


class Cell(NamedTuple):
    """How often two names meet in documents of one year.

    Attributes:
        row: Key of the one.
        column: Key of the other.
        year: The year, or ``UNDATED``.
        documents: Documents with a passage that holds both.
        passages: Passages that hold both, headings above them counted.
        nearby: Passages that hold one where the next holds the other; not among ``passages``.
    """

    row: str
    column: str
    year: str
    documents: int
    passages: int
    nearby: int


class Meeting(NamedTuple):
    """A passage that names what was asked for.

    Attributes:
        key: Of the passage.
        document_id: Its document.
        ordinal: Its place there.
        closeness: How close the two stand; ``SENTENCE`` where one was asked for.
    """

    key: int
    document_id: str
    ordinal: int
    closeness: Closeness


class Totals(NamedTuple):
    """How many passages there are.

    Attributes:
        passages: By closeness; those that are none are left out.
        documents: In how many documents.
    """

    passages: dict[Closeness, int]
    documents: int

    @property
    def all(self) -> int:
        """Passages of any closeness."""
        return sum(self.passages.values())


_ONE = f"""
    SELECT n.document_id, n.ordinal, 0 AS closeness FROM named_passages n
    WHERE n.name = (SELECT one FROM asked) AND n.place = {Place.TEXT.value}
"""
_TWO = f"""
    SELECT n.document_id, n.ordinal,
           CASE WHEN max(n.place, o.place) = {Place.TEXT.value}
                THEN CASE WHEN n.sentences & o.sentences THEN 0 ELSE 1 END
                WHEN max(n.place, o.place) < {Place.NEXT.value} THEN 2 ELSE 3 END AS closeness
    FROM named_passages n JOIN named_passages o
      ON o.name = (SELECT other FROM asked) AND o.document_id = n.document_id AND o.ordinal = n.ordinal
    WHERE n.name = (SELECT one FROM asked)
      AND (max(n.place, o.place) < {Place.NEXT.value} AND min(n.place, o.place) <= {Place.HEADING.value}
           OR max(n.place, o.place) = {Place.NEXT.value} AND min(n.place, o.place) = {Place.TEXT.value}
              AND NOT EXISTS (
                SELECT 1 FROM named_passages x JOIN named_passages y
                  ON y.document_id = x.document_id AND y.ordinal = x.ordinal
                WHERE x.document_id = n.document_id AND x.ordinal = n.ordinal + 1
                  AND x.name = n.name AND y.name = o.name AND max(x.place, y.place) < {Place.NEXT.value}
                  AND min(x.place, y.place) <= {Place.HEADING.value}))
"""


def read_cells(
    connection: sqlite3.Connection, rows: Sequence[str], columns: Sequence[str], filters: Filters
) -> list[Cell]:
    """Return by year how often each of some names meets each of others."""
    if not rows or not columns:
        return []
    held, values = held_documents(filters)
    found = connection.execute(
        f"{held} SELECT n.first, n.second, h.year, sum(n.passages > 0), sum(n.passages), sum(n.nearby) "
        "FROM named_pairs n JOIN held h ON h.id = n.document_id "
        f"WHERE n.first IN ({_marks(rows)}) AND n.second IN ({_marks(columns)}) "
        "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        (*values, *rows, *columns),
    )
    return [Cell(*row) for row in found]


def read_meetings(
    connection: sqlite3.Connection, name: str, other: str | None, filters: Filters, *, start: int, count: int
) -> list[Meeting]:
    """Return some of the passages: the closest first, then the newest."""
    query, values = _asked(name, other, filters)
    order = "ORDER BY closeness, date IS NULL, date DESC, document_id, ordinal"
    found = connection.execute(f"{query} {order} LIMIT ? OFFSET ?", (*values, count, start)).fetchall()
    return [
        Meeting(_key(connection, row), row["document_id"], row["ordinal"], _CLOSENESS[row["closeness"]])
        for row in found
    ]


def read_totals(connection: sqlite3.Connection, name: str, other: str | None, filters: Filters) -> Totals:
    """Return how many passages there are in all."""
    query, values = _asked(name, other, filters)
    rows = connection.execute(
        f"SELECT closeness, count(*), group_concat(DISTINCT document_id) FROM ({query}) GROUP BY 1", values
    ).fetchall()
    documents = {each for row in rows for each in row[2].split(",")}
    return Totals({_CLOSENESS[row[0]]: int(row[1]) for row in rows}, len(documents))


def held_documents(filters: Filters) -> tuple[str, list[str]]:
    """Return the beginning of a query that has ``held``: id, date and year of documents, and its values.

    Made once for a query, so that no row of the larger tables looks up its document by itself.
    """
    where, values = conditions(filters)
    held = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
    query = f"SELECT d.id, d.date, {_YEAR} AS year FROM documents d WHERE {held} AND {where}"
    return f"WITH held AS MATERIALIZED ({query})", values


def _asked(name: str, other: str | None, filters: Filters) -> tuple[str, list[str]]:
    """Return the query for the passages, and the values for its marks."""
    held, values = held_documents(filters)
    names = "SELECT ? AS one, ? AS other"
    query = f"{held}, asked AS ({names}) SELECT m.*, h.date FROM ({_ONE if other is None else _TWO}) m "
    return f"{query} JOIN held h ON h.id = m.document_id", [*values, name, other or name]


def _key(connection: sqlite3.Connection, row: sqlite3.Row) -> int:
    query = "SELECT key FROM passages WHERE document_id = ? AND ordinal = ?"
    return int(connection.execute(query, (row["document_id"], row["ordinal"])).fetchone()[0])


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
