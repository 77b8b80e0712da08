"""*Ik zal …*, *we gaan …*: the future."""

from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.actors import CABINET, Actor
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause, first_actor
from beleidszoeker.ingest.knowledge.commitments.readings.acting import last_act
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    describes_when,
    informs_kamer,
    is_denied,
    is_expected,
    is_open,
    joint_subject,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.documents import (
    LATER,
    document_tells,
    effort_goes,
    names_work,
)
from beleidszoeker.ingest.knowledge.commitments.readings.papers import sets_up
from beleidszoeker.ingest.knowledge.commitments.readings.passive import passive_of
from beleidszoeker.ingest.knowledge.commitments.readings.turn import in_turn, of_the_turn
from beleidszoeker.ingest.knowledge.commitments.readings.words import INFINITIVES, MODAL
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
    "gesprek aan",
    "in beeld",
    "in kaart",
    "om tafel",
    "om de tafel",
    "op bezoek",
    "op werkbezoek",
)
_GOING_ON = (" mee door ", " mee verder ", " daarmee door ", " daarmee verder ", " voort ")
_NEXT = ("met de heer", "met mevrouw", "met het lid", "met het volgende", "met de volgende")
"""Whom a speaker turns to after another."""
_ELSEWHERE = frozenset(("met", "ministerraad", "kabinet", "brussel"))
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
_STARTING = frozenset(("starten", "beginnen", "opengaan", "ingaan", "operationeel"))
_GUESSED = frozenset(("toenemende", "gemiddeld", "waarschijnlijk", "wellicht", "vermoedelijk", "automatisch"))
_LOOSE = frozenset(("aan", "achteraan", "na"))
"""What *ga* has at its end: *dat gesprek ga ik aan*, *dat ga ik na*."""
_NOUN = frozenset(("te", "het", "de", "deze", "die", "uw", "hun", "alle"))
_ASKING = frozenset(("of", "hoe", "wat", "welke", "waar", "in"))
_ONLY = frozenset(("alleen", "slechts", "enkel", "pas"))
_THAT = (["die"], ["de"], ["het"], ["dat"], ["deze"], ["mijn"])
_PLANS = ("plannen", "acties", "maatregelen", "stappen", "voorstellen")
_FEW = 4


def read_future(context: Context, clause: Clause) -> Promise | None:
    """*Ik zal … onderzoeken*, *zal worden uitgewerkt*, *zal in mei plaatsvinden*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    informs = informs_kamer(context, clause)
    only = context.tokens.word(clause.start) in _ONLY
    guessed = only or bool(_GUESSED.intersection(rest)) or (is_expected(context, clause) and not informs)
    passive = "worden" in context.tokens.words[clause.start : clause.end]
    described = passive and describes_when(context, clause)
    described = described or (passive and _own_plans(context, clause))
    if not (described or is_open(context, clause)) or _is_unsure(rest) or guessed:
        return None
    if passive:
        return passive_of(context, clause)
    if subject := _who(context, clause):
        acts = _acts(context, clause, subject, informs=informs)
        return Promise(clause, subject, informs) if acts else None
    if informs and not clause.noun_first:
        return Promise(clause, None, informs=True)
    comes = (
        _happens(rest)
        or _work_starts(context, clause)
        or document_tells(context, clause)
        or effort_goes(context, clause)
    )
    return Promise(clause, None) if comes and context.speaks_for_itself else None


def _is_unsure(rest: Sequence[str]) -> bool:
    """Whether a future is only possible or needed; *om te kunnen*, *naar beste kunnen* say nothing of it."""
    return any(
        word in _UNSURE and (not at or rest[at - 1] not in {"te", "beste"}) for at, word in enumerate(rest)
    )


def _own_plans(context: Context, clause: Clause) -> bool:
    """*We maken plannen die zullen worden uitgevoerd*: what the speaker makes, and will be done."""
    words = context.tokens.words
    opens = clause.opened == "die" and words[clause.start - 2].endswith(_PLANS)
    actor = first_actor(context.tokens, 0, clause.start) if opens else None
    return actor is not None and bool(actor.pronoun) and not is_denied(context, clause)


def _who(context: Context, clause: Clause) -> Actor | None:
    """Who binds itself, alone or together with others."""
    if clause.subject and may_speak(context, clause.subject):
        return clause.subject
    together = context.tokens.words[clause.finite] in {"zullen", "gaan"}
    return joint_subject(context, clause) if together and context.speaks_for_itself else None


def _acts(context: Context, clause: Clause, subject: Actor, *, informs: bool) -> bool:
    """Whether what somebody *zal* is an act: more than to undergo it, or to say it in this very text."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    if context.voice is Voice.DEBATE and of_the_turn(context, clause):
        return False
    verbs = [word for word in rest if word in _VERBS]
    resumed = set(verbs) <= {"kunnen"} and _resumed(context, clause)
    alone = not verbs and (subject.pronoun == "ik" or (subject.role == CABINET and not subject.pronoun))
    if resumed or alone or _leads_in(context, clause, rest):
        return True
    acts = [word for word in verbs if word not in NO_ACTS]
    spoken_with = "bespreken" in acts and bool(_ELSEWHERE.intersection(rest))
    if not acts:
        return last_act(context.tokens, clause)
    if not subject.pronoun or acts[0] not in DISCOURSE or spoken_with:
        return True
    return informs or context.dated(clause) or _in_a_later_text(context, clause)


