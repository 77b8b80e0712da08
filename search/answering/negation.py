"""Negations: none may be lost, none may be added, and each stays with what it denies."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from beleidszoeker.search.answering.said import Said
from beleidszoeker.search.answering.words import ABSOLUTE, FEW, NEGATIONS

NO_NEGATION = re.compile(r"\bniet (?:alleen|slechts|enkel|uitsluitend)\b|\bal dan niet\b", re.IGNORECASE)
"""What looks like one and is none."""
_FOCUS = 2


def lost_negation(sentence: Said, quote: Said) -> bool:
    """Tell whether the two deny differently: not as often, or not the same.

    Each negation of the sentence must stand with a word that one of the quote stands with; *weinig* and its
    like stay with the word behind them.
    """
    told, meant = list(_near(sentence, NEGATIONS)), list(_near(quote, NEGATIONS))
    if len(told) != len(meant) or set(sentence.words) & ABSOLUTE - set(quote.words):
        return True
    if any(not any(one & other for other in meant) for one in told):
        return True
    few, whole = _near(quote, FEW - set(sentence.words)), {term.stem for term in sentence.content}
    return any(near & whole for near in few)


def _near(said: Said, words: AbstractSet[str]) -> Iterator[frozenset[str]]:
    """Yield for each of these words the stems beside it in its clause: behind it, or else before it."""
    skipped = [match.span() for match in NO_NEGATION.finditer(said.text)]
    for token, word in zip(said.tokens, said.words, strict=True):
        if word not in words or any(start <= token.start < end for start, end in skipped):
            continue
        clause = next(one for one in said.clauses if one[0] <= token.start < one[1])
        terms = said.within(clause)
        behind = [term for term in terms if term.start > token.start][:_FOCUS]
        near = behind or [term for term in terms if term.start < token.start][-_FOCUS:]
        yield frozenset(stem for term in near for stem in (term.stem, *term.parts))
