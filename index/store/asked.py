"""The sets of Kamervragen of a library as a list: by whom, to whom, when."""
# ruff: noqa: S608 - conditions are made of our own constants, values go in beside them

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

_HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = q.document_id)"
_ONCE = (
    "NOT EXISTS (SELECT 1 FROM works w JOIN works o ON o.work = w.work AND o.place < w.place "
    "JOIN question_sets p ON p.document_id = o.document_id WHERE w.document_id = q.document_id)"
)
_DAY = "coalesce(q.asked, q.answered)"
_MEMBER = "json_each(q.particulars, '$.members') m"
_MINISTERS = (
    "SELECT value FROM json_each(q.particulars, '$.ministers') "
    "UNION ALL SELECT value FROM json_each(q.particulars, '$.addressees')"
)


@dataclass(frozen=True, slots=True)
class SetFilters:
    """Which sets of Kamervragen are wanted; empty for no limit.

    Attributes:
        date_from: First ISO day that they were asked, or else answered.
        date_to: Last ISO day.
        member: Part of the name of a member who asks.
        party: Its party, in any case.
        minister: Part of the name or the portfolio of who is asked or answers.
    """

    date_from: str = ""
    date_to: str = ""
    member: str = ""
    party: str = ""
    minister: str = ""

    def __bool__(self) -> bool:
        return bool(self.date_from or self.date_to or self.member or self.party or self.minister)


class SetPlace(NamedTuple):
    """Where a set stands in the list.

    Attributes:
        day: ISO day that it was answered, or else asked; empty where neither is known.
        document_id: Its document.
    """

    day: str
    document_id: str


def read_asked_sets(connection: sqlite3.Connection, filters: SetFilters, *, once: bool) -> list[SetPlace]:
    """Return the sets that meet the filters, latest first, those without a day last.

    Args:
        connection: To the database.
        filters: Limits.
        once: Of the versions of one work only the preferred one that holds questions.
    """
    tests, values = _conditions(filters)
    where = " AND ".join([_HELD, *([_ONCE] if once else []), *tests])
    rows = connection.execute(
        f"SELECT coalesce(q.answered, q.asked, ''), q.document_id FROM question_sets q WHERE {where} "
        "ORDER BY 1 DESC, 2",
        values,
    )
    return [SetPlace(*row) for row in rows]


def read_parties(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the parties that ask and how many sets each has, those with most first."""
    found: Counter[str] = Counter()
    rows = connection.execute(
        f"SELECT DISTINCT q.document_id, json_extract(m.value, '$.party.value') "
        f"FROM question_sets q, {_MEMBER} WHERE {_HELD} AND {_ONCE}"
    )
    found.update(row[1] for row in rows if row[1])
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))


def _conditions(filters: SetFilters) -> tuple[list[str], list[str]]:
    name = "coalesce(json_extract(m.value, '$.party.value'), '')"
    minister = (
        "names(?, json_extract(v.value, '$.role') || ' ' || json_extract(v.value, '$.portfolio') "
        "|| ' ' || json_extract(v.value, '$.name'))"
    )
    given = (
        (f"{_DAY} >= ?", (filters.date_from,)),
        (f"{_DAY} <= ?", (filters.date_to,)),
        (
            f"EXISTS (SELECT 1 FROM {_MEMBER} WHERE names(?, json_extract(m.value, '$.name.value')))",
            (filters.member,),
        ),
        (
            f"EXISTS (SELECT 1 FROM {_MEMBER} WHERE names(?, {name}) AND names({name}, ?))",
            (filters.party, filters.party),
        ),
        (f"EXISTS (SELECT 1 FROM ({_MINISTERS}) v WHERE {minister})", (filters.minister,)),
    )
    kept = [(test, values) for test, values in given if values[0]]
    return [test for test, _ in kept], [
        value.encode("utf-8", "replace").decode() for _, values in kept for value in values
    ]
