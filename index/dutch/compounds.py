"""Compound splitting driven by the corpus.

After Koehn & Knight, *Empirical Methods for Compound Splitting*, EACL 2003. Of all ways to split, the one
with the highest geometric mean of its parts' frequencies wins. A word of the word list is split only where
that mean comes near the word's own frequency; a word that no list knows is split wherever it can be.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from math import log
from typing import NamedTuple

import simplemma

from beleidszoeker.index.dutch.parts import (
    LINKS,
    NAME_ENDINGS,
    NAMES,
    NEEDS_S,
    NEVER_LAST,
    NEVER_S,
    NO_PARTS,
    PARTICLES,
    PLACE_ENDINGS,
    SHORT,
)

_SHORTEST_WORD = 7
_LONGEST_WORD = 64
_SHORTEST_PART = 3
_SHORTEST_REST = 4
_SHORTEST_UNLISTED = 5
_DERIVED = 6
_OFTEN = 3
_MOST_PARTS = 4
_UNSEEN = log(0.5)
_NEAR = log(0.3)


class _Way(NamedTuple):
    """A way to split: the sum of its parts' log frequencies, and the parts."""

    total: float
    parts: tuple[str, ...]

    def then(self, part: str, weight: float) -> "_Way":
        return _Way(self.total + weight, (*self.parts, part))


class CompoundSplitter:
    """Splits Dutch compounds.

    Args:
        frequencies: How often each folded word occurs in the corpus.
        names: Folded words that it mostly writes with a capital.
    """

    def __init__(
        self, frequencies: Mapping[str, int] | None = None, names: Collection[str] = frozenset()
    ) -> None:
        self._frequencies = frequencies or {}
        self._names = names
        self.split = lru_cache(maxsize=200_000)(self._split)

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a folded word, or nothing when it is no compound.

        Links between parts (*-s-*, *-en-*, *-e-*) are left out: ``stikstofdepositieruimte`` gives
        ``stikstof``, ``depositie``, ``ruimte``.
        """
        if not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD or not word.isalpha() or self._is_name(word):
            return ()
        best: tuple[str, ...] = ()
        best_score = self._weight(word) + _NEAR if _listed(word) else float("-inf")
        for way in self._ways(word):
            score = way.total / len(way.parts)
            if score > best_score:
                best, best_score = way.parts, score
        return best

    def particle(self, word: str) -> tuple[str, ...]:
        """Return the particle of a folded word and the word behind it, or nothing where that is rare.

        ``samenwerkende`` gives ``samen``, ``werkende``: no compound, but what is said of *werken* may answer.
        """
        for particle in PARTICLES:
            rest = word.removeprefix(particle)
            if _SHORTEST_REST <= len(rest) < len(word) and _listed(rest) and rest not in NO_PARTS:
                near = self._weight(rest) >= self._weight(word) + _NEAR
                return (particle, rest) if near else ()
        return ()

    def _ways(self, word: str) -> Iterator[_Way]:
        """Yield ways to split, among them the best into each number of parts.

        Of all ways to reach a place in the word with so many parts only the best is followed.
        """
        reached: list[dict[int, _Way]] = [{} for _ in word]
        reached[0][0] = _Way(0.0, ())
        for start, ways in enumerate(reached):
            if not ways:
                continue
            if start and self._is_part(last := word[start:]) and last not in NEVER_LAST:
                yield from (way.then(last, self._weight(last)) for way in ways.values())
            for head, after in self._heads(word, start):
                weight = self._weight(head)
                for way in ways.values():
                    _keep_best(reached[after], way.then(head, weight))

    def _heads(self, word: str, start: int) -> Iterator[tuple[str, int]]:
        """Yield each part that begins at a place, with the place after its link."""
        latest = len(word) - _SHORTEST_PART
        for end in range(start + _SHORTEST_PART, latest + 1):
            head = word[start:end]
            if self._is_part(head):
                for link in LINKS:
                    after = end + len(link)
                    if after <= latest and word.startswith(link, end) and _links(head, link, word[end]):
                        yield head, after

    def _is_part(self, part: str) -> bool:
        """A part is a listed word, or a longer one that the corpus uses and does not write as a name."""
        if part in NO_PARTS or len(part) < _SHORTEST_PART:
            return False
        if len(part) == _SHORTEST_PART:
            return part in SHORT
        if _listed(part):
            return True
        often = self._frequencies.get(part, 0) >= _OFTEN
        return often and len(part) >= _SHORTEST_UNLISTED

    def _is_name(self, word: str) -> bool:
        """Tell whether a word looks like the name of a place and is never used as anything else."""
        if word in NAMES:
            return True
        if word in self._names:
            return word.endswith(NAME_ENDINGS)
        return word.endswith(PLACE_ENDINGS) and word not in self._frequencies and not _listed(word)

    def _weight(self, word: str) -> float:
        count = self._frequencies.get(word, 0)
        return log(count) if count else _UNSEEN


def _keep_best(ways: dict[int, _Way], way: _Way) -> None:
    """Keep a way that still leaves room for a last part, unless one with as many parts is better."""
    number = len(way.parts)
    if number < _MOST_PARTS and (number not in ways or way.total >= ways[number].total):
        ways[number] = way


def _links(head: str, link: str, following: str) -> bool:
    """Tell whether a link may follow a part, given the letter after the part."""
    if link == "s":
        return head not in NEVER_S
    return bool(link) or following != "s" or len(head) < _DERIVED or not head.endswith(NEEDS_S)


@lru_cache(maxsize=200_000)
def _listed(word: str) -> bool:
    return bool(simplemma.is_known(word, lang="nl"))
