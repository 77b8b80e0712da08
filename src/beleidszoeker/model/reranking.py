"""Cross-encoders: models that read a question and a passage together, for a second look at a few passages."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.opening import open_cross_encoder
from beleidszoeker.model.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from sentence_transformers import CrossEncoder

SHARED_WORDS = "woorden"
_HUB_NAME = re.compile(r"\w[\w.-]*(/\w[\w.-]*)?", re.ASCII)
_WORD = re.compile(r"\w+")
_BATCH = 8


class Reranker(Protocol):
    """Tells how well passages answer a question, by reading both together."""

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Return a score for each passage, shape ``(len(passages),)``; higher answers better."""


class CrossEncoderReranker:
    """A sentence-transformers cross-encoder that is read when it is first needed; safe in threads.

    Args:
        name: Folder or hub name.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._turns = Turns()

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Return a score for each passage.

        Raises:
            ModelUnavailableError: The model cannot be loaded, or gives more than one score for a pair.
        """
        if not passages:
            return np.empty(0, dtype=np.float32)
        pairs = [(question, passage) for passage in passages]
        with self._turns.mine():
            found = self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False)
        scores = np.asarray(found, dtype=np.float32)
        if scores.shape != (len(passages),):
            raise ModelUnavailableError(f"Het model “{self._name}” geeft geen score voor vraag en passage.")
        return scores

    @cached_property
    def _model(self) -> CrossEncoder:
        return open_cross_encoder(self._name)


class SharedWordsReranker:
    """A reranker without a model, for tests: the share of the question's words that a passage holds.

    Example:
        >>> SharedWordsReranker().scores("het net", ["Het net is vol.", "Water"]).tolist()
        [1.0, 0.0]
    """

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Return the shares, from 0 to 1."""
        asked = set(_WORD.findall(question.lower()))
        held = [asked & set(_WORD.findall(passage.lower())) for passage in passages]
        return np.array([len(words) / max(1, len(asked)) for words in held], dtype=np.float32)


def load_reranker(name: str) -> Reranker:
    """Return the reranker of this name; its parameters are read when they are first needed.

    Args:
        name: The hub name or folder of a cross-encoder, or ``"woorden"`` for one without a model.

    Raises:
        ModelUnavailableError: There is no such model. For a name on the hub this is found out at first use.
    """
    if name == SHARED_WORDS:
        return SharedWordsReranker()
    path = Path(name).expanduser()
    if path.is_dir():
        return CrossEncoderReranker(str(path))
    if _HUB_NAME.fullmatch(name):
        return CrossEncoderReranker(name)
    raise ModelUnavailableError(
        f"Er is geen model “{name}” om passages mee na te lezen.",
        advice="Geef met BELEIDSZOEKER_RERANKER een bestaande map of een naam op de Hugging Face-hub.",
    )
