"""Which document each passage is of, kept in memory: a search asks it of hundreds of passages at once."""
# ruff: noqa: S608 - marks are counted, values go in beside them

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_TOGETHER = 500  # so many values stand in one IN


class Owners(NamedTuple):
    """The documents of passages, as runs of keys that follow each other: a document is stored as a whole.

    Attributes:
        firsts: First key of each run, ascending; shape ``(runs,)``, int64.
        lasts: Last key of each.
        documents: Id of the document of each.
    """

    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    documents: tuple[str, ...]

    def of(self, keys: NDArray[np.int64]) -> dict[int, str]:
        """Return the document of each passage with one of these keys; one that is not there is left out."""
        runs = np.searchsorted(self.firsts, keys, side="right") - 1
        known = (runs >= 0) & (keys <= self.lasts[runs]) if self.documents else np.zeros(len(keys), np.bool_)
        pairs = zip(keys[known].tolist(), runs[known].tolist(), strict=True)
        return {key: self.documents[run] for key, run in pairs}


def read_owners(db: sqlite3.Connection) -> Owners:
    """Return the documents of all passages as they are now."""
    runs = sorted(_runs(db))
    firsts, lasts = (np.array([run[at] for run in runs], dtype=np.int64) for at in (0, 1))
    return Owners(firsts, lasts, tuple(run[2] for run in runs))


def _runs(db: sqlite3.Connection) -> Iterator[tuple[int, int, str]]:
    """Yield first key, last key and document; of a document whose keys do not follow each other every key."""
    apart = []
    for document, first, last, count in db.execute(
        "SELECT document_id, min(key), max(key), count(*) FROM passages GROUP BY document_id"
    ):
        if count == last - first + 1:
            yield first, last, document
        else:
            apart.append(document)
    for start in range(0, len(apart), _TOGETHER):
        yield from _each(db, apart[start : start + _TOGETHER])


def _each(db: sqlite3.Connection, documents: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    marks = ", ".join("?" * len(documents))
    query = f"SELECT key, key, document_id FROM passages WHERE document_id IN ({marks})"
    yield from (tuple(row) for row in db.execute(query, tuple(documents)))
