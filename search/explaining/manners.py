"""How a word of a passage answers to a word of the query."""

from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.index.dutch import Term
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.search.explaining.typed import HYPHENS, letters, plain
from beleidszoeker.search.query import How
from beleidszoeker.search.result import Manner

AS_WANTED = {
    How.ABBREVIATION: Manner.ABBREVIATION,
    How.VARIANT: Manner.VARIANT,
    How.CORRECTION: Manner.CORRECTION,
    How.RELATED: Manner.RELATED,
}
"""What the query's reading already tells."""


class Hit(NamedTuple):
    """A word of the query that a word of the passage answers to.

    Attributes:
        asked: The word of the query, or the words that were taken together.
        manner: How it answers.
        found: The word of the passage as it stands there.
        term: The term that both share.
        whole: Whether the passage's word itself answers rather than a part of it.
        part: Whether it answers to a part only of the query's word.
    """

    asked: str
    manner: Manner
    found: str
    term: str
    whole: bool
    part: bool = False


class Source(NamedTuple):
    """Where a term comes from: a word of the query, or a part of it.

    Attributes:
        asked: The word in lower case.
        told: The word as it is told.
        how: How the term came from it.
        part: Whether the term is a part of it.
        single: Whether the term is the word's only part and its only piece: a number in another spelling.
    """

    asked: str
    told: str
    how: How
    part: bool = False
    single: bool = False


def hit_of(source: Source, name: str, text: str, terms: Sequence[Term], index: int) -> Hit | None:
    """Return how one term of a text answers to a source by the term that both share, or ``None``."""
    term = terms[index]
    whole, found = name == term.stem, text[term.start : term.end]
    if source.told.endswith("*"):
        manner = _of_prefix(plain(source.told[:-1]), term, found)
        begins = manner is Manner.PREFIX
        return Hit(source.told, manner, found, name, whole=begins) if manner else None
    if whole or not _is_hanging(text, term, name):
        manner = _manner(source, name, term, found)
        respelled = manner is Manner.VARIANT and source.how not in AS_WANTED
        return Hit(source.told, manner, found, name, whole or respelled, source.part and not respelled)
    found = text[term.start : _end_of_hanging(terms, index)]
    manner = AS_WANTED.get(source.how, Manner.COMPOUND if source.part else Manner.VARIANT)
    return Hit(source.told, manner, found, name, whole=True, part=source.part)


def _of_prefix(prefix: str, term: Term, found: str) -> Manner | None:
    if plain(found).startswith(prefix):
        return Manner.PREFIX
    return Manner.PART if any(piece.startswith(prefix) for piece in term.pieces) else None


def _manner(source: Source, name: str, term: Term, found: str) -> Manner:
    if source.how in AS_WANTED:
        return AS_WANTED[source.how]
    one, other = plain(source.asked), plain(found)
    if one == other:
        return Manner.EXACT
    if source.how is How.WORD and name == term.stem:
        return Manner.VARIANT if _is_respelled(one, other) else Manner.STEM
    if one in other:
        return Manner.PART
    alone = source.single if source.part else len(term.parts) == len(term.pieces) == 1
    if alone and any(map(str.isdigit, name)):  # twaalf and 12 are one number
        return Manner.VARIANT
    return Manner.COMPOUND if source.part else Manner.PART


def _is_respelled(one: str, other: str) -> bool:
    """Tell whether two words of one term are a number, date or reference, or differ in hyphens only."""
    return letters(one) == letters(other) or any(map(str.isdigit, one + other))


def _is_hanging(text: str, term: Term, name: str) -> bool:
    """Tell whether a part is not in the word: *energiebeleid* in *energie- en klimaatbeleid*."""
    after = text[term.end : term.end + 1]
    return after != "" and after in HYPHENS and name not in map(stem, (*term.pieces, *term.word.split("-")))


def _end_of_hanging(terms: Sequence[Term], index: int) -> int:
    return next((term.end for term in terms[index + 1 : index + 4] if not term.stop), terms[index].end)
