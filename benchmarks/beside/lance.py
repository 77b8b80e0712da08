"""LanceDB's hybrid search, as its documentation has it: full text in Dutch, vectors, reciprocal ranks.

Below 10⁵ rows or so it advises no vector index: each search compares all vectors.
"""

from collections.abc import Sequence
from pathlib import Path

import lancedb
import pyarrow as pa
from lancedb.rerankers import RRFReranker

from benchmarks.beside.base import Text, Vectors
from benchmarks.beside.model import Model


class LanceHybrid:
    """A table of texts with vectors that sentence-transformers makes."""

    def __init__(self, model: Path) -> None:
        self._model = Model(model)
        self._joined = RRFReranker()

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Write the table and index its words."""
        rows = self._model.passages(texts) if vectors is None else vectors
        table = lancedb.connect(str(folder)).create_table("texts", _table(texts, rows))
        table.create_fts_index("text", language="Dutch")

    def open(self, folder: Path) -> None:
        """Open the table."""
        self._table = lancedb.connect(str(folder)).open_table("texts")

    def search(self, question: str, count: int) -> list[str]:
        """Return the best texts of both sides."""
        asked = self._table.search(query_type="hybrid").text(question)
        found = asked.vector(self._model.question(question)[0]).distance_type("cosine").rerank(self._joined)
        return [row["id"] for row in found.limit(count).select(["id", "text"]).to_list()]


def _table(texts: Sequence[Text], vectors: Vectors) -> pa.Table:
    numbers = pa.array(vectors.reshape(-1), type=pa.float32())
    return pa.table(
        {
            "id": [text.id for text in texts],
            "text": [text.whole for text in texts],
            "vector": pa.FixedSizeListArray.from_arrays(numbers, vectors.shape[1]),
        }
    )
