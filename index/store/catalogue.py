"""The documents of a library as a list to browse: a page of them, and how many there are of each sort."""
# ruff: noqa: S608 - conditions are made of our own constants, values go in beside them

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.index.store.records import DocumentRecord
from beleidszoeker.index.store.rows import DOCUMENT, document_of
from beleidszoeker.index.store.selection import conditions

_HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
_ORDER = "d.date IS NULL, d.date DESC, d.title, d.id"
_MOST_VALUES = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents are wanted.

    Attributes:
        filters: Limits.
        words: Words, or parts of them, that must all stand in the title, in any case.
    """

    filters: Filters
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents there are of each value, most first; the field's own limit does not count.

    Attributes:
        kinds: By kind.
        years: By year, the latest first; ``UNDATED`` for those without a date.
        organisations: By organisation.
    """

    kinds: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    organisations: tuple[tuple[str, int], ...]


def read_page(
    connection: sqlite3.Connection, wanted: Wanted, *, start: int, count: int
) -> tuple[tuple[DocumentRecord, ...], int]:
    """Return some of the documents that are wanted, newest first, and how many there are."""
    where, values = _where(wanted)
    total = connection.execute(f"SELECT count(*) FROM documents d WHERE {where}", values).fetchone()[0]
    rows = connection.execute(
        f"{DOCUMENT} WHERE {where} ORDER BY {_ORDER} LIMIT ? OFFSET ?", (*values, count, start)
    )
    return tuple(document_of(row) for row in rows), int(total)


def read_counts(connection: sqlite3.Connection, wanted: Wanted) -> Counts:
    """Return how many documents there are of each value."""
    limits = wanted.filters
    return Counts(
        kinds=_counted(
            connection, _with(wanted, replace(limits, kinds=())), "d.kind", "documents d", "2 DESC, 1"
        ),
        years=_counted(
            connection,
            _with(wanted, replace(limits, years=())),
            f"coalesce(substr(d.date, 1, 4), '{UNDATED}')",
            "documents d",
            f"1 = '{UNDATED}', 1 DESC",
        ),
        organisations=_counted(
            connection,
            _with(wanted, replace(limits, organisations=())),
            "f.value",
            "documents d JOIN facets f ON f.document_id = d.id AND f.name = 'organisation'",
            "2 DESC, 1",
        ),
    )


def _with(wanted: Wanted, filters: Filters) -> Wanted:
    return replace(wanted, filters=filters)


def _counted(
    connection: sqlite3.Connection, wanted: Wanted, value: str, tables: str, order: str
) -> tuple[tuple[str, int], ...]:
    where, values = _where(wanted)
    query = f"SELECT {value} AS value, count(*) FROM {tables} WHERE {where} GROUP BY value ORDER BY {order}"
    return tuple((row[0], int(row[1])) for row in connection.execute(f"{query} LIMIT {_MOST_VALUES}", values))


def _where(wanted: Wanted) -> tuple[str, Sequence[str]]:
    where, values = conditions(wanted.filters)
    titles = "".join(" AND names(?, d.title)" for _ in wanted.words)
    return f"{_HELD} AND {where}{titles}", [*values, *wanted.words]
