"""Which words of a passage answer to which words of the query."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.terms import is_reference
from beleidszoeker.search.query import Wanted


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
        wanted: The terms that are looked for.
        rarity: Term → how much it tells.
    """

    def __init__(self, analyser: Analyser, wanted: Iterable[Wanted], rarity: Mapping[str, float]) -> None:
        self._analyser = analyser
        self._rarity = rarity
        self._shown = {each.term: each.shown for each in wanted}

    def coverage(self, text: str) -> float:
        """Return the share of the query's terms that a text holds, each weighted by rarity, from 0 to 1.

        Of a query that names Kamerstukken only those numbers count.
        """
        named = {term: weight for term, weight in self._rarity.items() if is_reference(term)}
        counted = named or self._rarity
        total = sum(counted.values())
        held = {name for term in self._analyser.terms(text) for name in (term.stem, *term.parts)}
        return sum(weight for name, weight in counted.items() if name in held) / total if total else 0.0

    def matches(self, text: str) -> list[Match]:
        """Return the words of a text that match, in order."""
        found = []
        for term in self._analyser.terms(text):
            hits = [name for name in (term.stem, *term.parts) if name in self._shown]
            if hits:
                best = max(hits, key=self._weight)
                found.append(Match(term.start, term.end, self._weight(best), best, self._shown[best]))
        return found

    def _weight(self, term: str) -> float:
        return self._rarity.get(term, 0.0)


def explain(matches: Sequence[Match]) -> tuple[str, ...]:
    """Return how the matches are told to a person, most telling first, each once."""
    return tuple(dict.fromkeys(match.shown for match in sorted(matches, key=lambda match: -match.weight)))
