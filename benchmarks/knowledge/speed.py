"""What reading a document's knowledge costs beside embedding its passages, in one run."""

import time
from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.index.store import embedded_text, heading_of
from beleidszoeker.ingest.knowledge.analysis import analyse
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.model.base import Embedder


class Cost(NamedTuple):
    """Seconds of processor time.

    Attributes:
        sentences: How many were read.
        passages: How many were embedded.
        analysis: Seconds of reading.
        embedding: Seconds of embedding.
    """

    sentences: int
    passages: int
    analysis: float
    embedding: float

    @property
    def ratio(self) -> float:
        """Reading as a part of embedding."""
        return self.analysis / self.embedding


def cost(documents: Sequence[PreparedDocument], embedder: Embedder) -> Cost:
    """Measure both over the same documents; each was read once before, so that nothing is loaded in time."""
    texts = [
        embedded_text(
            heading_of(each.metadata.title.value, passage.section),
            each.document.text[passage.start : passage.end],
            passage.context,
        )
        for each in documents
        for passage in each.passages
    ]
    embedder.encode_passages(texts[:4])
    begun = time.process_time()
    for each in documents:
        analyse(each.document, each.metadata, each.passages, questions=each.questions)
    read = time.process_time()
    embedder.encode_passages(texts)
    embedded = time.process_time()
    sentences = sum(len(passage.sentences) for each in documents for passage in each.passages)
    return Cost(sentences, len(texts), read - begun, embedded - read)
