"""What is asked and answered in the store, each by itself, with what it is found by.

Wordings and vectors are kept by the digest of a text, so a letter that is taken in again, or in another
format, costs nothing when it says the same.
"""
# ruff: noqa: S608 - queries are put together from our own constants; values go in beside them

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from beleidszoeker.index.store.database import transaction
from beleidszoeker.index.store.questions import read_questions
from beleidszoeker.index.wording import WORDING_VERSION, Wording
from beleidszoeker.model.base import Vectors

MOST_CHARACTERS = 1800
"""Of a text that is embedded: about what a model of 512 tokens sees. Its words all count."""

_HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = a.document_id)"
_MISSING = (
    "a.digest NOT IN (SELECT digest FROM said_vectors WHERE model = ?) "
    "OR a.digest NOT IN (SELECT digest FROM said_wordings WHERE version = ?)"
)


class Side(StrEnum):
    """Who speaks."""

    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class SaidText:
    """A question or an answer without wording or vector.

    Attributes:
        digest: Of side and text.
        side: Who speaks.
        text: All of it.
    """

    digest: str
    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """What all questions, or all answers, are found by.

    Attributes:
        documents: The document of each.
        exchanges: The ordinal of its exchange there.
        digests: Of its text.
        wordings: Its words.
        vectors: Shape ``(n, dimension)``, float32; zeros where a text has none.
    """

    documents: Sequence[str]
    exchanges: Sequence[int]
    digests: Sequence[str]
    wordings: Sequence[Wording]
    vectors: Vectors


def note_said(connection: sqlite3.Connection) -> None:
    """Note where questions and answers stand, of documents where that was not done."""
    rows = connection.execute(
        "SELECT DISTINCT e.document_id FROM exchanges e "
        "WHERE e.document_id NOT IN (SELECT document_id FROM said)"
    ).fetchall()
    for (document_id,) in rows:
        with transaction(connection):
            connection.executemany(
                'INSERT OR IGNORE INTO said (document_id, exchange, side, start, "end", digest) '
                "VALUES (?, ?, ?, ?, ?, ?)",
                list(_turns(connection, document_id)),
            )


def last_said(connection: sqlite3.Connection) -> int:
    """Return the highest key; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(key), 0) FROM said").fetchone()[0])


def missing_said(connection: sqlite3.Connection, model: str) -> list[str]:
    """Return the digests of questions and answers that lack a wording or a vector of this model."""
    rows = connection.execute(
        f"SELECT a.digest FROM said a WHERE {_HELD} AND ({_MISSING}) GROUP BY a.digest ORDER BY min(a.key)",
        (model, WORDING_VERSION),
    )
    return [row[0] for row in rows]


def said_texts(connection: sqlite3.Connection, digests: Iterable[str]) -> Iterator[SaidText]:
    """Yield the texts with these digests."""
    query = (
        'SELECT a.digest, a.side, substr(d.text, a.start + 1, a."end" - a.start) FROM said a '
        "JOIN documents d ON d.id = a.document_id WHERE a.digest = ? LIMIT 1"
    )
    for digest in digests:
        for row in connection.execute(query, (digest,)):
            yield SaidText(row[0], Side(row[1]), row[2])


def save_said(
    connection: sqlite3.Connection,
    model: str,
    texts: Sequence[SaidText],
    wordings: Iterable[Wording],
    vectors: Vectors,
) -> None:
    """Keep what these texts are found by; vectors of shape ``(len(texts), dimension)``, float32."""
    words = [
        (text.digest, WORDING_VERSION, found.pack()) for text, found in zip(texts, wordings, strict=True)
    ]
    rows = [
        (text.digest, model, row.astype("<f4").tobytes()) for text, row in zip(texts, vectors, strict=True)
    ]
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO said_wordings VALUES (?, ?, ?)", words)
        connection.executemany("INSERT OR REPLACE INTO said_vectors VALUES (?, ?, ?)", rows)


def read_said(connection: sqlite3.Connection, side: Side, model: str, dimension: int) -> Said:
    """Return all questions or all answers that a file holds, in the order in which they were taken in."""
    rows = connection.execute(
        "SELECT a.document_id, a.exchange, a.digest, w.wording, v.vector FROM said a "
        "LEFT JOIN said_wordings w ON w.digest = a.digest AND w.version = ? "
        "LEFT JOIN said_vectors v ON v.digest = a.digest AND v.model = ? "
        f"WHERE a.side = ? AND {_HELD} ORDER BY a.key",
        (WORDING_VERSION, model, side.value),
    ).fetchall()
    nothing, size = bytes(4 * dimension), 4 * dimension
    data = b"".join(row[4] if row[4] and len(row[4]) == size else nothing for row in rows)
    return Said(
        [row[0] for row in rows],
        [row[1] for row in rows],
        [row[2] for row in rows],
        [Wording.unpack(row[3] or b"") for row in rows],
        np.frombuffer(data, "<f4").reshape(len(rows), dimension),
    )


def clear_said(connection: sqlite3.Connection) -> None:
    """Delete what no question or answer has any longer."""
    for table in ("said_wordings", "said_vectors"):
        connection.execute(f"DELETE FROM {table} WHERE digest NOT IN (SELECT digest FROM said)")


def _turns(connection: sqlite3.Connection, document_id: str) -> Iterator[tuple[object, ...]]:
    questions = read_questions(connection, document_id)
    row = connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
    for ordinal, exchange in enumerate(questions.exchanges if questions and row else ()):
        turns = [(Side.QUESTION, turn) for turn in exchange.questions]
        turns += [(Side.ANSWER, exchange.answer)] if exchange.answer else []
        for side, turn in turns:
            start, end = turn.span
            if start < end:
                digest = _digest(side, row["text"][start:end])
                yield document_id, ordinal, side.value, start, end, digest


def _digest(side: Side, text: str) -> str:
    return hashlib.sha256(f"{side} {text}".encode("utf-8", errors="surrogatepass")).hexdigest()
