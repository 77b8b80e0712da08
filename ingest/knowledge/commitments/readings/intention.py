"""*Ben voornemens*, *streef ernaar*, *blijf mij inzetten*."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.acting import last_act
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    informs_kamer,
    is_open,
    is_plural,
    may_speak,
    to_do,
)
from beleidszoeker.ingest.knowledge.commitments.readings.documents import names_work
from beleidszoeker.ingest.knowledge.commitments.readings.turn import of_the_turn
from beleidszoeker.ingest.knowledge.commitments.readings.words import DEFINITE, INFINITIVES, KAMER
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM, NO_ACTS
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_AIMS = frozenset(
    (
        *("het streven", "de bedoeling", "de planning", "de inzet", "het plan"),
        *("mijn streven", "ons streven", "ons plan", "mijn plan", "mijn inzet", "mijn bedoeling"),
    )
)
_OF_CABINET = (["van", "het", "kabinet", "om"], ["van", "de", "regering", "om"])
_TO_KAMER = INFORM.infinitives | {"komen"}
_INTENDING = frozenset(("voornemens", "voornemen", "intentie"))
_SELF = frozenset(("mij", "me", "ons", "zich"))
_AGREED = frozenset(("afgesproken", "toegezegd", "aangekondigd"))
_ANNOUNCED, _BEFORE = frozenset(("aangekondigd", "beloofd")), frozenset(("al", "eerder", "reeds"))


def read_intention(context: Context, clause: Clause) -> Promise | None:
    """*Ik ben voornemens om …*, *we hebben de intentie om …*."""
    tokens = context.tokens
    rest = tokens.words[clause.finite + 1 : clause.finite + 9]
    if context.voice is Voice.GOVERNMENT and _own_intention(tokens, clause):
        return Promise(clause, None)
    if (context.speaks_for_itself or context.voice is Voice.DEBATE) and _own_aim(context, clause):
        return Promise(clause, None)
    if not clause.subject or not may_speak(context, clause.subject):
        return None
    if _announced(context, clause) or _agreed_before(context, clause):
        return Promise(clause, clause.subject, agreed=True)
    planned = " van plan " in f" {' '.join(rest)} " or bool(_INTENDING.intersection(rest))
    planned = planned or ("voorgenomen" in rest and bool(_SELF.intersection(rest)) and "om" in rest)
    if not planned or not is_open(context, clause):
        return None
    return Promise(clause, clause.subject, informs_kamer(context, clause))


def _announced(context: Context, clause: Clause) -> bool:
    """*Dat heb ik al aangekondigd*, said in a debate: the earlier promise itself."""
    words = context.tokens.words[clause.start :]
    own = clause.subject is not None and bool(clause.subject.pronoun) and context.voice is Voice.DEBATE
    return own and bool(_ANNOUNCED.intersection(words)) and bool(_BEFORE.intersection(words))


def _agreed_before(context: Context, clause: Clause) -> bool:
    """*We hebben afgesproken om te komen tot …*."""
    words = context.tokens.words[clause.finite + 1 :]
    at = next((place for place, word in enumerate(words) if word in _AGREED), None)
    pronoun = clause.subject is not None and bool(clause.subject.pronoun)
    if at is None or not pronoun or not is_open(context, clause):
        return False
    said = words[at + 1 :]
    if said[:2] == ["dat", "er"]:  # *dat er een telling komt*
        return bool({"komt", "komen"}.intersection(said)) and not {"geen", "niet", "nooit"}.intersection(said)
    if said[:1] != ["om"]:
        return False
    return any(verb.endswith("n") and verb not in NO_ACTS for verb in to_do(words[at:]))


def _own_intention(tokens: Tokens, clause: Clause) -> bool:
    """*Het voornemen is om …*, *Het is mijn voornemen om …*."""
    before = tokens.joined(clause.start, clause.finite)
    behind = tokens.joined(clause.finite + 1, clause.finite + 3)
    return before == "het voornemen" or behind in {"mijn voornemen", "ons voornemen", "het voornemen"}


def _own_aim(context: Context, clause: Clause) -> bool:
    """*Het streven is om in 2026 … te publiceren*: a definite act with its term."""
    tokens = context.tokens
    before = tokens.joined(clause.start, clause.finite)
    behind = tokens.joined(clause.finite + 1, clause.finite + 3)
    if (
        not {before, behind} & _AIMS
        or not is_open(context, clause)
        or not ("om" in tokens.words[clause.finite :] or names_work(tokens.words))
    ):
        return False
    dated = any(not term.recurring for term in context.terms)
    acts = set(to_do(tokens.words[clause.finite :]))
    comes = "komen" in acts and "met" in tokens.words[clause.finite :]
    return dated and (comes or bool(DEFINITE.intersection(acts)))


def read_noun(context: Context, clause: Clause) -> Promise | None:
    """*het voornemen om de Kamer te informeren*, wherever it stands in a sentence."""
    words = context.tokens.words[clause.finite + 1 :]
    own = context.speaks_for_itself or context.voice is Voice.DEBATE
    aims = words[:1] == ["om"] or words[:4] in _OF_CABINET
    if not aims or not KAMER.intersection(words) or not own:
        return None
    return Promise(clause, None, informs=True) if _TO_KAMER.intersection(to_do(words)) else None


def read_forced(context: Context, clause: Clause) -> Promise | None:
    """*Ik zie mij genoodzaakt om dit vast te leggen*."""
    words = context.tokens.words[clause.finite + 1 :]
    own = clause.subject is not None and bool(clause.subject.pronoun) and is_open(context, clause)
    acts = any(verb in INFINITIVES and verb not in NO_ACTS for verb in to_do(words))
    return Promise(clause, clause.subject) if own and "genoodzaakt" in words and acts else None


def read_ability(context: Context, clause: Clause) -> Promise | None:
    """*Ik kan uw Kamer in mei informeren*, *uw Kamer kan de reactie in mei verwachten*."""
    if _may_expect(context, clause):
        return Promise(clause, None, informs=True)
    if clause.subject and clause.subject.pronoun and informs_kamer(context, clause) and context.dated(clause):
        return Promise(clause, clause.subject, informs=True) if is_open(context, clause) else None
    return None


def _may_expect(context: Context, clause: Clause) -> bool:
    """*Uw Kamer kan de reactie voor de zomer verwachten*."""
    named = context.tokens.words[clause.start : clause.end]
    waits = {"verwachten", "tegemoetzien"}.intersection(named) or "tegemoet zien" in " ".join(named)
    kamer = KAMER.intersection(named) or "u" in named
    return bool(waits and kamer) and context.dated(clause) and is_open(context, clause)


def read_going_on(context: Context, clause: Clause) -> Promise | None:
    """*blijf ik mij inzetten*, *blijven we zoeken*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    if not clause.subject or not may_speak(context, clause.subject) or clause.opened:
        return None
    infinitive = context.tokens.words[clause.finite] == "blijven" and not is_plural(
        clause.subject, context.tokens
    )
    if infinitive or "nederland" in context.tokens.words[clause.subject.first : clause.subject.end]:
        return None
    if "inzetten" in rest and not clause.subject.pronoun:
        return None  # what the government goes on striving for
    contact = {"contact", "gesprek", "overleg"} & set(rest)
    acts = [word for word in rest if word in INFINITIVES or word in {"inzetten", "doen"}]
    spoken = context.voice is Voice.DEBATE and not of_the_turn(context, clause)
    acts_on = spoken and clause.subject.pronoun == "ik" and last_act(context.tokens, clause)
    return Promise(clause, clause.subject) if contact or acts or acts_on else None
