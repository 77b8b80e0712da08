"""The model in sentence-transformers, and a command that embeds texts with it.

python -m benchmarks.beside.model MODEL TEXTS.jsonl VECTORS.npy
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from benchmarks.beside.base import Text, Vectors, read_texts


class Model:
    """Makes vectors as the library's documentation has it: a prompt for each side, length 1."""

    def __init__(self, folder: Path) -> None:
        self._model = SentenceTransformer(str(folder), device="cpu")

    def passages(self, texts: Sequence[Text]) -> Vectors:
        """Embed texts."""
        return np.asarray(
            self._model.encode_document([text.whole for text in texts], normalize_embeddings=True)
        )

    def question(self, question: str) -> Vectors:
        """Embed one question: shape ``(1, dimension)``."""
        return np.asarray(self._model.encode_query([question], normalize_embeddings=True))


if __name__ == "__main__":
    np.save(sys.argv[3], Model(Path(sys.argv[1])).passages(read_texts(Path(sys.argv[2]))))
