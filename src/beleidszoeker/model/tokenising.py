"""Texts to token ids with the ``tokenizers`` library alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidszoeker.errors import ModelDamagedError
from beleidszoeker.model.counting import tokenizer_of
from beleidszoeker.model.questions import QuestionTokens

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer


class Tokens:
    """A model's tokenizer, for any number of threads.

    Args:
        tokenizer: One that does not cut.
        longest: Longest input in tokens, special tokens included.
    """

    def __init__(self, tokenizer: Tokenizer, longest: int) -> None:
        self._tokenizer = tokenizer
        self._room = longest - tokenizer.num_special_tokens_to_add(is_pair=False)

    def ids(self, text: str) -> list[int]:
        """Token ids, cut to the longest input, special tokens included."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        encoding.truncate(self._room)
        return self._tokenizer.post_process(encoding).ids

    def count(self, text: str) -> int:
        """Number of tokens, special tokens included, nothing cut."""
        return len(self._tokenizer.encode(text).ids)


def open_tokens(folder: Path, longest: int) -> Tokens:
    """The tokenizer that stands in ``folder``.

    Raises:
        ModelDamagedError: It is missing or damaged.
    """
    # The library raises Exception itself.
    try:
        tokenizer = tokenizer_of(folder)
    except Exception as error:
        raise _damaged(folder) from error
    if tokenizer is None:
        raise _damaged(folder)
    return Tokens(tokenizer, longest)


def open_question_tokens(folder: Path, longest: int) -> QuestionTokens:
    """The tokenizer for questions that stands in ``folder``.

    Raises:
        ModelDamagedError: It is missing or damaged.
    """
    try:
        return QuestionTokens(folder, longest)
    except Exception as error:
        raise _damaged(folder) from error


def _damaged(folder: Path) -> ModelDamagedError:
    return ModelDamagedError(
        f"De woordenlijst van het taalmodel ({folder}) ontbreekt of is beschadigd.",
        advice="Verwijder die map; hij wordt dan opnieuw gemaakt.",
    )
