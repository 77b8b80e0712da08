"""The terms by which a query is looked for, and how each came from its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from beleidszoeker.index.base import Demand, LexicalQuery
from beleidszoeker.index.dutch import Analyser, Term
from beleidszoeker.index.terms import PART_WEIGHT, wanted_words


class How(StrEnum):
    """How a term came from a word of the query."""

    WORD = "word"
    PART = "part"
    ABBREVIATION = "abbreviation"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term that is looked for.

    Attributes:
        term: As the index knows it; never shown to a person.
        weight: How much it counts, 1 for a whole word.
        how: How it came from the query.
        asked: The word of the query that it comes from, in lower case.
        shown: How a match is told to a person: the word itself, its parts as ``net+capaciteit``, what an
            abbreviation stands for, or the word that was meant.
    """

    term: str
    weight: float
    how: How
    asked: str
    shown: str


_NONE = Wanted("", 0.0, How.PART, "", "")


def wanted_terms(analyser: Analyser, words: str) -> tuple[Wanted, ...]:
    """Return the terms that a query's words are looked for by, each once: a whole word before a part."""
    found: dict[str, Wanted] = {}
    for term in wanted_words(analyser, words):
        asked = words[term.start : term.end].lower()
        for part in term.parts:
            found.setdefault(
                part, Wanted(part, PART_WEIGHT, How.PART, asked, "+".join(_spelled(term, asked)))
            )
        if found.get(term.stem, _NONE).how is not How.WORD:
            found[term.stem] = Wanted(term.stem, 1.0, How.WORD, asked, asked)
    return tuple(found.values())


def as_lexical(wanted: Iterable[Wanted], demands: tuple[Demand, ...] = ()) -> LexicalQuery:
    """Return the query as the lexical index takes it."""
    return LexicalQuery(tuple((each.term, each.weight) for each in wanted), demands)


def _spelled(term: Term, asked: str) -> tuple[str, ...]:
    """Return a compound's pieces in the letters that were asked, accents included where they can be told."""
    if len(asked) != len(term.word):
        return term.pieces
    pieces, position = [], 0
    for piece in term.pieces:
        position = term.word.index(piece, position)
        pieces.append(asked[position : position + len(piece)])
        position += len(piece)
    return tuple(pieces)
