"""*Laten we afspreken dat ik …*, *laat ik dat uitzoeken*, *dat laat ik u weten*: letting."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise, is_denied, is_open
from beleidszoeker.ingest.knowledge.commitments.readings.serving import answers, is_own_form, points
from beleidszoeker.ingest.knowledge.commitments.readings.turn import BY_LETTER, in_turn
from beleidszoeker.ingest.knowledge.commitments.readings.words import KAMER
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import SERVICE
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_EXAMINING = wordlist("""
    kijken onderzoeken uitzoeken nagaan uitwerken bekijken toetsen nakijken navragen checken doorrekenen
    narekenen uitrekenen verkennen inventariseren beoordelen evalueren
    """)
_TOGETHER = SERVICE.infinitives | {"doen", "voeren"}
_THAT = frozenset(("dat", "dit", "die", "deze"))
_AGREED = (["dat", "ik"], ["dat", "we"], ["dat", "wij"])
_SPURS = wordlist("aansporing aanmoediging opdracht steun ondersteuning stimulans")
_FEW, _NEAR = 3, 10


def read_letting(context: Context, clause: Clause) -> Promise | None:
    """*Ik laat hier nog naar kijken*, *laat dit nader onderzoeken*: *nog*, *nader* say it is to come."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    asked = answers(context, clause) and points(context, clause) and is_own_form(context, clause)
    own = clause.subject is not None and clause.subject.pronoun == "ik" and is_open(context, clause)
    own = own or asked
    later = {"nog", "nader", "alsnog"}.intersection(rest) or context.dated(clause)
    return (
        Promise(clause, clause.subject)
        if own and (later or asked) and (_EXAMINING.intersection(rest) or {"onderzoek", "doen"} <= set(rest))
        else None
    )


def read_knowing(context: Context, clause: Clause) -> Promise | None:
    """*Ik laat de Kamer dat weten*, *dat laat ik u voor de zomer weten*."""
    named = context.tokens.words[clause.start : clause.finite + _NEAR]
    told = KAMER.intersection(named) or "u" in named or context.dated(clause)
    own = answers(context, clause) and "weten" in named and not in_turn(named)
    return Promise(clause, clause.subject, informs=True) if own and told else None


def read_urging(context: Context, clause: Clause) -> Promise | None:
    """*Laten we afspreken dat ik …*, *laten we dat gesprek voeren*, *laat ik dat uitzoeken*."""
    words = context.tokens.words
    rest = words[clause.finite + 1 : clause.end]
    if context.voice is not Voice.DEBATE or rest[:1] not in (["we"], ["ik"], ["mij"]):
        return None
    if is_denied(context, clause):
        return None
    if "afspreken" in rest and words[clause.end : clause.end + 2] in _AGREED:
        return Promise(clause, clause.subject)
    acts = _TOGETHER.intersection(rest) or ("terugkomen" in rest and BY_LETTER.intersection(rest))
    pointed = _THAT.intersection(rest[:_FEW]) or BY_LETTER.intersection(rest)
    return Promise(clause, clause.subject) if acts and pointed and not in_turn(rest) else None


def read_spur(context: Context, clause: Clause) -> Promise | None:
    """*Ik zie de motie als een aansporing om dat te doen*: it is taken up."""
    rest = context.tokens.words[clause.finite + 1 :]
    taken = {"motie", "moties"}.intersection(rest) and "als" in rest and _SPURS.intersection(rest)
    own = taken and answers(context, clause) and "om" in rest and "te" in rest
    return Promise(clause, clause.subject) if own else None
