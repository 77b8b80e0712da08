"""Embedding on a processor with the exported network: OpenVINO and ``tokenizers``, no torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from beleidszoeker.model.batches import batches_by_tokens
from beleidszoeker.model.parts import Parts
from beleidszoeker.model.remembering import Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from beleidszoeker.model.base import Progress, Vectors
    from beleidszoeker.model.facts import Facts
    from beleidszoeker.model.parts import ForPassages, ForQueries


class OpenVinoEmbedder:
    """An exported model that is read when it is first needed, and may be shared by threads.

    Questions and passages have a compiled network each, so a question never waits for a batch of passages:
    the operating system lets both go on.

    Args:
        folder: What ``export`` filled.
        facts: What is known of the model.
        repair: Fills the folder again; called when something in it turns out to be damaged.
    """

    def __init__(self, folder: Path, *, facts: Facts, repair: Callable[[], object]) -> None:
        self._facts = facts
        self._parts = Parts(folder, longest=facts.max_tokens, repair=repair)
        self._memory = Memory()

    @property
    def id(self) -> str:
        """Name and revision."""
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
        """Embed questions; those asked last are remembered.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.

        Raises:
            ModelUnavailableError: OpenVINO cannot be used here.
            ModelDamagedError: The network cannot be used, not even after it was made again.
        """
        return self._memory.vectors(texts, self._encode_queries) if texts else self._rows(0)

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """Embed passages, in the order given.

        Args:
            texts: What to embed, title and section already in it.
            progress: Called after each batch with its number of texts.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.

        Raises:
            ModelUnavailableError: OpenVINO cannot be used here.
            ModelDamagedError: The network cannot be used, not even after it was made again.
        """
        if not texts:
            return self._rows(0)
        return self._encode(texts, self._facts.passage_prefix, self._parts.for_passages(), progress=progress)

    def count_tokens(self, text: str) -> int:
        """Number of tokens of ``text`` as a passage, prefix and special tokens included, nothing cut."""
        return self._parts.tokens().count(self._facts.passage_prefix + text)

    def _encode_queries(self, texts: list[str]) -> Vectors:
        return self._encode(texts, self._facts.query_prefix, self._parts.for_queries(), progress=None)

    def _encode(
        self,
        texts: Sequence[str],
        prefix: str,
        parts: ForQueries | ForPassages,
        *,
        progress: Progress | None,
    ) -> Vectors:
        tokens, network = parts
        ids = [tokens.ids(prefix + text) for text in texts]
        vectors = self._rows(len(texts))
        batches = list(batches_by_tokens([len(one) for one in ids]))
        computed = network.vectors([ids[place] for place in places] for places in batches)
        for places, rows in zip(batches, computed, strict=True):
            vectors[places] = rows
            if progress is not None:
                progress(len(places))
        return vectors

    def _rows(self, count: int) -> Vectors:
        return np.empty((count, self.dimension), dtype=np.float32)
