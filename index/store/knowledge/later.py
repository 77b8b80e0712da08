"""Later documents of the same organisation that share a reference: where an answer may stand."""
# ruff: noqa: S608 - queries are put together from our own constants; values go in beside them

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from beleidszoeker.index.store.evidence import unpack_evidence

_TELLING = "('kamerstuk', 'aanhangsel', 'handelingen', 'zaak', 'toezegging', 'kenmerk', 'dossier')"
_ITSELF = """
    SELECT key FROM identities WHERE document_id = :id
    UNION SELECT n.key FROM named_sources n JOIN sources s ON s.path = n.path WHERE s.document_id = :id
"""
_COMMON = 200
_MOST = 100
_LATER = """
    SELECT d.id, d.date, k.key, k.wide FROM keys k
    {join}
    JOIN documents d ON d.id = {owner}
    WHERE d.id <> :id AND d.date > :date
      AND EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)
      AND EXISTS (SELECT 1 FROM facets theirs JOIN facets own ON own.name = theirs.name
                  AND own.value = theirs.value AND own.document_id = :id
                  WHERE theirs.document_id = d.id AND theirs.name = 'organisation')
      AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.document_id = d.id
                      AND i.key = CASE WHEN k.key LIKE 'kenmerk:%' THEN lower(k.key) ELSE k.key END)
      AND NOT EXISTS (SELECT 1 FROM works a JOIN works b ON a.work = b.work
                      WHERE a.document_id = :id AND b.document_id = d.id)
"""


@dataclass(frozen=True, slots=True)
class LaterDocument:
    """A later document that has something to do with an earlier one.

    Attributes:
        document_id: The document.
        date: ISO day.
        shared: Keys of what both refer to, or of the earlier one itself; sorted.
        dossiers: Keys of dossiers that both belong to or cite; they say less.
        names_it: Whether it refers to the earlier document itself.
    """

    document_id: str
    date: str
    shared: tuple[str, ...]
    dossiers: tuple[str, ...]
    names_it: bool


class Later:
    """Looks for later documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def than(self, document_id: str) -> list[LaterDocument]:
        """Return later documents that share a reference with a document, those that share most first.

        A key that the later document goes by itself is no reference: all lists of a series bear one kenmerk.
        A document without a date, or without an organisation, has none. What more than two hundred documents
        refer to ties nothing together; of the others a hundred documents at most come back.
        """
        row = self._db.execute("SELECT date, evidence FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None or row["date"] is None:
            return []
        own = {
            *_kenmerk(row),
            *(each[0] for each in self._db.execute(_ITSELF, {"id": document_id})),
        }
        found: dict[str, tuple[str, set[str], set[str]]] = {}
        for each in self._linked(document_id, row["date"], own):
            _, shared, dossiers = found.setdefault(each["id"], (each["date"], set(), set()))
            (dossiers if each["wide"] else shared).add(each["key"])
        documents = [
            LaterDocument(other, day, tuple(sorted(shared)), tuple(sorted(dossiers)), bool(shared & own))
            for other, (day, shared, dossiers) in found.items()
        ]
        documents.sort(key=lambda each: (not each.names_it, -len(each.shared), each.date, each.document_id))
        return documents[:_MOST]

    def _linked(self, document_id: str, date: str, own: set[str]) -> list[sqlite3.Row]:
        marks = ", ".join(f":own{place}" for place in range(len(own)))
        values = {"id": document_id, "date": date} | {f"own{i}": key for i, key in enumerate(sorted(own))}
        itself = " ".join(f"UNION SELECT {mark}, 0" for mark in marks.split(", ") if mark)
        of_references = (
            "SELECT key, kind = 'dossier' AS wide FROM document_references "
            f"WHERE document_id = :id AND kind IN {_TELLING} {itself}"
        )
        of_facets = (
            "SELECT value AS key, name = 'dossier' AS wide FROM facets "
            f"WHERE document_id = :id AND name IN ('kamerstuk', 'dossier') {itself}"
        )
        by_reference = (
            f"WITH keys AS ({of_references})"
            + _LATER.format(join="JOIN document_references r ON r.key = k.key", owner="r.document_id")
            + f" AND (SELECT count(*) FROM document_references x WHERE x.key = k.key) <= {_COMMON}"
        )
        by_facet = (
            f"WITH keys AS ({of_facets})"
            + _LATER.format(
                join="JOIN facets f ON f.name IN ('kamerstuk', 'dossier') AND f.value = k.key",
                owner="f.document_id",
            )
            + " AND (SELECT count(*) FROM facets x WHERE x.name = f.name AND x.value = k.key)"
            + f" <= {_COMMON}"
        )
        return [row for query in (by_reference, by_facet) for row in self._db.execute(query, values)]


def _kenmerk(row: sqlite3.Row) -> Iterator[str]:
    """Yield the key of a document's own kenmerk, as references have it."""
    for kenmerk in unpack_evidence(row["evidence"]).get("kenmerk", ()):
        yield f"kenmerk:{''.join(kenmerk.value.split())}"
