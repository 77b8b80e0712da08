"""The words of a corpus: how often each occurs, and which are written with a capital."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from beleidszoeker.index.dutch.tokens import TOKEN, fold

_RAREST = 2


class Vocabulary(NamedTuple):
    """What a corpus teaches about its words.

    Attributes:
        counts: Folded word → how often it occurs; words that occur once are left out.
        names: Folded words that the corpus mostly writes with a capital: names, and words of titles.
    """

    counts: Mapping[str, int] = {}
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Count the words of texts; numbers and hyphenated words are left out."""
        spelled: Counter[str] = Counter()
        for text in texts:
            spelled.update(TOKEN.findall(text))
        return cls.counted(spelled)

    @classmethod
    def counted(cls, spelled: Mapping[str, int]) -> Self:
        """Learn from words as they are spelled, each with how often it occurs."""
        counts: Counter[str] = Counter()
        capitals: Counter[str] = Counter()
        for text, count in spelled.items():
            word = fold(text)
            counts[word] += count
            capitals[word] += count if text[0].isupper() else 0
        kept = {word: count for word, count in counts.items() if count >= _RAREST and word.isalpha()}
        return cls(kept, frozenset(word for word, count in kept.items() if 2 * capitals[word] > count))

    def to_json(self) -> str:
        """Return it as text that ``from_json`` reads; the same words give the same text."""
        return json.dumps(
            {"counts": dict(self.counts), "names": sorted(self.names)}, ensure_ascii=False, sort_keys=True
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what ``to_json`` wrote."""
        read = json.loads(text)
        return cls(read["counts"], frozenset(read["names"]))
