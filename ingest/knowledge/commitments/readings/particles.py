"""Verbs whose first part comes loose: *stelt … vast*."""

from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.clauses import PREPOSITIONS, Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM, ONCE, ONGOING

LEXICONS = (INFORM, ONCE, ONGOING)
_STEMS = frozenset(
    form
    for each in LEXICONS
    for form, verbs in each.finite.items()
    if any(verb.finite[0] == form for verb in verbs)
)
_GOES_ON = PREPOSITIONS | {"en", "te", "dat", "als"}


def verb_of(context: Context, clause: Clause) -> str | None:
    """Return the infinitive of a finite verb, with its particle where that stands in the clause."""
    words = context.tokens.words
    word, rest = words[clause.finite], words[clause.finite + 1 : clause.end]
    if joined := INFORM.joined.get(word):
        return joined.infinitive
    plain = None
    for lexicon in LEXICONS:
        for verb in lexicon.finite.get(word, ()):
            if verb.particle and is_loose(rest, verb.particle):
                return verb.infinitive
            if not verb.particle:
                plain = plain or verb.infinitive
    return plain


def is_plural_form(word: str) -> bool:
    """Whether a present form is of several: *werken*, and not *open* or *dien*, which are of *ik*."""
    return word.endswith("en") and word not in _STEMS


def is_loose(rest: Sequence[str], particle: str) -> bool:
    """Whether a particle stands by itself: *stelt … vast*, *zetten in op*, and not *in het najaar*."""
    for place, word in enumerate(rest):
        following = rest[place + 1] if place + 1 < len(rest) else "."
        if word == particle and (not following[0].isalnum() or following in _GOES_ON):
            return True
    return False
