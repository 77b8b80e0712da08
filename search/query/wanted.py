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
    VARIANT = "variant"
    CORRECTION = "correction"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term that is looked for.

    Attributes:
        term: As the index knows it; never shown to a person. Of words that must stand next to each other
            their terms without stop words, with spaces between.
        weight: How much it counts, 1 for a whole word.
        how: How it came from the query.
        asked: The words of the query that it comes from, in lower case.
        shown: How a match is told to a person: the word itself, its parts as ``net+capaciteit``, what an
            abbreviation stands for as ``MIEK = Meerjarenprogramma …``, the word that was meant, or another
            wording of it.
        phrase: The folded words that must stand next to each other; empty for a single term.
        instead_of: Terms of the query that a passage need not hold when it holds this one.
    """

    term: str
    weight: float
    how: How
    asked: str
    shown: str
    phrase: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()


_NONE = Wanted("", 0.0, How.PART, "", "")


def wanted_terms(analyser: Analyser, words: str) -> tuple[Wanted, ...]:
    """Return the terms that a query's words are looked for by, each once: a whole word before a part."""
    found: dict[str, Wanted] = {}
    for term in wanted_words(analyser, words):
        asked = words[term.start : term.end].lower()
        for each in (*parts_of(term, asked), Wanted(term.stem, 1.0, How.WORD, asked, asked)):
            if found.get(each.term, _NONE).how is not How.WORD:
                found[each.term] = each if each.how is How.WORD else found.get(each.term, each)
    return tuple(found.values())


def parts_of(term: Term, asked: str) -> tuple[Wanted, ...]:
    """Return the parts of a compound, told in the letters that were asked.

    An amount has none that are looked for: *2 miljoen* is not a little like *125 miljoen*.
    """
    if not term.stem.strip("0123456789.,%"):
        return ()
    shown = "+".join(_spelled(term, asked))
    return tuple(Wanted(part, PART_WEIGHT, How.PART, asked, shown) for part in term.parts)


def as_lexical(wanted: Iterable[Wanted], demands: tuple[Demand, ...] = ()) -> LexicalQuery:
    """Return the query as the lexical index takes it."""
    wanted = tuple(wanted)
    return LexicalQuery(
        tuple((each.term, each.weight) for each in wanted if not each.phrase),
        demands,
        tuple((each.phrase, each.weight) for each in wanted if each.phrase),
    )


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
