"""Which passages still lack a vector, of their own or of their sentences."""
# ruff: noqa: S608 - queries are put together from our own constants and numbers; values go in beside them

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.index.store.indexed import read_indexed_texts
from beleidszoeker.index.store.records import IndexedText
from beleidszoeker.index.store.selection import HELD, numbers
from beleidszoeker.index.store.sentences import MANY, WITH_SENTENCES

_VECTOR = "NOT EXISTS (SELECT 1 FROM vectors v WHERE v.digest = p.digest AND v.model = :model)"
_SENTENCES = f"({MANY} AND NOT EXISTS ({WITH_SENTENCES}))"


class Lacking(NamedTuple):
    """A passage that lacks something.

    Attributes:
        text: The passage.
        vector: Whether it lacks its own vector.
        sentences: Whether it lacks those of its sentences.
    """

    text: IndexedText
    vector: bool
    sentences: bool


def lacking_keys(db: sqlite3.Connection, model: str, *, document_id: str | None = None) -> list[int]:
    """Return keys of passages that lack something, one for each text and cut: of all, or of a document."""
    where = HELD if document_id is None else "p.document_id = :document"
    rows = db.execute(
        f"SELECT min(p.key) FROM passages p WHERE {where} AND ({_VECTOR} OR {_SENTENCES}) "
        "GROUP BY p.digest, p.sentences ORDER BY 1",
        {"model": model, "document": document_id},
    )
    return [row[0] for row in rows]


def read_lacking(db: sqlite3.Connection, model: str, keys: Sequence[int]) -> list[Lacking]:
    """Return those of these passages that lack something still."""
    rows = db.execute(
        f"SELECT p.key, {_VECTOR}, {_SENTENCES} FROM passages p WHERE p.key IN ({numbers(keys)})",
        {"model": model},
    )
    lacks = {row[0]: (bool(row[1]), bool(row[2])) for row in rows if row[1] or row[2]}
    return [Lacking(text, *lacks[text.key]) for text in read_indexed_texts(db, list(lacks))] if lacks else []
