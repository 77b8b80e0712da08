"""The words of a query, and which of them a word of a passage answers to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from beleidszoeker.index.dutch import Analyser, Term, fold
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.search.explaining.manners import AS_WANTED, Hit, Source, hit_of
from beleidszoeker.search.explaining.typed import HYPHENS, Typed
from beleidszoeker.search.query import How, Wanted
from beleidszoeker.search.result import Manner

_MANNERS = list(Manner)
_IN_PIECES = (How.VARIANT, How.CORRECTION)
"""What is meant is told in pieces where it is a compound; elsewhere a plus is its own: *SDE++*."""


class AskedWords:
    """The words of one query as a person typed them, each with the terms that it is looked for by.

    Args:
        analyser: The index' own.
        wanted: The terms that are looked for.
        typed: The query as it was typed; without it words are told in lower case.
    """

    def __init__(self, analyser: Analyser, wanted: Iterable[Wanted], typed: str = "") -> None:
        wanted = tuple(wanted)
        self._typed = Typed(typed)
        self._told: dict[str, str] = {}
        self._pieces: dict[str, frozenset[str]] = {}
        self._instead_of: dict[str, set[str]] = defaultdict(set)
        self._sources: dict[str, list[Source]] = defaultdict(list)
        self._own: dict[str, set[str]] = defaultdict(set)
        known = {each.term for each in wanted}
        for each in wanted:
            self._add(each)
        for each in wanted:
            if each.how is How.WORD:
                self._analyse(analyser, each.asked, known)
        in_order = sorted(dict.fromkeys(self._told.values()), key=self._typed.place)
        self._places = {told: place for place, told in enumerate(in_order)}

    @property
    def words(self) -> list[str]:
        """The words, as they are told, in the query's order."""
        return sorted({self._told[asked] for asked in self._own}, key=self.place)

    def place(self, asked: str) -> int:
        """Return the place of a word in the query, as it is told."""
        return self._places[asked]

    def replaced(self, found: Iterable[Hit]) -> set[str]:
        """Return the words that a passage need not hold, as it holds what stands for them."""
        terms = {term for hit in found for term in self._instead_of.get(hit.term, ())}
        return {self._told[asked] for asked, own in self._own.items() if own & terms}

    def is_complete(self, asked: str, terms: set[str]) -> bool:
        """Tell whether these terms are all parts of a word of the query."""
        joined = frozenset(stem(fold(part)) for part in re.split(f"[{HYPHENS}]", asked) if part)
        return any(parts <= terms for parts in (self._pieces.get(asked.lower(), joined), joined) if parts)

    def hits(self, text: str, terms: Sequence[Term], index: int) -> tuple[Hit, ...]:
        """Return the words of the query that one term of a text answers to, each in the nearest manner."""
        term = terms[index]
        hits = [
            hit
            for name in dict.fromkeys((term.stem, *term.parts))
            for source in self._sources.get(name, ())
            if (hit := hit_of(source, name, text, terms, index))
        ]
        best: dict[str, Manner] = {}
        for hit in hits:
            best[hit.asked] = min(best.get(hit.asked, hit.manner), hit.manner, key=_MANNERS.index)
        return tuple(hit for hit in hits if hit.manner is best[hit.asked])

    def phrase(self, term: str, found: str) -> Iterator[Hit]:
        """Yield the words of the query that a phrase stands for."""
        for source in self._sources.get(term, ()):
            yield Hit(source.told, AS_WANTED.get(source.how, Manner.EXACT), found, term, whole=True)

    def _add(self, each: Wanted) -> None:
        told = self._told.setdefault(each.asked, self._typed.spelled(each.asked))
        part = each.how is How.PART or (each.how in _IN_PIECES and "+" in each.shown)
        if part:
            self._pieces[each.asked] = frozenset(stem(fold(piece)) for piece in each.shown.split("+"))
        self._sources[each.term].append(Source(each.asked, told, each.how, part))
        self._instead_of[each.term].update(each.instead_of)
        if not each.instead_of and each.how is not How.PART:
            self._own[each.asked].add(each.term)

    def _analyse(self, analyser: Analyser, asked: str, known: set[str]) -> None:
        """Learn the parts of a word, those among them that are words of the query themselves."""
        terms = list(analyser.terms(asked))
        self._pieces[asked] = frozenset(stem(piece) for term in terms for piece in term.pieces)
        single = len(terms) == 1 and len(terms[0].parts) == len(terms[0].pieces) == 1
        for part in dict.fromkeys(part for term in terms for part in term.parts):
            others = [source for source in self._sources[part] if source.asked != asked]
            if part in known and part not in self._own[asked]:
                self._sources[part] = [
                    *others,
                    Source(asked, self._told[asked], How.PART, part=True, single=single),
                ]
