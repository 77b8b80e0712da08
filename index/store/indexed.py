"""What the indexes are made from: texts and vectors of the passages that a file holds."""
# ruff: noqa: S608 - queries are put together from our own constants and numbers; values go in beside them

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.store.records import IndexedText, heading_of
from beleidszoeker.index.store.selection import GIVEN, HELD, given, numbers
from beleidszoeker.model.base import Vectors

_TOGETHER = 10_000
_VECTORS = "FROM passages p JOIN vectors v ON v.digest = p.digest AND v.model = ?"


def read_digest(db: sqlite3.Connection) -> str:
    """Return a digest of all passages that a file holds: which they are, and by which key."""
    found = hashlib.sha256()
    for row in db.execute(f"SELECT p.key, p.id FROM passages p WHERE {HELD} ORDER BY p.key"):
        found.update(f"{row['key']} {row['id']}\n".encode())
    return found.hexdigest()


def missing_vectors(db: sqlite3.Connection, model: str) -> list[int]:
    """Return keys of passages whose vector is not cached for this model, one for each embedded text."""
    cached = "SELECT digest FROM vectors WHERE model = ?"
    rows = db.execute(
        "SELECT min(p.key) FROM passages p "
        f"WHERE p.digest NOT IN ({cached}) AND {HELD} GROUP BY p.digest ORDER BY 1",
        (model,),
    )
    return [row[0] for row in rows]


def read_indexed_texts(db: sqlite3.Connection, keys: Sequence[int] | None = None) -> Iterator[IndexedText]:
    """Yield what the indexes need, by ascending key: of some keys, or of all that a file holds."""
    where = HELD if keys is None else f"p.key IN ({numbers(keys)})"
    document_id, document, facets = "", None, dict[str, tuple[str, ...]]()
    for row in db.execute(f"SELECT p.* FROM passages p WHERE {where} ORDER BY p.key"):
        if row["document_id"] != document_id or document is None:
            document_id = row["document_id"]
            document = db.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
            facets = _facets(db, document_id)
        yield IndexedText(
            key=row["key"],
            digest=row["digest"],
            text=document["text"][row["start"] : row["end"]],
            heading=heading_of(document["title"], tuple(json.loads(row["section"]))),
            notes=tuple(json.loads(row["notes"])),
            context=row["context"],
            document_id=document_id,
            kind=document["kind"],
            date=document["date"],
            organisations=facets.get("organisation", ()),
            dossiers=facets.get("dossier", ()),
            title=document["title"],
            sentences=tuple((start, end) for start, end in json.loads(row["sentences"])),
            programmes=facets.get("programme", ()),
        )


def read_vectors(db: sqlite3.Connection, model: str, dimension: int) -> tuple[NDArray[np.int64], Vectors]:
    """Return the keys of all passages with a vector that a file holds, and the vectors.

    Returns:
        Keys of shape ``(n,)`` int64, ascending, and vectors of shape ``(n, dimension)`` float32.
    """
    held = f"{_VECTORS} WHERE {HELD}"
    count = db.execute(f"SELECT count(*) {held}", (model,)).fetchone()[0]
    found, vectors = np.empty(count, dtype=np.int64), np.empty((count, dimension), dtype=np.float32)
    rows = db.execute(f"SELECT p.key, v.vector {held} ORDER BY p.key LIMIT ?", (model, count))
    first = 0
    while some := rows.fetchmany(_TOGETHER):  # all rows beside the array would be twice its memory
        last = first + len(some)
        found[first:last] = [row[0] for row in some]
        data = np.frombuffer(b"".join(row[1] for row in some), dtype="<f4")
        vectors[first:last] = data.reshape(-1, dimension)
        first = last
    return found[:first], vectors[:first]


def read_vector_keys(db: sqlite3.Connection, model: str) -> NDArray[np.int64]:
    """Return the keys of all passages with a vector that a file holds, ascending, shape ``(n,)``, int64."""
    rows = db.execute(f"SELECT p.key {_VECTORS} WHERE {HELD} ORDER BY p.key", (model,))
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


def read_vector_blocks(db: sqlite3.Connection, model: str, dimension: int) -> Iterator[Vectors]:
    """Yield the vectors of the same passages, by ascending key, some thousands at a time."""
    rows = db.execute(f"SELECT v.vector {_VECTORS} WHERE {HELD} ORDER BY p.key", (model,))
    while some := rows.fetchmany(_TOGETHER):
        data = np.frombuffer(b"".join(row[0] for row in some), dtype="<f4")
        yield data.reshape(len(some), dimension).astype(np.float32, copy=False)


def read_vectors_of(
    db: sqlite3.Connection, model: str, dimension: int, keys: Sequence[int]
) -> tuple[NDArray[np.int64], Vectors]:
    """Return the same of the passages with these keys, few enough to be held twice."""
    query = f"SELECT p.key, v.vector {_VECTORS} WHERE {GIVEN} ORDER BY p.key"
    rows = db.execute(query, (model, given(keys))).fetchall()
    data = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4")
    found = np.array([row[0] for row in rows], dtype=np.int64)
    return found, data.reshape(len(rows), dimension).astype(np.float32, copy=False)


def _facets(db: sqlite3.Connection, document_id: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    query = "SELECT name, value FROM facets WHERE document_id = ? ORDER BY name, value"
    for row in db.execute(query, (document_id,)):
        found[row["name"]] = (*found.get(row["name"], ()), row["value"])
    return found
