"""Compound splitting driven by the corpus.

After Koehn & Knight, *Empirical Methods for Compound Splitting*, EACL 2003. Of all ways to split, the one
with the highest geometric mean of its parts' frequencies wins. A word of the word list is split only where
that mean beats the word's own frequency; a word that no list knows is split wherever it can be.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import log

import simplemma

_LINKS = ("", "s", "en", "e")
_SHORTEST_WORD = 7
_LONGEST_WORD = 64
_SHORTEST_PART = 3
_LISTED = 0.5
_OFTEN = 3
_MOST_PARTS = 4
_ENDINGS = """
aan achter age als ant asie atie baar der die dat een eel ees eer els end ende ens erd eren erij
erin ers ert est gen haar heid ien iek ier iest ing ingen isch ische iteit ken len lijk lijke loos
men mijn nis niet ons oog per ren schap ste sten ster tal ten ter tie ties ver wel zaam zal zij zen
"""
_NO_PARTS = frozenset(_ENDINGS.split())


class CompoundSplitter:
    """Splits Dutch compounds.

    Args:
        frequencies: How often each folded word occurs in the corpus.
    """

    def __init__(self, frequencies: Mapping[str, int] | None = None) -> None:
        self._frequencies = frequencies or {}
        self.split = lru_cache(maxsize=200_000)(self._split)

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a folded word, or nothing when it is no compound.

        Links between parts (*-s-*, *-en-*, *-e-*) are left out: ``stikstofdepositieruimte`` gives
        ``stikstof``, ``depositie``, ``ruimte``.
        """
        if not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD or not word.isalpha():
            return ()
        best: tuple[str, ...] = ()
        best_score = log(self._weight(word)) if _listed(word) else float("-inf")
        for parts in self._ways(word, _MOST_PARTS):
            score = sum(log(self._weight(part)) for part in parts) / len(parts)
            if len(parts) > 1 and score > best_score:
                best, best_score = parts, score
        return best

    def _ways(self, word: str, most: int) -> Iterator[tuple[str, ...]]:
        if self._is_part(word):
            yield (word,)
        if most == 1:
            return
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            for link in _LINKS:
                head = word[: cut - len(link)] if word[:cut].endswith(link) else ""
                if len(head) >= _SHORTEST_PART and self._is_part(head):
                    for rest in self._ways(word[cut:], most - 1):
                        yield (head, *rest)

    def _is_part(self, part: str) -> bool:
        """A part is a listed word, or one that the corpus uses; a short one must be both."""
        if part in _NO_PARTS:
            return False
        count = self._frequencies.get(part, 0)
        if len(part) == _SHORTEST_PART:
            return count > 0 and _listed(part)
        return count >= _OFTEN or _listed(part)

    def _weight(self, word: str) -> float:
        count = self._frequencies.get(word, 0)
        return count or (_LISTED if _listed(word) else 0.0)


@lru_cache(maxsize=200_000)
def _listed(word: str) -> bool:
    return bool(simplemma.is_known(word, lang="nl"))
