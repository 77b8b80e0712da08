"""What documents can be told apart by: kind, day, organisations, dossiers, programmes."""
# ruff: noqa: S608 - marks are counted, values go in beside them

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple


class DocumentFacets(NamedTuple):
    """What one document can be told apart by.

    Attributes:
        kind: Its kind.
        date: ISO day or ``None``.
        organisations: Organisations named as its own, sorted.
        dossiers: Kamerstukdossiers that it belongs to or cites, sorted.
        programmes: Ids of programmes that it names, sorted.
    """

    kind: str
    date: str | None
    organisations: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


def read_facets(connection: sqlite3.Connection, document_ids: Sequence[str]) -> dict[str, DocumentFacets]:
    """Return what each of these documents can be told apart by; one that was removed is left out."""
    marks, ids = ", ".join("?" * len(document_ids)), tuple(document_ids)
    rows = connection.execute(f"SELECT id, kind, date FROM documents WHERE id IN ({marks})", ids)
    found = {row["id"]: DocumentFacets(row["kind"], row["date"]) for row in rows}
    values: dict[tuple[str, str], list[str]] = {}
    for document_id, name, value in connection.execute(
        f"SELECT document_id, name, value FROM facets WHERE document_id IN ({marks}) ORDER BY value", ids
    ):
        values.setdefault((document_id, name), []).append(value)
    return {
        each: facets._replace(
            organisations=tuple(values.get((each, "organisation"), ())),
            dossiers=tuple(values.get((each, "dossier"), ())),
            programmes=tuple(values.get((each, "programme"), ())),
        )
        for each, facets in found.items()
    }


def read_holding(connection: sqlite3.Connection) -> tuple[int, str | None]:
    """Return how many documents a file holds, and the newest ISO day among them, if any."""
    held = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
    row = connection.execute(f"SELECT count(*), max(d.date) FROM documents d WHERE {held}").fetchone()
    return int(row[0]), row[1]
