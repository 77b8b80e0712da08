"""Texts to token ids with the ``tokenizers`` library alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidszoeker.errors import ModelDamagedError
from beleidszoeker.model.counting import tokenizer_of

if TYPE_CHECKING:
    from pathlib import Path


class Tokens:
    """A model's tokenizer, for any number of threads.

    Args:
        folder: Holds ``tokenizer.json``.
        longest: Longest input in tokens, special tokens included.

    Raises:
        ModelDamagedError: There is no such file, or it is no tokenizer.
    """

    def __init__(self, folder: Path, longest: int) -> None:
        # The library raises Exception itself.
        try:
            tokenizer = tokenizer_of(folder)
        except Exception as error:
            raise _damaged(folder) from error
        if tokenizer is None:
            raise _damaged(folder)
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


def _damaged(folder: Path) -> ModelDamagedError:
    return ModelDamagedError(
        f"De woordenlijst van het taalmodel ({folder}) ontbreekt of is beschadigd.",
        advice="Verwijder die map; hij wordt dan opnieuw gemaakt.",
    )
