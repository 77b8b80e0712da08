"""*In mei stuur ik …*, *we stellen een fonds in*: the present tense of what is still to come."""

from beleidszoeker.ingest.knowledge.commitments.actors import CABINET, Actor
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    is_open,
    is_plural,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.documents import LATER
from beleidszoeker.ingest.knowledge.commitments.readings.papers import takes_up
from beleidszoeker.ingest.knowledge.commitments.readings.particles import LEXICONS, is_plural_form, verb_of
from beleidszoeker.ingest.knowledge.commitments.readings.turn import BY_LETTER, in_turn
from beleidszoeker.ingest.knowledge.commitments.readings.words import (
    GOVERNING,
    HERE,
    IN_TEXT,
    KAMER,
    NOW,
    PERFECT,
)
from beleidszoeker.ingest.knowledge.commitments.verbs import DISCOURSE, INFORM, ONCE
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_LATER_HERE = frozenset(("later", "verderop", "hieronder", "hierna", "straks", "zo", "zometeen"))
_ARTICLES = frozenset(("de", "het", "een", "dit", "deze", "geen"))
_OPENING = frozenset(("nu", "graag", "namens", "volgt"))
"""Words with which a letter hands itself over: *mede namens*, *als volgt*."""
_ANOTHER = frozenset(("separate", "aparte", "afzonderlijke", "eerstvolgende", "vervolgbrief"))
_BACK = frozenset(("terug", "terugkom", "terugkomt"))
_NEAR = 5
_BROUGHT = (*LATER, "brief", "voorstel", "voorstellen")
_DIRECTIONS = frozenset(("inzetten", "toewerken", "streven"))


def read_present(context: Context, clause: Clause) -> Promise | None:
    """*In mei stuur ik de Kamer een brief*, *we richten een fonds op*."""
    actor, words = clause.subject, context.tokens.words
    verb = verb_of(context, clause)
    named = words[clause.start : clause.end]
    if verb is None or not is_open(context, clause) or not _agrees(context, clause, actor):
        return None
    if actor is None:  # *informeer* without its *ik*
        slipped = words[clause.finite] == "informeer" and not clause.noun_first and KAMER.intersection(named)
        return Promise(clause, None, informs=True) if slipped else None
    if not may_speak(context, actor) or (verb == "delen" and not _hands_over(context, clause)):
        return None
    if verb in INFORM.infinitives and (verb == "terugkomen" or KAMER.intersection(named) or "u" in named):
        return None if _in_this_text(context, clause) else Promise(clause, actor, informs=True)
    return Promise(clause, actor) if _to_come(context, clause, actor, verb) else None


def _to_come(context: Context, clause: Clause, actor: Actor, verb: str) -> bool:
    """Whether an act is still to come: a term says so, or it is done once and no word that it goes on."""
    words = context.tokens.words[clause.start : clause.end]
    if NOW.intersection(words) or context.has(PERFECT, clause.start, clause.finite):
        return False
    if verb == "spreken" and context.voice is Voice.DEBATE and actor.pronoun == "wij":
        return False  # with one another, in the House
    spoken_with = verb == "bespreken" and "met" in words
    if (verb in DISCOURSE and not spoken_with) or verb in _DIRECTIONS:
        return False
    state = verb not in ONCE.infinitives and actor.role == CABINET and "nederland" in words
    taken_up = bool(actor.pronoun) and takes_up(context.tokens, clause, verb)
    return (taken_up or _soon(context, clause)) and not state


def _agrees(context: Context, clause: Clause, actor: Actor | None) -> bool:
    """Whether a form may be the finite verb of its subject: no infinitive behind *wil*, *kan* or *te*."""
    words = context.tokens.words
    behind = actor is not None and actor.first == clause.finite + 1
    if words[clause.finite - 1] in _ARTICLES and clause.finite and not behind:
        return False  # a noun: *de start*
    if not is_plural_form(words[clause.finite]):
        return actor is None or actor.pronoun != "wij"
    governed = context.has(GOVERNING, clause.start, clause.finite) or words[clause.finite - 1] == "te"
    return actor is not None and not governed and is_plural(actor, context.tokens)


def _soon(context: Context, clause: Clause) -> bool:
    """Whether a term belongs to the verb: before it or near it or its particle, not to a noun further on."""
    tokens = context.tokens
    particles = {
        verb.particle for each in LEXICONS for verb in each.finite.get(tokens.words[clause.finite], ())
    }
    last = clause.end - 1 - (not tokens.words[clause.end - 1][-1:].isalnum())
    apart = last if tokens.words[last] in particles else clause.finite + _NEAR
    near = tokens.ends[min(apart, clause.end - 1)]
    first = tokens.starts[clause.start]
    return any(first <= term.start < near and not term.recurring for term in context.terms)


def _in_this_text(context: Context, clause: Clause) -> bool:
    words = context.tokens.words[clause.start : clause.end]
    another = words[-1:] in (["brief"], ["kamerbrief"]) and context.tokens.word(clause.end) in {
        "die",
        "waarin",
    }
    if context.dated(clause) or another or _ANOTHER.intersection(words):
        return False
    if context.voice is Voice.DEBATE and BY_LETTER.intersection(words):
        return False
    if context.voice is Voice.DEBATE and not KAMER.intersection(words) and _BACK.intersection(words):
        near = context.tokens.words[clause.start : clause.finite + _NEAR]
        return in_turn(words) or "even" in near or context.tokens.word(clause.end) == "wat"
    return bool((HERE | IN_TEXT | _LATER_HERE | _OPENING).intersection(words))


def read_coming(context: Context, clause: Clause) -> Promise | None:
    """*We komen met een aanpak*, *de aanpak waarmee we komen*, said in a debate."""
    words = context.tokens.words
    with_which = words[clause.start - 1] == "waarmee" and clause.start > 0
    own = clause.subject is not None and may_speak(context, clause.subject)
    own = own and (with_which or is_open(context, clause))
    if context.voice is not Voice.DEBATE or not own or not _agrees(context, clause, clause.subject):
        return None
    if with_which:
        named = words[max(clause.start - 2, 0) : clause.start]
    else:
        rest = words[clause.finite + 1 : clause.end]
        named = rest[rest.index("met") :][:_NEAR] if "met" in rest else ()
    return Promise(clause, clause.subject) if any(word.endswith(_BROUGHT) for word in named) else None


def _hands_over(context: Context, clause: Clause) -> bool:
    """*Deel met uw Kamer*, and not *deel de zorgen van uw Kamer* or *deel mede*."""
    said = f" {context.tokens.joined(clause.start, clause.end)} "
    return any(f" met {whom} " in said for whom in ("uw kamer", "de kamer", "u")) and " mede " not in said
