"""Which words of a passage answer to which words of the query."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from beleidszoeker.index.dutch import Analyser, Term


class Match(NamedTuple):
    """A word of the passage that a query word matches.

    Attributes:
        start: First character in the passage's text.
        end: One past the last character.
        weight: How much it tells: the rarity of the rarest term it matches.
        term: The term that matched.
        shown: How the match is explained: the query's word, or its parts as ``net+capaciteit``.
    """

    start: int
    end: int
    weight: float
    term: str
    shown: str


class QueryWords:
    """The words of one query, ready to be looked for in passages.

    Args:
        analyser: The index' own.
        query: As it was asked.
        rarity: Term → how much it tells.
    """

    def __init__(self, analyser: Analyser, query: str, rarity: Mapping[str, float]) -> None:
        self._analyser = analyser
        self._rarity = rarity
        self._shown: dict[str, str] = {}
        terms = list(analyser.terms(query))
        for term in [term for term in terms if not term.stop] or terms:
            for part in term.parts:
                self._shown.setdefault(part, "+".join(_readable(term)))
            self._shown[term.stem] = term.word

    def matches(self, text: str) -> list[Match]:
        """Return the words of a text that match, in order."""
        found = []
        for term in self._analyser.terms(text):
            hits = [name for name in (term.stem, *term.parts) if name in self._shown]
            if hits:
                best = max(hits, key=lambda name: self._rarity.get(name, 0.0))
                found.append(Match(term.start, term.end, self._rarity.get(best, 0.0), best, self._shown[best]))
        return found


def explain(matches: Sequence[Match]) -> tuple[str, ...]:
    """Return how the matches are told to a person, most telling first, each once."""
    return tuple(dict.fromkeys(match.shown for match in sorted(matches, key=lambda match: -match.weight)))


def _readable(term: Term) -> tuple[str, ...]:
    """The parts of a compound as letters of the word itself: stems are never shown to a person."""
    cuts: list[str] = []
    word = term.word.replace("-", "")
    position = 0
    for part in term.parts:
        at = word.find(part[:3], position)
        if at > position:
            cuts.append(word[position:at])
            position = at
    return (*cuts, word[position:])
