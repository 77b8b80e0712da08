"""Works in the store: which documents are versions of one, in order of preference."""
# ruff: noqa: S608 - marks are counted, values go in beside them

import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np

from beleidszoeker.index.minhash import Signature
from beleidszoeker.index.store.database import transaction
from beleidszoeker.index.store.records import VersionRecord

_HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
_SOURCE = "(SELECT min(name) FROM sources s WHERE s.document_id = d.id)"


def read_signatures(connection: sqlite3.Connection) -> Iterator[tuple[str, Signature]]:
    """Yield id and signature of each document that a file holds, by id."""
    for row in connection.execute(f"SELECT d.id, d.signature FROM documents d WHERE {_HELD} ORDER BY d.id"):
        yield row["id"], np.frombuffer(row["signature"], "<u4")


def read_versions(connection: sqlite3.Connection, document_ids: Sequence[str]) -> list[VersionRecord]:
    """Return these documents as versions, by id."""
    marks = ", ".join("?" * len(document_ids))
    rows = connection.execute(
        f"SELECT d.id, d.title, d.date, json_array_length(d.pages) AS pages, {_SOURCE} AS source "
        f"FROM documents d WHERE d.id IN ({marks}) ORDER BY d.id",
        tuple(document_ids),
    )
    return [_version(row) for row in rows]


def read_other_versions(connection: sqlite3.Connection, document_id: str) -> tuple[VersionRecord, ...]:
    """Return the other versions of a document's work, the preferred one first."""
    rows = connection.execute(
        f"SELECT d.id, d.title, d.date, json_array_length(d.pages) AS pages, {_SOURCE} AS source "
        "FROM works own JOIN works other ON other.work = own.work AND other.document_id <> own.document_id "
        f"JOIN documents d ON d.id = other.document_id AND {_HELD} "
        "WHERE own.document_id = ? ORDER BY other.place",
        (document_id,),
    )
    return tuple(_version(row) for row in rows)


def read_works(connection: sqlite3.Connection, document_ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return the work and the place in it of those documents that have other versions."""
    marks = ", ".join("?" * len(document_ids))
    rows = connection.execute(f"SELECT * FROM works WHERE document_id IN ({marks})", tuple(document_ids))
    return {row["document_id"]: (row["work"], row["place"]) for row in rows}


def read_all_works(connection: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """Return the same of all documents that have other versions."""
    rows = connection.execute("SELECT document_id, work, place FROM works")
    return {document_id: (work, place) for document_id, work, place in rows}


def replace_works(connection: sqlite3.Connection, works: Sequence[Sequence[str]]) -> None:
    """Store all works anew: each the ids of its versions, the preferred one first."""
    rows = [(version, work[0], place) for work in works for place, version in enumerate(work)]
    with transaction(connection):
        connection.execute("DELETE FROM works")
        connection.executemany("INSERT INTO works (document_id, work, place) VALUES (?, ?, ?)", rows)


def _version(row: sqlite3.Row) -> VersionRecord:
    return VersionRecord(row["id"], row["title"], row["date"], row["source"] or "", bool(row["pages"]))
