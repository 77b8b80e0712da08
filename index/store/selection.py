"""Filters as conditions of a query on passages ``p`` and their documents ``d``."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from beleidszoeker.index.filters import UNDATED, Filters

HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = p.document_id)"
"""A file holds the passage's document; after a change the old one stays until the next published index."""

GIVEN = "p.key IN (SELECT value FROM json_each(?))"

_FACET = "d.id IN (SELECT f.document_id FROM facets f WHERE f.name = '{name}' AND ({tests}))"
_YEAR = f"coalesce(substr(d.date, 1, 4), '{UNDATED}')"
_Clause: TypeAlias = tuple[str, tuple[str, ...]]


def conditions(filters: Filters) -> tuple[str, list[str]]:
    """Return the condition that all limits hold, and the values for its marks."""
    clauses = list(_all(filters))
    values = [value for _, marked in clauses for value in marked]
    return " AND ".join(["1", *(test for test, _ in clauses)]), values


def _all(filters: Filters) -> Iterator[_Clause]:
    yield from _limits(filters)
    if filters.excluded:
        undated = replace(filters.excluded, date_from=None, date_to=None)
        yield from ((f"NOT ({test})", values) for test, values in _limits(undated))
    if filters.also:
        yield from _all(filters.also)


def _limits(filters: Filters) -> Iterator[_Clause]:
    for column, wanted in (("d.kind", filters.kinds), ("d.id", filters.documents), (_YEAR, filters.years)):
        if wanted:
            yield f"{column} IN ({', '.join('?' * len(wanted))})", wanted
    for comparison, day in (("d.date >= ?", filters.date_from), ("d.date <= ?", filters.date_to)):
        if day:
            yield comparison, (day,)
    for name, test, wanted in (
        ("organisation", "names(?, f.value)", filters.organisations),
        ("dossier", "f.value = ?", filters.dossiers),
        ("programme", "f.value = ?", filters.programmes),
    ):
        if wanted:
            yield _FACET.format(name=name, tests=" OR ".join([test] * len(wanted))), wanted


def given(keys: Sequence[int]) -> str:
    """Return keys for the mark in ``GIVEN``: one statement for any of them, so SQLite reads it once."""
    return json.dumps([int(key) for key in keys])


def numbers(keys: Sequence[int]) -> str:
    """Return keys for an IN: whole numbers only, so nothing can be smuggled in."""
    return ", ".join(str(int(key)) for key in keys)
