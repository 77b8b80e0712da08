"""*Ben voornemens*, *zeg toe*, *kan toezeggen*, *streef ernaar*, *blijf mij inzetten*."""

from beleidszoeker.ingest.knowledge.commitments.actors import REGION
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    informs_kamer,
    is_open,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.words import INFINITIVES, KAMER
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM
from beleidszoeker.ingest.knowledge.commitments.voices import Voice


def read_intention(context: Context, clause: Clause) -> Promise | None:
    """*Ik ben voornemens om …*, *we hebben de intentie om …*."""
    tokens = context.tokens
    rest = tokens.words[clause.finite + 1 : clause.finite + 9]
    if context.voice is Voice.GOVERNMENT and _own_intention(tokens, clause):
        return Promise(clause, None)
    if not clause.subject or not may_speak(context, clause.subject) or not is_open(context, clause):
        return None
    if (
        "voornemens" in rest
        or ("van" in rest and " van plan " in f" {' '.join(rest)} ")
        or {"intentie", "voornemen"} & set(rest)
    ):
        return Promise(clause, clause.subject, informs_kamer(context, clause))
    return None


def _own_intention(tokens: Tokens, clause: Clause) -> bool:
    """*Het voornemen is om …*, *Het is mijn voornemen om …*."""
    before = tokens.joined(clause.start, clause.finite)
    behind = tokens.joined(clause.finite + 1, clause.finite + 3)
    return before == "het voornemen" or behind in {"mijn voornemen", "ons voornemen", "het voornemen"}


def read_pledge(context: Context, clause: Clause) -> Promise | None:
    """*Ik zeg toe dat …*, *wij committeren ons aan …*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    word = context.tokens.words[clause.finite]
    if not clause.subject or not may_speak(context, clause.subject) or not is_open(context, clause):
        return None
    pledged = "toe" in rest if word in {"zeg", "zegt", "zeggen"} else True
    return Promise(clause, clause.subject, informs=False) if pledged else None


def read_ability(context: Context, clause: Clause) -> Promise | None:
    """*kan ik toezeggen*, *wil ik graag toezeggen*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    if clause.subject and clause.subject.pronoun and informs_kamer(context, clause) and context.dated(clause):
        return Promise(clause, clause.subject, informs=True) if is_open(context, clause) else None
    if clause.subject and clause.subject.pronoun and "toezeggen" in rest and "niet" not in rest:
        return Promise(clause, clause.subject)
    return None


def read_aim(context: Context, clause: Clause) -> Promise | None:
    """*streef ernaar uw Kamer in mei te informeren*, *hoop u in mei te berichten*."""
    if not clause.subject or (not clause.subject.pronoun and clause.subject.role == REGION):
        return None
    words = context.tokens.words[clause.start :]
    if not is_open(context, clause) or not (KAMER.intersection(words) or "u" in words):
        return None
    if "te" in words and any(word in INFORM.infinitives for word in words) and context.terms:
        return Promise(clause, clause.subject, informs=True)
    return None


def read_going_on(context: Context, clause: Clause) -> Promise | None:
    """*blijf ik mij inzetten*, *blijven we zoeken*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    if not clause.subject or not may_speak(context, clause.subject) or clause.opened:
        return None
    contact = {"contact", "gesprek", "overleg"} & set(rest)
    acts = [word for word in rest if word in INFINITIVES or word in {"inzetten", "doen"}]
    return Promise(clause, clause.subject) if contact or acts else None
