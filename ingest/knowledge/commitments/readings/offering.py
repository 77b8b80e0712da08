"""*Dat wil ik graag doen*, *ik ben bereid om …*, *ik kan dat nagaan*: hedged, and yet a promise.

A letter that says *ik ben bereid* answers to *bent u bereid*; the rest is how ministers speak in a debate.
"""

from collections.abc import Sequence
from itertools import pairwise

from beleidszoeker.ingest.knowledge.commitments.actors import REGION, read_actor
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.acting import last_act
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    is_denied,
    is_open,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.hoping import GLADLY, LOOKING, is_asking
from beleidszoeker.ingest.knowledge.commitments.readings.serving import agrees, answers, points
from beleidszoeker.ingest.knowledge.commitments.readings.turn import BY_LETTER, in_turn
from beleidszoeker.ingest.knowledge.commitments.readings.words import INFINITIVES, KAMER, NOW
from beleidszoeker.ingest.knowledge.commitments.verbs import DISCOURSE, INFORM, NO_ACTS, SERVICE
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_INFORMING = INFORM.infinitives - {"delen", "doen", "melden", "ontvangen", "reageren"}
_NAMING = frozenset(("dat", "dit", "het"))
_CONDITIONS = frozenset(("als", "indien", "mocht", "wanneer", "zodra"))
_FINDING_OUT = frozenset(("nagaan", "uitzoeken", "navragen", "nakijken", "nazoeken", "checken"))
_TO_THAT = frozenset(("daartoe", "hiertoe", "daar", "toe"))
_I = frozenset(("ik", "we", "wij"))
_DONE = frozenset(("doen", "toezeggen"))
_WANTING = frozenset(("kan", "kunnen", "wil", "willen", "ga", "gaan", "zal", "zullen"))
_BEGINNING = frozenset(("beginnen", "starten"))
_NO_OFFERS = NO_ACTS | (DISCOURSE - {"bespreken"})


def read_willing(context: Context, clause: Clause) -> Promise | None:
    """*Dat wil ik graag doen*, *ik wil daar best naar kijken*, *als u dat vraagt, wil ik dat doen*."""
    if not answers(context, clause):
        return None
    words = context.tokens.words
    rest = words[clause.finite + 1 : clause.end]
    asked = clause.start > 0 and bool(_CONDITIONS.intersection(words[:1]))
    meant = asked or agrees(context) or bool(GLADLY.intersection(rest)) or context.dated(clause)
    begins = context.dated(clause) and _begins(context, clause, rest)
    serves = begins or (meant and _serves(context, clause, rest))
    return Promise(clause, clause.subject) if serves else None


def _begins(context: Context, clause: Clause, rest: Sequence[str]) -> bool:
    """*We willen in mei bijeenkomsten gaan houden*, *ik wil in mei met de telling beginnen*."""
    if in_turn(rest):
        return False
    begun = _BEGINNING.intersection(rest) and {"mee", "met"}.intersection(rest)
    return bool(begun) or ("gaan" in rest and last_act(context.tokens, clause))


def read_cleft(context: Context, clause: Clause) -> Promise | None:
    """*Wat ik wel kan doen, is de Kamer een brief sturen*."""
    words = context.tokens.words
    opens = words[: clause.finite]
    cleft = (
        words[:1] == ["wat"] and "niet" not in opens and words[clause.finite - 1] == "," and words[1] in _I
    )
    if context.voice is not Voice.DEBATE or not cleft or not _DONE.intersection(opens):
        return None
    said = words[clause.finite + 1 :]
    own = _WANTING.intersection(opens) and not in_turn(said) and not DISCOURSE.intersection(said)
    return Promise(clause, read_actor(context.tokens, 1)) if own and not is_denied(context, clause) else None


def read_can(context: Context, clause: Clause) -> Promise | None:
    """*Dat kan ik nagaan*, *dat kan ik u per brief laten weten*."""
    if not answers(context, clause) or clause.subject is None or clause.subject.pronoun != "ik":
        return None
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    if clause.opened == "dat" and context.dated(clause):
        rest = context.tokens.words[clause.start : clause.end]
    written = bool(BY_LETTER.intersection(rest)) and (points(context, clause) or context.dated(clause))
    pointed = points(context, clause) or {"motie", "overnemen"} <= set(rest)
    serves = pointed and _serves(context, clause, rest)
    return Promise(clause, clause.subject) if written or serves else None


def read_must(context: Context, clause: Clause) -> Promise | None:
    """*Dat moet ik nagaan*, *daar moet ik schriftelijk op terugkomen*."""
    if not answers(context, clause) or clause.subject is None or clause.subject.pronoun != "ik":
        return None
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    finds = bool(_FINDING_OUT.intersection(rest))
    back = "terugkomen" in rest and not in_turn(rest)
    return Promise(clause, clause.subject) if finds or back else None


def read_would(context: Context, clause: Clause) -> Promise | None:
    """*Ik zou daar best naar willen kijken*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    willing = answers(context, clause) and "willen" in rest and bool(GLADLY.intersection(rest))
    return Promise(clause, clause.subject) if willing and _serves(context, clause, rest) else None


def _serves(context: Context, clause: Clause, rest: Sequence[str]) -> bool:
    """Whether what one wants or can is an act for who asks, and not one of the turn itself."""
    if in_turn([word for word in rest if word != "motie"]) and not BY_LETTER.intersection(rest):
        return False
    looks = "kijken" in rest and (LOOKING.intersection(rest) or is_asking(context, clause))
    if looks or SERVICE.infinitives.intersection(rest):
        return True
    named = context.tokens.words[clause.start : clause.end]
    if "doen" in rest and _NAMING.intersection(named) and not DISCOURSE.intersection(rest):
        return not (INFINITIVES - {"doen"}).intersection(rest)
    if {"terug", "komen"}.issubset(rest) and context.dated(clause):
        return True
    told = BY_LETTER.intersection(rest) or KAMER.intersection(rest) or "u" in rest or context.dated(clause)
    return bool(told and _INFORMING.intersection(rest))


def read_ready(context: Context, clause: Clause) -> Promise | None:
    """*Ik ben bereid om dat te onderzoeken*, *daar ben ik toe bereid*."""
    words = context.tokens.words
    subject = clause.subject
    rest = words[clause.finite + 1 :]
    if subject is None or "bereid" not in rest or not may_speak(context, subject) or subject.role == REGION:
        return None
    if context.has(NOW, clause.start, clause.end):
        return None
    at = rest.index("bereid")
    near = rest[:at]
    denied = (
        rest[at + 1 : at + 2] == ["geweest"]
        or not is_open(context, clause)
        or clause.finite + at >= clause.end
    )
    acts = any(_is_act(word) for before, word in pairwise(rest[at:]) if before == "te")
    pointed = _TO_THAT.intersection([*words[clause.start : clause.finite], *near])
    return Promise(clause, subject) if not denied and (acts or pointed) else None


def _is_act(word: str) -> bool:
    return word.endswith("n") and word not in _NO_OFFERS
