"""What a person may be about to type: titles, headings, and the words and names of the corpus."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice
from math import log1p
from typing import Self

from beleidszoeker.index.dutch import fold, tokenise
from beleidszoeker.index.gathering import Gathered, Suggestion
from beleidszoeker.index.store import IndexedText

_FEWEST_TYPED = 2
_BEGINS_SO = 3.0
_OPERATORS = ("-", '"', "“", "„")
_LAST = "\U0010ffff"


class Suggestions:
    """Completes what is being typed; a title or heading is found by the beginning of any of its words.

    Args:
        stored: What ``to_bytes`` gave.
    """

    def __init__(self, stored: bytes) -> None:
        self._stored = stored

    @classmethod
    def of(cls, texts: Iterable[IndexedText]) -> Self:
        """Gather the suggestions of a corpus: those in the most passages, bounded in number."""
        gathered = Gathered()
        for indexed in texts:
            gathered.add(indexed)
        return cls.gathered(gathered)

    @classmethod
    def gathered(cls, gathered: Gathered) -> Self:
        """Choose the suggestions from what was counted."""
        rows = [tuple(suggestion) for suggestion in gathered.best()]
        return cls(json.dumps(rows, ensure_ascii=False).encode())

    def to_bytes(self) -> bytes:
        """Return them as JSON."""
        return self._stored

    def complete(
        self, typed: str, count: int, *, held: Callable[[str], bool] | None = None
    ) -> list[Suggestion]:
        """Return what a person may be about to type, likeliest first.

        Args:
            typed: What stands in the field: the last word may be unfinished, the others are whole.
            count: How many at most.
            held: Tells whether any document still says a text; without it all are suggested.
        """
        if typed.rpartition(" ")[2].startswith(_OPERATORS) or ":" in typed.rpartition(" ")[2]:
            return []  # a demand is being typed
        words = [word for word in (fold(token.text) for token in tokenise(typed)) if word]
        if not words or len(words[-1]) < _FEWEST_TYPED:
            return []
        left = (self._all[place] for place in self._holding(words))
        found = _likeliest(left, " ".join(words), count, held)
        if len(words) > 1 and len(found) < count:
            found += self._last_word(typed, words[-1], count - len(found), held)
        return found

    def _holding(self, words: list[str]) -> set[int]:
        """Return the places of suggestions that hold all words, the last one as a beginning."""
        *whole, last = words
        found = {place for _, place in self._between(last, last + _LAST)}
        for word in whole:
            found &= {place for _, place in self._between(word, word + "\0")}
        return found

    def _last_word(
        self, typed: str, last: str, count: int, held: Callable[[str], bool] | None
    ) -> list[Suggestion]:
        """Complete only the last word, as other terms have it."""
        before = typed[: max(token.start for token in tokenise(typed))]
        terms = (self._all[place] for place in self._holding([last]))
        longer = (
            one
            for one in terms
            if one.kind == "term" and fold(one.text) != last and fold(one.text).startswith(last)
        )
        return [one._replace(text=before + one.text) for one in _likeliest(longer, last, count, held)]

    def _between(self, first: str, after: str) -> list[tuple[str, int]]:
        return self._words[bisect_left(self._words, (first, -1)) : bisect_left(self._words, (after, -1))]

    @cached_property
    def _all(self) -> list[Suggestion]:
        return [Suggestion(*row) for row in json.loads(self._stored)]

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """Every folded word with the place of its suggestion, sorted."""
        words = (
            (fold(token.text), place) for place, one in enumerate(self._all) for token in tokenise(one.text)
        )
        return sorted(set(words))


def _likeliest(
    some: Iterable[Suggestion], start: str, count: int, held: Callable[[str], bool] | None
) -> list[Suggestion]:
    ordered = sorted(some, key=lambda one: (-_likeliness(one, start), one.text))
    return list(islice((one for one in ordered if held is None or held(one.text)), count))


def _likeliness(one: Suggestion, start: str) -> float:
    begins = " ".join(fold(token.text) for token in tokenise(one.text)).startswith(start)
    return log1p(one.passages) + (_BEGINS_SO if begins else 0.0)
