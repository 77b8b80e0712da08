"""What takes place: *vindt in 2026 plaats*, *is in december voorzien*, *ontvangt uw Kamer*."""

from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    describes_when,
    is_open,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.documents import names_work
from beleidszoeker.ingest.knowledge.commitments.readings.words import HERE, NOW, PERFECT
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_TAKING_PLACE = (
    ("plaats", frozenset(("vindt", "vinden"))),
    ("van start", frozenset(("gaat", "gaan"))),
    ("in werking", frozenset(("treedt", "treden"))),
    ("gereed", frozenset(("komt", "komen"))),
    ("open", frozenset(("gaat", "gaan"))),
    ("beschikbaar", frozenset(("komt", "komen"))),
    ("in consultatie", frozenset(("gaat", "gaan"))),
)
_PLANNED = frozenset(("gepland", "voorzien", "geagendeerd", "gereed"))
_READY = _PLANNED | {"klaar", "af", "er", "hier"}
_OF_OTHERS = (
    *(
        "top",
        "raad",
        "debat",
        "overleg",
        "verkiezing",
        "verkiezingen",
        "referendum",
        "stemming",
        "stemmingen",
    ),
    *("onderhandelingen", "zitting", "hoorzitting", "rondetafelgesprek", "commissie", "kamer", "parlement"),
)
_GRANTED = frozenset(("beschikking", "beschikkingen"))
"""What others receive because the government decides."""
_COMES_OF = frozenset(("uit", "voort", "van", "door"))
_MOVES = frozenset(("gaat", "gaan", "komt", "komen"))
TO_THE_HOUSE = ("naar de kamer", "naar uw kamer", "naar u", "uw kant op", "uw richting op")
_ARTICLES = frozenset(("de", "het", "een", "deze", "bij", "te"))


def _speaks(context: Context, clause: Clause) -> bool:
    """Whether what takes place is the author's: in a debate only where it is a paper of the government."""
    if context.voice is Voice.DEBATE:
        return names_work(context.tokens.words[clause.start : clause.end])
    return context.speaks_for_itself


def _arrives(context: Context, clause: Clause) -> bool:
    """*De brief komt voor de zomer*, *er komt voor de zomer een brief*, said in a debate."""
    words = context.tokens.words
    before, rest = words[clause.start : clause.finite], words[clause.finite + 1 : clause.end]
    own = context.voice is Voice.DEBATE and (names_work(before) or before[-1:] == ["er"])
    return own and not _COMES_OF.intersection(rest)


def read_receipt(context: Context, clause: Clause) -> Promise | None:
    """*ontvangt uw Kamer*, *U ontvangt*."""
    tokens = context.tokens
    if context.voice is Voice.DEBATE and tokens.words[clause.finite] == "krijgt":
        return None  # the floor, as a rule
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
    ready = _READY if context.voice is Voice.DEBATE else _PLANNED
    if names_work(context.tokens.words[clause.start : clause.end]):
        ready |= {"beschikbaar", "operationeel"}
    if not ready & set(rest) or not context.dated(clause):
        return None
    speaks = (_speaks(context, clause) or _is_planned(context, rest)) and is_open(context, clause)
    if "gereed" in rest and "te" in rest:
        return None
    provided = "voorzien" in rest and rest[rest.index("voorzien") + 1 : rest.index("voorzien") + 2] == ["van"]
    return Promise(clause, None) if speaks and not provided else None


def _is_planned(context: Context, rest: Sequence[str]) -> bool:
    """*De volgende ronde is voorzien in mei*, said by a minister: a plan, unless of the House or abroad."""
    words = context.tokens.words
    planned = context.voice is Voice.DEBATE and not _PLANNED.isdisjoint(rest) and "gereed" not in rest
    return planned and not any(word.endswith(_OF_OTHERS) for word in words)


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
    happens = happens or (
        word == "gebeurt" and context.tokens.words[clause.start : clause.finite][-1:] in (["dat"], ["dit"])
    )
    happens = happens or word in {"volgt", "volgen", "verschijnt", "verschijnen"}
    happens = happens or (word in {"komt", "komen"} and (" er " in joined[:12] or _arrives(context, clause)))
    before = context.tokens.word(clause.finite - 1)
    happens = happens or (word in {"start", "begint"} and not clause.subject and before not in _ARTICLES)
    happens = happens or (word in _MOVES and any(f" {phrase} " in joined for phrase in TO_THE_HOUSE))
    happens = happens or (word in {"ligt", "liggen"} and any(each in joined for each in (" er ", " hier ")))
    settled = word == "gebeurt" and context.voice is Voice.DEBATE
    dated = context.dated(clause) and (settled or _speaks(context, clause))
    closed = not described and not is_open(context, clause)
    if not happens or not dated or closed or context.has(NOW, clause.start, clause.end):
        return None
    return Promise(clause, clause.subject if clause.subject and may_speak(context, clause.subject) else None)
