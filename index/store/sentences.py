"""Vectors of sentences in the store: eight bits a number, kept by the text and how it is cut.

They only tell candidates apart and choose quotes, so what eight bits round away does not matter, and a
passage without them is found by its own vector and quoted by its words.
"""
# ruff: noqa: S608 - queries are put together from our own constants and numbers; values go in beside them

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from beleidszoeker.index.codes import quantised, row_layout, unquantised
from beleidszoeker.index.store.records import IndexedText
from beleidszoeker.index.store.selection import HELD
from beleidszoeker.model.base import Vectors

MANY = "json_array_length(p.sentences) > 1"
WITH_SENTENCES = (  # asked of an index row by row: as a set of pairs (NOT IN) 10⁵ passages took minutes
    "SELECT 1 FROM sentence_vectors s "
    "WHERE s.digest = p.digest AND s.model = :model AND s.sentences = p.sentences"
)


def pack_vectors(vectors: Vectors) -> bytes:
    """Pack unit vectors, one for each sentence; see ``unpack_vectors``."""
    return quantised(vectors, vectors.shape[1]).tobytes()


def unpack_vectors(data: bytes, dimension: int) -> Vectors:
    """Unpack what ``pack_vectors`` wrote: within 1/254 of the largest number of each vector.

    Raises:
        ValueError: It was not written so.
    """
    return unquantised(np.frombuffer(data, dtype=row_layout(dimension)))


def save_sentences(
    connection: sqlite3.Connection, model: str, sentences: Iterable[tuple[IndexedText, Vectors]]
) -> None:
    """Keep the vectors of the sentences of texts that have more than one."""
    rows = [
        (text.digest, model, _marks(text.sentences), pack_vectors(found))
        for text, found in sentences
        if len(text.sentences) > 1
    ]
    connection.executemany("INSERT OR REPLACE INTO sentence_vectors VALUES (?, ?, ?, ?)", rows)


def read_sentences(connection: sqlite3.Connection, model: str, dimension: int) -> Iterator[Vectors]:
    """Yield the vectors of the sentences of each passage that a file holds, by ascending key.

    None where they are not known or damaged, and none of a passage of one sentence: its own vector is enough.
    """
    size = row_layout(dimension).itemsize
    rows = connection.execute(
        "SELECT json_array_length(p.sentences), s.vectors FROM passages p LEFT JOIN sentence_vectors s "
        f"ON s.digest = p.digest AND s.model = ? AND s.sentences = p.sentences WHERE {HELD} ORDER BY p.key",
        (model,),
    )
    for count, data in rows:
        known = data is not None and len(data) == count * size
        yield unpack_vectors(data if known else b"", dimension)


def missing_sentences(connection: sqlite3.Connection, model: str) -> list[int]:
    """Return keys of passages of several sentences that have no vectors, one for each text and cut."""
    rows = connection.execute(
        f"SELECT min(p.key) FROM passages p WHERE {MANY} AND NOT EXISTS ({WITH_SENTENCES}) "
        f"AND {HELD} GROUP BY p.digest, p.sentences ORDER BY 1",
        {"model": model},
    )
    return [row[0] for row in rows]


def clear_sentences(connection: sqlite3.Connection) -> None:
    """Delete what no passage has any longer."""
    used = (
        "SELECT 1 FROM passages p "
        "WHERE p.digest = sentence_vectors.digest AND p.sentences = sentence_vectors.sentences"
    )
    connection.execute(f"DELETE FROM sentence_vectors WHERE NOT EXISTS ({used})")


def _marks(sentences: Sequence[tuple[int, int]]) -> str:
    """As the column of the same name in ``passages``."""
    return json.dumps([list(span) for span in sentences])
