"""Tokenising questions without reading the whole vocabulary.

Reading a quarter of a million pieces into a tokenizer takes longer than all else that a first question needs.
Yet how a text is cut depends only on the pieces that occur in it and on the lowest score of all, which sets
the price of an unknown character. So a tokenizer with no more than those makes the same cuts, at once.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from beleidszoeker.model.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenizers import Tokenizer

    from beleidszoeker.model.vocabulary import Vocabulary

_SKELETON = "skeleton.json"
# Most words of a question were in earlier ones; long ones have many parts, and would take much memory.
_REMEMBERED, _LONGEST_REMEMBERED = 2048, 32


class QuestionTokens:
    """Token ids of short texts, for any number of threads.

    Args:
        folder: What ``save_question_tokens`` filled.
        longest: Longest input in tokens, special tokens included.

    Raises:
        OSError: A file is missing.
        ValueError: A table is damaged.
        Exception: The skeleton is damaged; the ``tokenizers`` library raises no other.
    """

    def __init__(self, folder: Path, longest: int) -> None:
        from tokenizers import Tokenizer

        self._skeleton = Tokenizer.from_file(str(folder / _SKELETON))
        self._pieces = Pieces.load(folder)
        self._special = [token.content for token in self._skeleton.get_added_tokens_decoder().values()]
        self._begin, self._end = self._skeleton.encode("").ids
        self._room = longest - 2
        self._always = self._pieces.among({*self._special, self._pieces.lowest})
        self._remembered = lru_cache(_REMEMBERED)(self._look_up)

    def ids(self, text: str) -> list[int]:
        """Token ids, cut to the longest input, special tokens included."""
        known = dict(self._always)
        for word in self._words(text):
            known |= self._remembered(word) if len(word) <= _LONGEST_REMEMBERED else self._look_up(word)
        cut = self._tokenizer(known).encode(text, add_special_tokens=False).ids
        ids = [number for number, _ in known.values()]
        return [self._begin, *(ids[place] for place in cut[: self._room]), self._end]

    def _tokenizer(self, known: dict[str, tuple[int, float]]) -> Tokenizer:
        from tokenizers import Tokenizer, models

        scores = [(piece, score) for piece, (_, score) in known.items()]
        unknown = list(known).index("<unk>")
        tokenizer = Tokenizer(models.Unigram(scores, unk_id=unknown, byte_fallback=False))
        tokenizer.normalizer = self._skeleton.normalizer
        tokenizer.pre_tokenizer = self._skeleton.pre_tokenizer
        tokenizer.add_special_tokens(list(self._skeleton.get_added_tokens_decoder().values()))
        return tokenizer

    def _look_up(self, word: str) -> dict[str, tuple[int, float]]:
        """The pieces that occur in a word."""
        longest, end = self._pieces.longest, len(word)
        # A piece has so many bytes at most, and a character at least one.
        return self._pieces.among(
            {word[a:b] for a in range(end) for b in range(a + 1, min(a + longest, end) + 1)}
        )

    def _words(self, text: str) -> Iterator[str]:
        """The stretches of which each is cut by itself."""
        for stretch in re.split("|".join(map(re.escape, self._special)), text):
            normal = self._skeleton.normalizer.normalize_str(stretch)
            yield from (word for word, _ in self._skeleton.pre_tokenizer.pre_tokenize_str(normal))


def save_question_tokens(tokenizer: Tokenizer, vocabulary: Vocabulary, folder: Path) -> None:
    """Write what ``QuestionTokens`` reads: the pieces, and a tokenizer without most of them."""
    Pieces.of(vocabulary).save(folder)
    skeleton = json.loads(tokenizer.to_str())
    special = {token["content"] for token in skeleton["added_tokens"]}
    skeleton["model"]["vocab"] = [pair for pair in skeleton["model"]["vocab"] if pair[0] in special]
    (folder / _SKELETON).write_text(json.dumps(skeleton, ensure_ascii=False), encoding="utf-8")
