"""*Ik houd u op de hoogte*, *u hoort dat van mij*, *u krijgt een brief*: what the Kamer will know."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    is_open,
    is_plural,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.documents import names_work
from beleidszoeker.ingest.knowledge.commitments.readings.turn import BY_LETTER
from beleidszoeker.ingest.knowledge.commitments.readings.words import HERE, IN_TEXT, KAMER, NOW, PERFECT
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_LISTENERS = KAMER | {"u", "leden"}
_MEMBERS = frozenset(("heer", "mevrouw", "lid"))
_NEAR = 8
_THOSE = frozenset(("dat", "die", "dit", "ze", "het"))
_FROM_ME = frozenset(("mij", "ons", "kabinet"))
_GOODS = BY_LETTER | wordlist("""
    antwoord antwoorden informatie reactie overzicht cijfers stuk stukken gegevens toelichting schrijven
    """)


def read_keeping(context: Context, clause: Clause) -> Promise | None:
    """*Ik houd uw Kamer op de hoogte*, *ik stel u daarvan in kennis*."""
    words = context.tokens.words
    named = words[clause.start : clause.end]
    subject = clause.subject
    if subject is None or not may_speak(context, subject) or not is_open(context, clause):
        return None
    if not {"hoogte", "kennis"}.intersection(named) or not (KAMER.intersection(named) or "u" in named):
        return None
    plural = words[clause.finite].endswith("en") and not is_plural(subject, context.tokens)
    here = context.has(NOW | HERE | IN_TEXT | PERFECT, clause.start, clause.end) and not context.dated(clause)
    return None if plural or here else Promise(clause, subject, informs=True)


def read_hearing(context: Context, clause: Clause) -> Promise | None:
    """*U hoort dat van mij*, *de Kamer krijgt daar een brief over*, said in a debate."""
    named = context.tokens.words[clause.start : max(clause.end, clause.finite + _NEAR)]
    if context.voice is not Voice.DEBATE or not is_open(context, clause):
        return None
    near = context.tokens.words[clause.start : clause.finite + 4]
    mine = bool("van" in named and _FROM_ME.intersection(named))
    listeners = _LISTENERS | _MEMBERS if mine else _LISTENERS
    if not listeners.intersection(near) or context.has(NOW | PERFECT, clause.start, clause.end):
        return None
    if clause.opened and not context.dated(clause):
        return None
    if any(term.recurring for term in context.terms):
        return None
    given = _GOODS.intersection(named) or names_work(named)
    mine = mine or {"daar", "nog", "van"} <= set(named)
    if context.tokens.words[clause.finite].startswith("krijg"):
        mine = (mine or "nog" in named) and bool(_THOSE.intersection(named))
    heard = mine or (given and not context.tokens.words[clause.finite].startswith("ho"))
    return Promise(clause, None, informs=True) if heard or context.dated(clause) else None
