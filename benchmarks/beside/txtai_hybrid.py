"""txtai's embeddings database, hybrid and with content, as its documentation has it.

The model's prompts are its ``instructions``. Vectors that are known reach it by its own way to resume an
index that was interrupted: a checkpoint in which the batches stand.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from txtai import Embeddings

from benchmarks.beside.base import Text, Vectors

BATCH = 1024
"""Its default for batches of texts."""


class TxtaiHybrid:
    """Dense vectors in FAISS beside BM25, half and half; texts in SQLite."""

    def __init__(self, model: Path) -> None:
        self._index = Embeddings(
            path=str(model),
            hybrid=True,
            content=True,
            instructions={"query": "query: ", "data": "passage: "},
        )

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Index all texts and save."""
        rows = ((text.id, text.whole, None) for text in texts)
        if vectors is None:
            self._index.index(rows)
        else:
            with tempfile.TemporaryDirectory() as checkpoint:
                self._resume(Path(checkpoint), vectors)
                self._index.index(rows, checkpoint=checkpoint)
        self._index.save(str(folder / "index"))

    def open(self, folder: Path) -> None:
        """Load what was saved."""
        self._index.load(str(folder / "index"))

    def search(self, question: str, count: int) -> list[str]:
        """Return the best texts of both sides."""
        return [str(row["id"]) for row in self._index.search(question, count)]

    def _resume(self, checkpoint: Path, vectors: Vectors) -> None:
        with (checkpoint / self._index.model.vectorsid()).open("wb") as stream:
            for first in range(0, len(vectors), BATCH):
                np.save(stream, vectors[first : first + BATCH])
