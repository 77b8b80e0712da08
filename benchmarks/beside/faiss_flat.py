"""sentence-transformers and FAISS, as the tutorials on semantic search have it: exact inner products."""

from collections.abc import Sequence
from pathlib import Path

import faiss

from benchmarks.beside.base import Text, Vectors, read_texts, write_texts
from benchmarks.beside.model import Model

INDEX, TEXTS = "index.faiss", "texts.jsonl"


class FaissFlat:
    """A flat index and, at the same places, the texts."""

    def __init__(self, model: Path) -> None:
        self._model = Model(model)

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Add all vectors to a flat index."""
        rows = self._model.passages(texts) if vectors is None else vectors
        index = faiss.IndexFlatIP(rows.shape[1])
        index.add(rows)
        faiss.write_index(index, str(folder / INDEX))
        write_texts(folder / TEXTS, texts)

    def open(self, folder: Path) -> None:
        """Read index and texts into memory."""
        self._index = faiss.read_index(str(folder / INDEX))
        self._texts = read_texts(folder / TEXTS)

    def search(self, question: str, count: int) -> list[str]:
        """Return the nearest texts."""
        _, places = self._index.search(self._model.question(question), count)
        return [self._texts[place].id for place in places[0] if place >= 0]
