"""What takes place: *vindt in 2026 plaats*, *is in december voorzien*, *ontvangt uw Kamer*."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    describes_when,
    is_open,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.words import HERE, NOW, PERFECT

_TAKING_PLACE = (
    ("plaats", frozenset(("vindt", "vinden"))),
    ("van start", frozenset(("gaat", "gaan"))),
    ("in werking", frozenset(("treedt", "treden"))),
    ("gereed", frozenset(("komt", "komen"))),
    ("open", frozenset(("gaat", "gaan"))),
    ("beschikbaar", frozenset(("komt", "komen"))),
    ("in consultatie", frozenset(("gaat", "gaan"))),
)
_GRANTED = frozenset(("beschikking", "beschikkingen"))
"""What others receive because the government decides."""
_ARTICLES = frozenset(("de", "het", "een", "deze", "bij", "te"))


def read_receipt(context: Context, clause: Clause) -> Promise | None:
    """*ontvangt uw Kamer*, *U ontvangt*."""
    tokens = context.tokens
    if clause.opened or not is_open(context, clause) or context.has(HERE | PERFECT, clause.start, clause.end):
        return None
    granted = _GRANTED.intersection(tokens.words[clause.finite + 1 : clause.end]) and context.dated(clause)
    if granted and context.speaks_for_itself and not clause.subject:
        return Promise(clause, None)
    near = [*tokens.words[clause.start : clause.finite], *tokens.words[clause.finite + 1 : clause.finite + 4]]
    if {"kamer", "u", "kamers"} & set(near) and not clause.subject:
        return Promise(clause, None, informs=True)
    return None


def read_plan(context: Context, clause: Clause) -> Promise | None:
    """*is voorzien in december*, *staat voor mei gepland*, *zijn voor het najaar gepland*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    if not {"gepland", "voorzien", "geagendeerd", "gereed"} & set(rest) or not context.dated(clause):
        return None
    speaks = context.speaks_for_itself and is_open(context, clause)
    if "gereed" in rest and "te" in rest:
        return None
    provided = "voorzien" in rest and rest[rest.index("voorzien") + 1 : rest.index("voorzien") + 2] == ["van"]
    return Promise(clause, None) if speaks and not provided else None


def read_event(context: Context, clause: Clause) -> Promise | None:
    """*vindt in 2026 de herijking plaats*, *komt er in mei een regeling*."""
    word = context.tokens.words[clause.finite]
    described = describes_when(context, clause)
    first = clause.start if described else clause.finite + 1
    joined = f" {' '.join(context.tokens.words[first : clause.end])} "
    happens = any(f" {phrase} " in joined for phrase, forms in _TAKING_PLACE if word in forms)
    happens = happens or (
        word in {"gaat", "gaan"} and any(each in joined for each in (" gebeuren ", " plaatsvinden "))
    )
    happens = happens or word in {"volgt", "volgen", "verschijnt", "verschijnen"}
    happens = happens or (word in {"komt", "komen"} and " er " in joined[:12])
    before = context.tokens.word(clause.finite - 1)
    happens = happens or (word in {"start", "begint"} and not clause.subject and before not in _ARTICLES)
    dated = context.dated(clause) and context.speaks_for_itself
    closed = not described and not is_open(context, clause)
    if not happens or not dated or closed or context.has(NOW, clause.start, clause.end):
        return None
    return Promise(clause, clause.subject if clause.subject and may_speak(context, clause.subject) else None)
