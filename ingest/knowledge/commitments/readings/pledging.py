"""*Zeg toe*, *kan toezeggen*, *beloof*, *dat is een toezegging*: a promise by its name."""

import re

from beleidszoeker.ingest.knowledge.commitments.clauses import COMPLEMENT, Clause, first_actor
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    is_denied,
    is_open,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_PLEDGING = frozenset(("toezeggen", "beloven"))
_STATES = frozenset(
    ("is", "zijn", "geldt", "gelden", "blijft", "blijven", "klopt", "bestaat", "staat", "hoort")
)
_MADE = re.compile(
    r"\b(?:bij dezen?|hierbij)\b.{0,20}\btoegezegd\b"
    r"|^(?:(?:ja|akkoord|prima|goed|dat is)\b,? ){0,2}(?:dan |nu |graag ){0,2}toegezegd\b"
    r"|\b(?:dat|dit) is (?:dus |dan |bij deze |bij dezen |hierbij |ook ){0,2}(?:een|mijn) toezegging\b"
    r"(?! (?:van|uit|die|dat))"
    r"|\b(?:die|deze|een|de) toezegging\b.{0,12}"
    r"\b(?:doe|doen|geef|geven|wil|kan|krijgt|zal) (?:ik|wij|we|u)\b"
    r"|\b(?:doe|geef|wil|kan|zal)\b.{0,40}\b(?:die|deze|een) toezegging\b"
)


def pledges_here(sentence: str) -> bool:
    """Tell whether words promise by being said, though they look back: *dat is bij dezen toegezegd*.

    >>> pledges_here("Dat is een toezegging."), pledges_here("De toezegging is gedaan.")
    (True, False)
    """
    return _MADE.search(re.sub(r"\s", " ", sentence).lower()) is not None


def read_pledged_here(context: Context, clause: Clause) -> Promise | None:
    """*Die toezegging doe ik*, *bij dezen toegezegd*, said in a debate."""
    said = context.tokens.joined(0, len(context.tokens))
    made = context.voice is Voice.DEBATE and is_open(context, clause) and _MADE.search(said)
    return Promise(clause, None) if made else None


def read_pledge(context: Context, clause: Clause) -> Promise | None:
    """*Ik zeg toe dat …*, *wij committeren ons aan …*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    word = context.tokens.words[clause.finite]
    if not clause.subject or not may_speak(context, clause.subject) or not is_open(context, clause):
        return None
    pledged = "toe" in rest and "toe te" not in " ".join(rest) if word in {"zeg", "zegt", "zeggen"} else True
    state = _tells_state(context, clause)
    return Promise(clause, clause.subject, informs=False) if pledged and not state else None


def read_pledging(context: Context, clause: Clause) -> Promise | None:
    """*kan ik toezeggen*, *wil ik graag beloven*, *zou graag toezeggen*, *durf toe te zeggen*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    own = clause.subject is not None and bool(clause.subject.pronoun)
    own = own and (is_open(context, clause) or _concedes(context, clause))
    named = _PLEDGING.intersection(rest) or "toe te zeggen" in " ".join(rest)
    if not own or not named or _tells_state(context, clause):
        return None
    return Promise(clause, clause.subject)


def _concedes(context: Context, clause: Clause) -> bool:
    """*Hoewel ik wel zou willen toezeggen om …* supposes nothing."""
    return clause.opened == "hoewel" and not is_denied(context, clause)


def _tells_state(context: Context, clause: Clause) -> bool:
    """*Toezeggen dat de regels gelden* says what is so: nobody acts in it, and no day is named."""
    words = context.tokens.words
    if clause.end >= len(words) or words[clause.end] not in COMPLEMENT:
        return False
    said = [word for word in words[clause.end + 1 :] if word[0].isalnum()]
    acts = first_actor(context.tokens, clause.end + 1, len(words))
    dated = any(term.start >= context.tokens.starts[clause.end] for term in context.terms)
    return not acts and not dated and bool(_STATES.intersection(said[-1:]))
