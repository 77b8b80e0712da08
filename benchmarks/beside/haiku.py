"""haiku.rag over texts that are chunks already, as its documentation on pipelines of one's own has it.

Its provider ``sentence-transformers`` takes the model's folder; the prompts stand there. No reranker: those
that it offers are models of their own.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from docling_core.types.doc.document import DoclingDocument
from docling_core.types.doc.labels import DocItemLabel
from haiku.rag.client import HaikuRAG
from haiku.rag.client.documents import DocumentImport
from haiku.rag.config import AppConfig
from haiku.rag.config.models import EmbeddingModelConfig, EmbeddingsConfig
from haiku.rag.store.models.chunk import Chunk

from benchmarks.beside.base import Text, Vectors

BATCH = 2000
"""Documents imported at once: each import is a version of its tables."""


class HaikuRag:
    """LanceDB underneath: full text and vectors, joined by reciprocal ranks."""

    def __init__(self, model: Path) -> None:
        named = EmbeddingModelConfig(provider="sentence-transformers", name=str(model), vector_dim=384)
        self._config = AppConfig(embeddings=EmbeddingsConfig(model=named))
        self._runner = asyncio.Runner()

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Import each text as a document of one chunk."""
        self._runner.run(self._build(texts, folder, vectors))

    def open(self, folder: Path) -> None:
        """Open the database."""
        self._client = HaikuRAG(folder / "texts.lancedb", config=self._config)
        self._runner.run(self._client.__aenter__())

    def search(self, question: str, count: int) -> list[str]:
        """Return the best texts of both sides."""
        found = self._runner.run(self._client.search(question, limit=count))
        return [str(result.document_uri) for result in found]

    async def _build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        async with HaikuRAG(folder / "texts.lancedb", config=self._config, create=True) as client:
            for first in range(0, len(texts), BATCH):
                part = range(first, min(first + BATCH, len(texts)))
                rows = [None if vectors is None else vectors[place].tolist() for place in part]
                await client.import_documents(
                    [_document(texts[place], row) for place, row in zip(part, rows, strict=True)]
                )


def _document(text: Text, vector: list[float] | None) -> DocumentImport:
    document = DoclingDocument(name=text.id)
    item = document.add_text(label=DocItemLabel.TEXT, text=text.whole)
    about = {"doc_item_refs": [item.self_ref], "labels": ["text"]}
    chunk = Chunk(content=text.whole, metadata=about, order=0, embedding=vector)
    return DocumentImport(document, [chunk], uri=text.id, title=text.title or text.id)
