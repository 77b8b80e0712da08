"""Rows of the names in a document: how often, in which passages, and beside which others."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from beleidszoeker.index.store.knowledge.presence import Place, Seen, meets, presence
from beleidszoeker.ingest.knowledge.model import Mention, NameKind
from beleidszoeker.ingest.prepared import PreparedDocument

Row = tuple[object, ...]
_APART = frozenset({NameKind.PLACE, NameKind.ORGANISATION})
"""No matrix has both of its sides from these."""


def insert_naming(connection: sqlite3.Connection, document_id: str, prepared: PreparedDocument) -> None:
    """Store the names in a document, within the caller's transaction; its programmes are facets too."""
    for table, rows in naming_rows(prepared).items():
        if rows:
            marks = ", ".join("?" * (1 + len(rows[0])))
            query = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - our own names
            connection.executemany(query, ((document_id, *row) for row in rows))
    values = ((name, document_id) for name in _programmes(prepared.knowledge.mentions))
    connection.executemany("INSERT INTO facets VALUES ('programme', ?, ?)", values)


def naming_rows(prepared: PreparedDocument) -> dict[str, list[Row]]:
    """Return rows by table, in the order of its columns but for the first, which is the document."""
    mentions = prepared.knowledge.mentions
    firsts: dict[str, Mention] = {}
    for mention in mentions:
        firsts.setdefault(mention.key, mention)
    seen = presence(prepared)
    return {
        "definitions": [
            (each.name, each.start, each.end, each.strength) for each in prepared.knowledge.definitions
        ],
        "named_documents": list(_documents(mentions, firsts, seen)),
        "named_passages": list(_passages(seen)),
        "named_pairs": list(_pairs(seen, firsts)),
    }


def _programmes(mentions: Sequence[Mention]) -> list[str]:
    """Return the programmes of the gazetteer; a name that only documents know is no value of a filter."""
    named = {each.key for each in mentions if each.kind is NameKind.PROGRAMME}
    return sorted(name for name in named if not name.startswith("~"))


def _documents(
    mentions: Sequence[Mention], firsts: dict[str, Mention], seen: Sequence[Seen]
) -> Iterator[Row]:
    often = Counter(mention.key for mention in mentions)
    wide = Counter(name for each in seen for name, one in each.items() if one.place is Place.TEXT)
    for name, first in firsts.items():
        yield name, first.kind.value, first.surface, often[name], wide[name]


def _passages(seen: Sequence[Seen]) -> Iterator[Row]:
    for ordinal, each in enumerate(seen):
        yield from ((ordinal, name, one.place.value, one.sentences) for name, one in each.items())


def _pairs(seen: Sequence[Seen], firsts: dict[str, Mention]) -> Iterator[Row]:
    together: Counter[tuple[str, str]] = Counter()
    nearby: Counter[tuple[str, str]] = Counter()
    for number, each in enumerate(seen):
        after = seen[number + 1] if number + 1 < len(seen) else {}
        for one, other in combinations(sorted(each), 2):
            if firsts[one].kind in _APART and firsts[other].kind in _APART:
                continue
            found = meets(each[one], each[other])
            if found is Place.NEXT and not _meet_again(after, one, other):
                nearby[one, other] += 1
            elif found and found is not Place.NEXT:
                together[one, other] += 1
    for one, other in sorted(together.keys() | nearby.keys()):
        counts = together[one, other], nearby[one, other]
        yield from ((one, other, *counts), (other, one, *counts))


def _meet_again(after: Seen, one: str, other: str) -> bool:
    """Tell whether the next passage has both: then it is the one to read."""
    found = meets(after[one], after[other]) if one in after and other in after else None
    return found is not None and found is not Place.NEXT
