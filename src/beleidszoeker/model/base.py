"""What every embedding model offers to the rest of Beleidszoeker."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
Progress: TypeAlias = Callable[[int], None]


class Embedder(Protocol):
    """Turns texts into unit vectors whose inner product is their likeness in meaning."""

    @property
    def id(self) -> str:
        """Name and revision; vectors of two embedders may be compared only when their ids are equal."""

    @property
    def dimension(self) -> int:
        """Length of every vector."""

    @property
    def max_tokens(self) -> int:
        """Longest input in tokens, prefix and special tokens included; what is longer is cut."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.
        """

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """Embed passages, in the order given.

        Args:
            texts: What to embed, title and section already in it.
            progress: Called with the number of texts done since the last call.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.
        """

    def count_tokens(self, text: str) -> int:
        """Number of tokens of ``text`` as a passage, prefix and special tokens included."""
