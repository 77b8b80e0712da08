"""Documents that are no longer there: what is kept of them to say what took their place.

A sketch is the smallest hashes of a passage's pairs of words (bottom-k: Cohen & Kaplan, *Summarizing data
using bottom-k sketches*, 2007). It tells which passage of a new version is nearest to one of the old, and
holds no text. Of a document that somebody removed not even that is kept.
"""
# ruff: noqa: S608 - the condition is our own, values go in beside it

import re
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from beleidszoeker.index.minhash import Signature

_SIZE = 48
_WORD = re.compile(r"\w+")

Sketch = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FormerDocument:
    """A document that is no longer there.

    Attributes:
        id: Its id.
        replaced_by: Ids of the documents that its files hold now.
        signature: MinHash signature, shape ``(128,)`` or empty.
    """

    id: str
    replaced_by: tuple[str, ...]
    signature: Signature


def sketch_of(text: str) -> Sketch:
    """Return the sketch of a text, ascending; empty for one without words."""
    words = [word.encode() for word in _WORD.findall(text.lower())]
    return tuple(sorted({zlib.crc32(b" ".join(pair)) for pair in pairwise([b"", *words])})[:_SIZE])


def nearness(one: Sketch, other: Sketch) -> float:
    """Estimate how many of their pairs of words two texts share, 0 to 1 (Jaccard)."""
    union = sorted({*one, *other})[:_SIZE]
    both = {*one} & {*other}
    return sum(each in both for each in union) / len(union) if union else 0.0


def keep_sketches(connection: sqlite3.Connection, condition: str, values: Sequence[str] = ()) -> None:
    """Keep the sketches of passages that are about to be deleted.

    Args:
        connection: The library.
        condition: SQL over documents ``d``, of our own making.
        values: Its parameters.
    """
    rows = connection.execute(
        'SELECT p.id, substr(d.text, p.start + 1, p."end" - p.start) AS text '
        f"FROM documents d JOIN passages p ON p.document_id = d.id WHERE {condition}",
        tuple(values),
    )
    packed = [(row["id"], np.array(sketch_of(row["text"]), "<u4").tobytes()) for row in rows]
    connection.executemany("INSERT OR REPLACE INTO former_passages (id, sketch) VALUES (?, ?)", packed)


def forget(connection: sqlite3.Connection, document_id: str) -> None:
    """Keep nothing of a document but that it was there."""
    connection.execute("DELETE FROM former_sources WHERE document_id = ?", (document_id,))
    connection.execute(
        "DELETE FROM former_passages WHERE substr(id, 1, length(?1) + 1) = ?1 || '-'", (document_id,)
    )
    connection.execute("UPDATE former_documents SET signature = x'' WHERE id = ?", (document_id,))


def read_former_document(connection: sqlite3.Connection, document_id: str) -> FormerDocument | None:
    """Return what is known of a document that was there; ``None`` where there never was one."""
    query = "SELECT signature FROM former_documents WHERE id = ?"
    row = connection.execute(query, (document_id,)).fetchone()
    if row is None:
        return None
    now = connection.execute(
        "SELECT DISTINCT s.document_id FROM former_sources f JOIN sources s ON s.path = f.path "
        "WHERE f.document_id = ? AND s.document_id IS NOT NULL ORDER BY s.document_id",
        (document_id,),
    )
    return FormerDocument(document_id, tuple(each[0] for each in now), np.frombuffer(row["signature"], "<u4"))


def read_sketch(connection: sqlite3.Connection, passage_id: str) -> Sketch:
    """Return the sketch of a passage that is no longer there; empty where none was kept."""
    row = connection.execute("SELECT sketch FROM former_passages WHERE id = ?", (passage_id,)).fetchone()
    return tuple(np.frombuffer(row["sketch"], "<u4").tolist()) if row else ()
