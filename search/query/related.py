"""What a query is looked for by besides: the words that documents write for what it says.

Whoever types *lawaai* wants passages on *geluidhinder*, and a small model does not know that they are the
same. So the wordings of the thesaurus that the corpus holds are looked for too, for less than the query's own
words, and are said to the model beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from math import inf, log
from typing import NamedTuple

from beleidszoeker.index.base import LexicalIndex
from beleidszoeker.index.dutch import Term
from beleidszoeker.index.postings import spelled_words
from beleidszoeker.search.query.corrections import is_name
from beleidszoeker.search.query.thesaurus import shipped
from beleidszoeker.search.query.wanted import How, Wanted

COMMON_WEIGHT, RARE_WEIGHT = 0.15, 0.7
"""Weight of another wording, of 1 for a word of the query: where documents use that word themselves, and
where they hardly do, so that the other wording is the one to find; measured, see docs/retrieval.md."""

_RARE = log(150)  # at most one in so many passages holds it
_SELDOM = log(20)  # a word that more of them hold the model meets often enough by itself
_MOST = 8
_SAID = 2
_SHORT = 8  # telling words; a longer query tells by itself what it is about


class Related(NamedTuple):
    """What the thesaurus adds to a query.

    Attributes:
        wanted: What is looked for by words.
        said: What is said to the model besides, the likeliest wordings of each word.
    """

    wanted: tuple[Wanted, ...] = ()
    said: tuple[str, ...] = ()

    def beside(self, words: str) -> str:
        """Return a query with what is said besides."""
        return f"{words} ({', '.join(self.said)})" if self.said else words


def related(lexical: LexicalIndex, words: str, *, literal: frozenset[str] = frozenset()) -> Related:
    """Return what the thesaurus adds to a query.

    Args:
        lexical: What the corpus knows: only what it holds is looked for.
        words: The query.
        literal: Folded words that are meant as they are spelled, or not wanted at all.
    """
    terms = list(lexical.analyser.terms(words))
    names = [_is_name(words, term) for term in terms]
    wanted: dict[str, Wanted] = {}
    said: list[str] = []
    for found in shipped().find(terms, names):
        taken = terms[found.first : found.last]
        if all(term.stop for term in taken) or not literal.isdisjoint(term.word for term in taken):
            continue
        if found.piece and lexical.holds(taken[0].stem):
            continue  # documents have the compound itself: a *geldstroom* is no electricity
        others = [other for other in found.others if literal.isdisjoint(spelled_words(other))]
        held = list(islice((other for other in others if _is_held(lexical, other)), _MOST))
        rarest = _rarest(lexical, taken)
        if rarest >= _SELDOM:
            said += held[:_SAID] or others[:1]
        weight = RARE_WEIGHT if rarest >= _RARE else COMMON_WEIGHT
        for other in filter(partial(_can_be_found, lexical), held):
            _add(wanted, _wanted(lexical, other, words, taken, weight))
    short = sum(not term.stop for term in terms) <= _SHORT
    return Related(tuple(wanted.values()), tuple(dict.fromkeys(said)) if short else ())


def _add(wanted: dict[str, Wanted], each: Wanted) -> None:
    """Add another wording; one that stands for several words of the query stands for all of them."""
    first = wanted.setdefault(each.term, each)
    instead_of = tuple(dict.fromkeys((*first.instead_of, *each.instead_of)))
    wanted[each.term] = replace(first, instead_of=instead_of, weight=max(first.weight, each.weight))


def _is_name(words: str, term: Term) -> bool:
    """Tell whether a word is a name by its capital; an abbreviation has nothing but capitals."""
    return is_name(words, term.start) and not words[term.start : term.end].isupper()


def _telling(lexical: LexicalIndex, wording: str) -> Iterator[Term]:
    return (term for term in lexical.analyser.terms(wording) if not term.stop)


def _is_held(lexical: LexicalIndex, wording: str) -> bool:
    stems = [term.stem for term in _telling(lexical, wording)]
    return bool(stems) and all(map(lexical.holds, stems))


def _rarest(lexical: LexicalIndex, taken: Sequence[Term]) -> float:
    """Return the rarity of the rarest of these words; without end where no passage holds it."""
    stems = [term.stem for term in taken]
    return max(map(lexical.rarity, stems)) if all(map(lexical.holds, stems)) else inf


def _can_be_found(lexical: LexicalIndex, wording: str) -> bool:
    """Tell whether the index can look for a wording: of *zonder werk* it would look for *werk* alone."""
    return len(spelled_words(wording)) == 1 or len(list(_telling(lexical, wording))) > 1


def _wanted(lexical: LexicalIndex, other: str, words: str, taken: Sequence[Term], weight: float) -> Wanted:
    stems = [term.stem for term in _telling(lexical, other)]
    return Wanted(
        term=" ".join(stems),
        weight=weight,
        how=How.RELATED,
        asked=words[taken[0].start : taken[-1].end].lower(),
        shown=other,
        phrase=spelled_words(other) if len(stems) > 1 else (),
        instead_of=tuple(dict.fromkeys(name for term in taken for name in (term.stem, *term.parts))),
    )
