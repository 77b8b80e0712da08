"""An embedder without a model, for tests and first steps: likeness of spelling instead of meaning."""

import hashlib
import re
from collections.abc import Iterator, Sequence

import numpy as np

from beleidszoeker.model.base import Progress, Vectors

_WORD = re.compile(r"\w+")


class HashingEmbedder:
    """Signed feature hashing of lower-cased words and their character trigrams.

    Texts that share words or parts of words lie near each other. The same text gives the same vector on every
    machine. Source: Weinberger et al. 2009, https://arxiv.org/abs/0902.2206.

    Args:
        dimension: Length of the vectors.
        max_tokens: Words after this many are left out.

    Example:
        >>> import numpy as np
        >>> embedder = HashingEmbedder()
        >>> vectors = embedder.encode_passages(["netcapaciteit", "capaciteit van het net", "toeslagen"])
        >>> bool(vectors[0] @ vectors[1] > vectors[0] @ vectors[2])
        True
    """

    def __init__(self, dimension: int = 64, *, max_tokens: int = 512) -> None:
        self._dimension = dimension
        self._max_tokens = max_tokens

    @property
    def id(self) -> str:
        """Name, dimension and version of the features."""
        return f"hashing-{self._dimension}-v1"

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return self._dimension

    @property
    def max_tokens(self) -> int:
        """Longest input in words; what is longer is cut."""
        return self._max_tokens

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions; a question and a passage of the same words get the same vector.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.
        """
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            self._fill(vector, text)
        return vectors

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """Embed passages, in the order given.

        Args:
            texts: What to embed.
            progress: Called once, with the number of texts.

        Returns:
            Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.
        """
        vectors = self.encode_queries(texts)
        if progress is not None and texts:
            progress(len(texts))
        return vectors

    def count_tokens(self, text: str) -> int:
        """Number of words; there are no prefix and no special tokens."""
        return len(_WORD.findall(text))

    def _fill(self, vector: Vectors, text: str) -> None:
        for feature in _features(_WORD.findall(text.lower())[: self._max_tokens]):
            number = int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "little")
            vector[(number >> 1) % self._dimension] += 1 if number & 1 else -1
        # Without words, or when all features cancel out, there is no direction left to scale.
        if not vector.any():
            vector[0] = 1
        vector /= np.linalg.norm(vector)


def _features(words: list[str]) -> Iterator[str]:
    for word in words:
        padded = f"<{word}>"
        yield padded
        yield from (padded[start : start + 3] for start in range(len(padded) - 2))
