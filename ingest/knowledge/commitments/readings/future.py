"""*Ik zal …*, *we gaan …*: the future."""

from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.actors import CABINET, Actor
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    describes_when,
    informs_kamer,
    is_expected,
    is_open,
    joint_subject,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.passive import passive_of
from beleidszoeker.ingest.knowledge.commitments.readings.words import INFINITIVES, MODAL
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import DISCOURSE, NO_ACTS
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_UNSURE = frozenset(("moeten", "kunnen", "hoeven", "mogen", "blijken", "willen"))
_GOING_TO = (
    "in gesprek",
    "in overleg",
    "aan de slag",
    "op zoek",
    "door met",
    "verder met",
    "in beeld",
    "in kaart",
)
_VERBS = INFINITIVES | NO_ACTS | DISCOURSE | {"inzetten", "gaan"}
_HAPPENING = frozenset(("plaatsvinden", "verschijnen", "gebeuren"))
_PHRASES = (
    "plek krijgen",
    "van start gaan",
    "in werking treden",
    "gereed komen",
    "beschikbaar komen",
    "onderdeel zijn",
    "onderdeel uitmaken",
    "deel uitmaken",
    "onderdeel worden",
    "gereed zijn",
    "klaar zijn",
    "beschikbaar zijn",
    "in consultatie gaan",
)
_GUESSED = frozenset(("toenemende", "gemiddeld", "waarschijnlijk", "wellicht", "vermoedelijk", "automatisch"))
_TURN = wordlist("""
    vragen vraag motie moties oordeel zeggen ingaan beantwoorden langs eerst rekening blokje blokjes
    vertellen afronden proberen lopen doorlopen
    """)
_NOUN = frozenset(("te", "het", "de", "deze", "die", "uw", "hun", "alle"))
_ASKING = frozenset(("of", "hoe", "wat", "welke", "waar", "in"))
_FEW = 4
_NEAR = 12


def read_future(context: Context, clause: Clause) -> Promise | None:
    """*Ik zal … onderzoeken*, *zal worden uitgewerkt*, *zal in mei plaatsvinden*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    informs = informs_kamer(context, clause)
    guessed = bool(_GUESSED.intersection(rest)) or (is_expected(context, clause) and not informs)
    passive = "worden" in context.tokens.words[clause.start : clause.end]
    described = passive and describes_when(context, clause)
    if not (described or is_open(context, clause)) or _UNSURE.intersection(rest) or guessed:
        return None
    if passive:
        return passive_of(context, clause)
    if subject := _who(context, clause):
        acts = _acts(context, clause, subject, informs=informs)
        return Promise(clause, subject, informs) if acts else None
    if informs and not clause.noun_first:
        return Promise(clause, None, informs=True)
    return Promise(clause, None) if _happens(rest) and context.speaks_for_itself else None


def _who(context: Context, clause: Clause) -> Actor | None:
    """Who binds itself, alone or together with others."""
    if clause.subject and may_speak(context, clause.subject):
        return clause.subject
    together = context.tokens.words[clause.finite] in {"zullen", "gaan"}
    return joint_subject(context, clause) if together and context.speaks_for_itself else None


def _acts(context: Context, clause: Clause, subject: Actor, *, informs: bool) -> bool:
    """Whether what somebody *zal* is an act: more than to undergo it, or to say it in this very text."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    if context.voice is Voice.DEBATE and _of_the_turn(context, clause):
        return False
    if _leads_in(context, clause, rest):
        return True
    verbs = [word for word in rest if word in _VERBS]
    if not verbs:
        return subject.pronoun == "ik" or (subject.role == CABINET and not subject.pronoun)
    acts = [word for word in verbs if word not in NO_ACTS]
    spoken_with = "bespreken" in acts and "met" in rest
    if not acts or not subject.pronoun or acts[0] not in DISCOURSE or spoken_with:
        return bool(acts)
    return informs or context.dated(clause)


def _happens(rest: Sequence[str]) -> bool:
    """*zal plaatsvinden*, *zal er een loket komen*, *zullen een plek krijgen*."""
    joined = " ".join(rest)
    coming = "komen" in rest and "er" in rest[:2]
    return coming or bool(_HAPPENING.intersection(rest)) or any(phrase in joined for phrase in _PHRASES)


def _of_the_turn(context: Context, clause: Clause) -> bool:
    """Whether a speaker tells what comes next in the turn itself, or leaves a motion to the House."""
    return context.has(_TURN, clause.finite + 1, clause.finite + _NEAR) and not informs_kamer(context, clause)


def _leads_in(context: Context, clause: Clause, rest: Sequence[str]) -> bool:
    """*Het kabinet zal:* what it will do stands in the list below."""
    return (
        len(rest) < _FEW and clause.end == len(context.tokens) - 1 and context.tokens.word(clause.end) == ":"
    )


def read_going(context: Context, clause: Clause) -> Promise | None:
    """*We gaan … onderzoeken*, *ik ga in gesprek met …*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    subject = _who(context, clause)
    if not is_open(context, clause) or subject is None:
        return None
    governed = context.has(MODAL | {"willen"}, clause.start, clause.finite) or "ervan" in rest
    turn = context.voice is Voice.DEBATE and _of_the_turn(context, clause)
    if governed or turn or _UNSURE.intersection(rest):
        return None
    going = _leads_in(context, clause, rest) or _going_to(context, clause, rest) or _does(rest)
    return Promise(clause, subject, informs_kamer(context, clause)) if going else None


def _going_to(context: Context, clause: Clause, rest: Sequence[str]) -> bool:
    joined = f" {' '.join(rest)} "
    later = " in op " in joined and context.dated(clause)
    verified = "na" in rest and context.tokens.word(clause.finite + 2 + rest.index("na")) in _ASKING
    return later or verified or any(f" {phrase} " in joined for phrase in _GOING_TO)


def _does(rest: Sequence[str]) -> bool:
    """Whether an act follows: no noun such as *het onderzoeken*, and none behind *te*."""
    return any(
        word in INFINITIVES
        and (word not in DISCOURSE or (word == "bespreken" and "met" in rest))
        and (not place or rest[place - 1] not in _NOUN)
        for place, word in enumerate(rest)
    )
