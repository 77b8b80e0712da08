"""SQLite's FTS5 from Python's standard library, with its default tokenizer.

Its documentation advises ``ORDER BY rank`` over calling bm25() and, after a bulk load, 'optimize'; the one
stemmer that it offers, porter, is for English. A question in running text would find nothing when all its
words had to occur, so they are joined by OR.
"""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from benchmarks.beside.base import Text, Vectors

DATABASE = "fts.db"
FIND = "SELECT id, title, body FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?"


class Fts5:
    """A table of titles and bodies; words of both count alike."""

    def __init__(self, model: Path) -> None:
        del model  # words only

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Insert all texts in one transaction, and merge the index into one piece."""
        del vectors
        with sqlite3.connect(folder / DATABASE) as database:
            database.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, body)")
            database.executemany("INSERT INTO texts VALUES (?, ?, ?)", texts)
            database.execute("INSERT INTO texts(texts) VALUES ('optimize')")
        database.close()

    def open(self, folder: Path) -> None:
        """Open the database."""
        self._database = sqlite3.connect(folder / DATABASE)

    def search(self, question: str, count: int) -> list[str]:
        """Return the texts that hold any of the words, by BM25."""
        words = dict.fromkeys(re.findall(r"\w+", question.lower()))
        if not words:
            return []
        asked = " OR ".join(f'"{word}"' for word in words)
        return [row[0] for row in self._database.execute(FIND, (asked, count))]
