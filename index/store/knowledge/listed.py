"""A page of the records of a table of knowledge: limits on the document and on the record, words, order."""
# ruff: noqa: S608 - queries are put together from our own constants; values go in beside them

import sqlite3
from dataclasses import dataclass, field

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge.words import Scored, scored
from beleidszoeker.index.store.selection import conditions

Test = tuple[str, tuple[str, ...]]
"""A condition on the record ``r`` or its document ``d``, and the values for its marks."""
NEWEST = "d.date IS NULL, d.date DESC, d.title, d.id, r.start"
_HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
_MOST_VALUES = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """Which records are wanted.

    Attributes:
        table: Which table.
        filters: Limits on their documents.
        tests: Limits on themselves.
        terms: Terms of a question, as ``words.wanted`` gives them; the best fit comes first.
        order: Their order; after that of fit, where something is asked.
    """

    table: str
    filters: Filters = field(default_factory=Filters)
    tests: tuple[Test, ...] = ()
    terms: tuple[str, ...] = ()
    order: str = NEWEST


def read_listed(
    db: sqlite3.Connection, listed: Listed, *, start: int, count: int
) -> tuple[list[sqlite3.Row], int]:
    """Return some of the records, and how many there are.

    Keys are sorted first and the rest of a record read for those that are shown, so that sorting a hundred
    thousand carries little.
    """
    fit, source, values = _query(db, listed)
    total = db.execute(f"SELECT count(*) {source}", values).fetchone()[0]
    best = f"{fit.score} DESC, " if fit.values else ""
    keys = db.execute(
        f"SELECT r.document_id, r.start {source} ORDER BY {best}{listed.order} LIMIT ? OFFSET ?",
        (*values, *fit.values, count, start),
    ).fetchall()
    one = f"SELECT * FROM {listed.table} WHERE document_id = ? AND start = ?"
    return [db.execute(one, tuple(key)).fetchone() for key in keys], int(total)


def read_organisations(db: sqlite3.Connection, listed: Listed) -> tuple[tuple[str, int], ...]:
    """Return how many of the records are in documents of each organisation, most first."""
    _, source, values = _query(
        db, listed, "JOIN facets f ON f.document_id = d.id AND f.name = 'organisation'"
    )
    rows = db.execute(
        f"SELECT f.value, count(*) {source} GROUP BY f.value ORDER BY 2 DESC, 1 LIMIT {_MOST_VALUES}", values
    )
    return tuple((row[0], int(row[1])) for row in rows)


def _query(
    db: sqlite3.Connection, listed: Listed, join: str = ""
) -> tuple[Scored, str, tuple[str | float, ...]]:
    """Return how words fit, and from FROM on what is asked, with its values."""
    fit = scored(db, listed.table, listed.terms)
    where, of_documents = conditions(listed.filters)
    tests = "".join(f" AND ({test})" for test, _ in listed.tests)
    values = (*of_documents, *(value for _, given in listed.tests for value in given), *fit.values)
    source = (
        f"FROM {listed.table} r JOIN documents d ON d.id = r.document_id {join} "
        f"WHERE {_HELD} AND {where}{tests} AND {fit.test}"
    )
    return fit, source, values
