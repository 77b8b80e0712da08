"""Which words of a passage answer to which words of the query."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from beleidszoeker.index.dutch import Analyser, Term
from beleidszoeker.index.terms import is_reference
from beleidszoeker.search.explaining.asked import AskedWords
from beleidszoeker.search.explaining.manners import Hit
from beleidszoeker.search.query import RELATED_SHARE, How, Wanted


class Match(NamedTuple):
    """A word of the passage that a query word matches.

    Attributes:
        start: First character in the passage's text.
        end: One past the last character.
        weight: How much it tells: the rarity of the rarest term it matches.
        term: The term that matched.
        shown: How the match is explained: the query's word, or its parts as ``net+capaciteit``.
        hits: All words of the query that it answers to, and how.
    """

    start: int
    end: int
    weight: float
    term: str
    shown: str
    hits: tuple[Hit, ...] = ()


class QueryWords:
    """The words of one query, ready to be looked for in passages.

    Args:
        analyser: The index' own.
        wanted: The terms that are looked for.
        rarity: Term → how much it tells.
        typed: The query as it was typed, to tell its words in its own letters.

    Attributes:
        asked: The query's words, and how words of a passage answer to them.
    """

    def __init__(
        self, analyser: Analyser, wanted: Iterable[Wanted], rarity: Mapping[str, float], *, typed: str = ""
    ) -> None:
        wanted = tuple(wanted)
        self.asked = AskedWords(analyser, wanted, typed)
        self._analyser = analyser
        self._rarity = rarity
        self._shown = {each.term: each.shown for each in wanted}
        self._instead_of = {each.term: each.instead_of for each in wanted if each.instead_of}
        self._related = {each.term for each in wanted if each.how is How.RELATED}
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for stems in (tuple(each.term.split(" ")) for each in wanted if each.phrase):
            self._phrases.setdefault(stems[0], []).append(stems)

    def coverage(self, *texts: str) -> float:
        """Return the share of the query's terms that texts hold, each weighted by rarity, from 0 to 1.

        Of a query that names Kamerstukken only those numbers count. An abbreviation covers its long form and
        the other way round. Another wording covers a word by the half.
        """
        return self.covered([term for text in texts for term in self._analyser.analysed(text)])

    def covered(self, terms: Sequence[Term]) -> float:
        """Return the same of a text that was analysed already."""
        asked = {term: weight for term, weight in self._rarity.items() if term not in self._instead_of}
        counted = {term: weight for term, weight in asked.items() if is_reference(term)} or asked
        total = sum(counted.values())
        held = {name for term in terms for name in (term.stem, *term.parts)}
        held.update(" ".join(stems) for _, _, stems in self._in_a_row(terms))
        standing = held & self._instead_of.keys()
        held.update(name for term in standing - self._related for name in self._instead_of[term])
        loosely = {name for term in standing & self._related for name in self._instead_of[term]} - held
        covered = sum(weight for name, weight in counted.items() if name in held)
        covered += RELATED_SHARE * sum(weight for name, weight in counted.items() if name in loosely)
        return covered / total if total else 0.0

    @property
    def total(self) -> float:
        """What all that was asked for counts together; no word counts twice for being looked for twice."""
        return sum(weight for term, weight in self._rarity.items() if term not in self._instead_of)

    def matches(self, text: str) -> list[Match]:
        """Return the words of a text that match, in order; words that match in a row are one match."""
        found: list[Match] = []
        terms = self._analyser.analysed(text)
        rows = {first: (last, " ".join(stems)) for first, last, stems in self._in_a_row(terms)}
        past = 0
        for index, term in enumerate(terms):
            if index not in rows and not self._is_shown(term):  # most words
                continue
            names = [name for name in (term.stem, *term.parts) if name in self._shown]
            hits = self.asked.hits(text, terms, index) if names else ()
            if index >= past and (index in rows or names):
                last, best = rows.get(index) or (index + 1, max(names, key=self.weight))
                end, past = terms[last - 1].end, last
                if index in rows:
                    hits = (*self.asked.phrase(best, text[term.start : end]), *hits)
                found.append(Match(term.start, end, self.weight(best), best, self._shown[best], hits))
            elif hits:
                found[-1] = found[-1]._replace(hits=(*found[-1].hits, *hits))
        return found

    def weight(self, term: str) -> float:
        """Return how much a term tells."""
        return self._rarity.get(term, 0.0)

    def _is_shown(self, term: Term) -> bool:
        return term.stem in self._shown or (
            bool(term.parts) and not self._shown.keys().isdisjoint(term.parts)
        )

    def _in_a_row(self, terms: Sequence[Term]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield (first, one past the last, stems) where terms of a long form stand next to each other."""
        for first, term in enumerate(terms if self._phrases else ()):
            for stems in () if term.stop else self._phrases.get(term.stem, ()):
                telling = (place for place in range(first, len(terms)) if not terms[place].stop)
                places = list(islice(telling, len(stems)))
                if tuple(terms[place].stem for place in places) == stems:
                    yield first, places[-1] + 1, stems


def explain(matches: Sequence[Match]) -> tuple[str, ...]:
    """Return how the matches are told to a person, most telling first, each once."""
    return tuple(dict.fromkeys(match.shown for match in sorted(matches, key=lambda match: -match.weight)))
