"""bm25s, as its documentation has it for another language: its stop words, and PyStemmer's stemmer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s
import Stemmer

from benchmarks.beside.base import Text, Vectors

LANGUAGE, STOPWORDS = "dutch", "nl"


class Bm25s:
    """BM25 in Lucene's variant, the library's default; numba where it is installed, as it advises."""

    def __init__(self, model: Path) -> None:
        del model  # words only
        self._stemmer = Stemmer.Stemmer(LANGUAGE)

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Index all texts, and save them with the index."""
        del vectors
        index = bm25s.BM25()
        index.index(self._tokens([text.whole for text in texts]), show_progress=False)
        index.save(str(folder), corpus=[{"id": text.id, "text": text.whole} for text in texts])

    def open(self, folder: Path) -> None:
        """Read index and texts into memory, as ``load`` does unless told otherwise."""
        self._index = bm25s.BM25.load(str(folder), load_corpus=True, backend="auto")
        self._size = self._index.scores["num_docs"]

    def search(self, question: str, count: int) -> list[str]:
        """Return the texts that hold any of the words."""
        words = self._tokens([question])
        if not words.ids[0]:
            return []
        found, scores = self._index.retrieve(words, k=min(count, self._size), show_progress=False)
        return [row["id"] for row, score in zip(found[0], scores[0], strict=True) if score > 0]

    def _tokens(self, texts: list[str]) -> Any:
        return bm25s.tokenize(texts, stopwords=STOPWORDS, stemmer=self._stemmer, show_progress=False)
