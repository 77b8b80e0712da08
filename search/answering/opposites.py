"""Opposites: *stijgen* for *dalen*, *onvoldoende* for *voldoende*."""

from beleidszoeker.search.answering.said import Said
from beleidszoeker.search.answering.words import OPPOSITES

_SHORTEST = 5  # *ons* is not the opposite of *s*


def is_opposite(sentence: Said, quote: Said) -> bool:
    """Tell whether the sentence has a word of which the quote has the opposite, and not the word itself."""
    ours, theirs = _words(sentence), _words(quote)
    new, left = ours - theirs, theirs - ours
    pairs = ((one, other) for pair in OPPOSITES for one, other in (pair, pair[::-1]))
    if any(one in new and other in theirs for one, other in pairs):
        return True
    return any(_turned(word, theirs) for word in new) or any(_turned(word, ours) for word in left)


def _turned(word: str, others: frozenset[str]) -> bool:
    """Tell whether others have the word that this one denies by its first letters: *onveilig*, *veilig*."""
    return word.startswith("on") and len(word) >= _SHORTEST and word[2:] in others


def _words(said: Said) -> frozenset[str]:
    return frozenset((*(term.stem for term in said.terms), *said.words))