def _resumed(context: Context, clause: Clause) -> bool:
    """Whether the verb follows a clause that breaks in: *zal, met de bruggen waar u om vroeg, komen tot*."""
    words = context.tokens.words
    return any(
        words[at] in INFINITIVES and words[at] not in NO_ACTS and words[at - 1] == ","
        for at in range(clause.end + 1, len(words))
    )


def _in_a_later_text(context: Context, clause: Clause) -> bool:
    """*In die aanpak zullen we … schetsen*: an author tells what another document will say."""
    words = context.tokens.words
    opens = words[clause.start : clause.start + 2]
    named = words[clause.start + 2 : clause.start + _FEW]
    return opens[:1] == ["in"] and opens[1:] in _THAT and any(word.endswith(LATER) for word in named)


def _happens(rest: Sequence[str]) -> bool:
    """*zal plaatsvinden*, *zal er een loket komen*, *zullen een plek krijgen*."""
    joined = " ".join(rest)
    coming = "komen" in rest and "er" in rest[:2]
    return coming or bool(_HAPPENING.intersection(rest)) or any(phrase in joined for phrase in _PHRASES)


def _work_starts(context: Context, clause: Clause) -> bool:
    """*De campagne zal dit jaar starten*: what the government sets up, with its term."""
    words = context.tokens.words[clause.start : clause.end]
    return (
        context.dated(clause)
        and bool(_STARTING.intersection(words))
        and (names_work(words) or sets_up(words))
    )


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
    turn = context.voice is Voice.DEBATE and of_the_turn(context, clause)
    if governed or turn or _is_unsure(rest):
        return None
    going = _leads_in(context, clause, rest) or _going_to(context, clause, rest) or _does(rest)
    going = going or ("beginnen" in rest and context.dated(clause) and bool({"mee", "met"} & set(rest)))
    going = going or ("naar" not in rest[:2] and last_act(context.tokens, clause))
    return Promise(clause, subject, informs_kamer(context, clause)) if going else None


def _going_to(context: Context, clause: Clause, rest: Sequence[str]) -> bool:
    joined = f" {' '.join(rest)} "
    if context.voice is Voice.DEBATE and any(turn in joined for turn in _NEXT):
        return False
    later = " in op " in joined and context.dated(clause)
    later = later or (any(on in joined for on in _GOING_ON) and not in_turn(rest))
    verified = "na" in rest and context.tokens.word(clause.finite + 2 + rest.index("na")) in _ASKING
    loose = (place for place, word in enumerate(rest) if word in _LOOSE)
    begun = any(not "".join(rest[place + 1 : place + 2]).isalnum() for place in loose)
    return later or verified or begun or any(f" {phrase} " in joined for phrase in _GOING_TO)


def _does(rest: Sequence[str]) -> bool:
    """Whether an act follows: no noun such as *het onderzoeken*, and none behind *te*."""
    return any(
        word in INFINITIVES
        and (word not in DISCOURSE or (word == "bespreken" and "met" in rest))
        and (not place or rest[place - 1] not in _NOUN)
        for place, word in enumerate(rest)
    )
