"""Words of a query that the corpus does not know, and the words that were meant."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import simplemma

from beleidszoeker.index.base import LexicalIndex
from beleidszoeker.index.dutch import STOPWORDS, Term

_MOST = 8  # so many unknown words are looked up; each costs milliseconds in a large corpus
_LANGUAGES = ("nl", "en")


class Corrected(NamedTuple):
    """A word of the query and the word that was meant.

    Attributes:
        asked: The word as the query has it.
        meant: The folded word of the corpus.
        alike: Whether they are spellings of the same sound rather than an error.
    """

    asked: Term
    meant: str
    alike: bool


def corrections(lexical: LexicalIndex, words: str, terms: Sequence[Term]) -> Iterator[Corrected]:
    """Yield the words to be corrected with what they are corrected to.

    A word is left as it is when any passage holds it or a part of it, when it is a number, a reference, an
    abbreviation, or a word that a word list knows: that the corpus has nothing on it is an answer.

    Args:
        lexical: What the corpus knows.
        words: The query.
        terms: Its words that may be corrected.
    """
    shouted = words.isupper()
    unknown = (
        term
        for term in terms
        if (shouted or not _has_capitals(words[term.start : term.end]))
        and _is_unknown(lexical, term, words[term.start : term.end].lower())
    )
    for term in islice(unknown, _MOST):
        named = not shouted and is_name(words, term.start)
        found = lexical.speller.correct(term.word, name=named)
        if found is not None and found.word not in STOPWORDS:
            yield Corrected(term, found.word, found.distance == 0)


def _has_capitals(word: str) -> bool:
    return sum(char.isupper() for char in word) > 1


def _is_unknown(lexical: LexicalIndex, term: Term, spelled: str) -> bool:
    if term.stop or not term.word.isalpha() or any(map(lexical.holds, _telling(term))):
        return False
    return not any(simplemma.is_known(word, lang=_LANGUAGES) for word in (term.word, spelled))


def _telling(term: Term) -> tuple[str, ...]:
    """Return the terms that show a word to be known; not a stem that lost its beginning (*gemente*)."""
    return (term.stem, *term.parts) if term.stem[:2] == term.word[:2] else term.parts


def is_name(words: str, start: int) -> bool:
    """Tell whether a word has a capital that no beginning of a sentence explains."""
    before = words[:start].rstrip(" \t\n\"'‘’“”„(")
    return words[start].isupper() and bool(before) and before[-1] not in ".?!:;"
