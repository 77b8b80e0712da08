"""Embedding with a sentence-transformers model, on the CPU and in full precision."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from beleidszoeker.model.batches import batches_by_length
from beleidszoeker.model.counting import copy_of, tokenizer_of
from beleidszoeker.model.facts import Facts, facts_of
from beleidszoeker.model.opening import open_model
from beleidszoeker.model.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

    from beleidszoeker.model.base import Progress, Vectors


class TransformerEmbedder:
    """A sentence-transformers model that is read when it is first needed, and may be shared by threads.

    Threads take turns batch by batch, so a question never waits for a whole library to be embedded.

    Args:
        name: Folder or hub name.
        facts: What is known beforehand; left out, the model is loaded to find out.
    """

    def __init__(self, name: str, *, facts: Facts | None = None) -> None:
        self._name = name
        self._known = facts
        # sentence-transformers changes its tokenizer's truncation while it encodes, so two threads may not be
        # in there together; nor should two load the same model.
        self._turns = Turns()

    @property
    def id(self) -> str:
        """Name and revision; the revision is left out when it cannot be known."""
        return self._facts.id

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return self._facts.dimension

    @property
    def max_tokens(self) -> int:
        """Longest input in tokens, prefix and special tokens included; what is longer is cut."""
        return self._facts.max_tokens

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.

        Raises:
            ModelUnavailableError: The model cannot be loaded.
        """
        return self._encode(texts, self._facts.query_prefix, progress=None)

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """Embed passages, in the order given.

        Args:
            texts: What to embed, title and section already in it.
            progress: Called after each batch with its number of texts.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.

        Raises:
            ModelUnavailableError: The model cannot be loaded.
        """
        return self._encode(texts, self._facts.passage_prefix, progress=progress)

    def count_tokens(self, text: str) -> int:
        """Number of tokens of ``text`` as a passage, prefix and special tokens included, nothing cut."""
        return len(self._tokenizer.encode(self._facts.passage_prefix + text).ids)

    def _encode(self, texts: Sequence[str], prefix: str, *, progress: Progress | None) -> Vectors:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for places in batches_by_length(texts):
            vectors[places] = self._encode_batch([texts[place] for place in places], prefix)
            if progress is not None:
                progress(len(places))
        return vectors

    def _encode_batch(self, texts: list[str], prefix: str) -> Vectors:
        with self._turns.mine():
            vectors: Vectors = self._model.encode(
                texts,
                prompt=prefix,
                batch_size=len(texts),
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return vectors

    @cached_property
    def _model(self) -> SentenceTransformer:
        return open_model(self._name)

    @cached_property
    def _facts(self) -> Facts:
        with self._turns.mine():
            return self._known or facts_of(self._model, self._name)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        with self._turns.mine():
            return tokenizer_of(Path(self._name)) or copy_of(self._model.tokenizer)
