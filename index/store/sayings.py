"""The vector of an answer out of those of its sentences, which are kept already: it costs no embedding."""

import json
import sqlite3
from collections.abc import Iterator

import numpy as np

from beleidszoeker.index.store.sentences import unpack_vectors
from beleidszoeker.model.base import Vectors

_PASSAGES = """
    SELECT a.start AS first, a."end" AS past, p.start, p.sentences, s.vectors, v.vector
    FROM said a
    JOIN passages p ON p.document_id = a.document_id AND p.start < a."end" AND p."end" > a.start
    LEFT JOIN sentence_vectors s ON s.digest = p.digest AND s.model = :model AND s.sentences = p.sentences
    LEFT JOIN vectors v ON v.digest = p.digest AND v.model = :model
    WHERE a.key = (SELECT min(key) FROM said WHERE digest = :digest)
"""


def mean_of_sentences(
    connection: sqlite3.Connection, digest: str, model: str, dimension: int
) -> Vectors | None:
    """Return the mean of an answer's sentences as a unit vector, or ``None`` where none of them is known.

    A passage of one sentence is known by its own vector, in which what it answers counts too.

    Args:
        connection: To the database.
        digest: The answer's.
        model: Id of the embedder.
        dimension: Length of its vectors.
    """
    rows = connection.execute(_PASSAGES, {"model": model, "digest": digest})
    found = [vector for row in rows for vector in _within(row, dimension)]
    total = np.sum(found, axis=0) if found else np.zeros(dimension)
    length = float(np.linalg.norm(total))
    return np.asarray(total / length, np.float32) if length else None


def _within(row: sqlite3.Row, dimension: int) -> Iterator[Vectors]:
    """Yield the vectors of a passage's sentences that the answer holds."""
    spans = json.loads(row["sentences"])
    if len(spans) > 1:
        vectors = unpack_vectors(row["vectors"] or b"", dimension)
    else:
        vectors = np.frombuffer(row["vector"] or b"", "<f4").reshape(-1, dimension)
    if len(vectors) == len(spans):
        for (start, end), vector in zip(spans, vectors, strict=True):
            if row["first"] <= row["start"] + start and row["start"] + end <= row["past"]:
                yield vector
