"""*Dat neem ik mee*, *ik zoek het uit*, *dat doe ik graag*: what a minister in a debate does for who asks.

The present tense is enough, since it answers: *ik* does it, or *wij* do *that*.
"""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.conjugation import Verb
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise, is_open
from beleidszoeker.ingest.knowledge.commitments.readings.particles import is_loose, is_plural_form
from beleidszoeker.ingest.knowledge.commitments.readings.turn import BY_LETTER, in_turn
from beleidszoeker.ingest.knowledge.commitments.readings.words import GOVERNING, NOW, PERFECT
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import SERVICE
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_POINTING = wordlist("""
    dat die dit deze het haar hem daar daarnaar daarover daarvan daarmee daarop ernaar erover hiernaar
    """)
"""What points at what was asked for."""
_SENDING = frozenset(("toesturen", "nasturen", "toezenden", "doorsturen"))
_ON_MOTIONS = frozenset(("overnemen", "uitvoeren"))
_MOTIONS = frozenset(("motie", "moties", "vraag"))
_GLADLY = frozenset(("graag", "liefde", "plezier", "genoegen", "zeker", "best"))
_FILLING = _GLADLY | wordlist("""
    dat dit het dan zo wel natuurlijk uiteraard met alle veel voorzitter ja voor u ik wij we . , ; !
    """)
_YES = frozenset(("ja", "jazeker", "zeker", "akkoord", "prima", "goed", "oké", "natuurlijk", "uiteraard"))
_PEOPLE = frozenset(("u", "kamer", "leden", "iedereen"))
_ARTICLES = frozenset(("de", "het", "een", "dit", "deze", "geen", "mijn"))
_BRIEF = 5


def answers(context: Context, clause: Clause) -> bool:
    """Whether *ik* or *wij* in a debate says something outright, and not what goes on."""
    subject = clause.subject
    if context.voice is not Voice.DEBATE or subject is None or not subject.pronoun:
        return False
    said = context.tokens.joined(clause.start, clause.end)
    own = clause.opened in {"", "dat"} and is_open(context, clause)
    going_on = context.has(NOW, clause.start, clause.end) or "op dit moment" in said
    return own and not going_on


def agrees(context: Context) -> bool:
    """Whether a sentence begins with a yes."""
    return context.tokens.word(0) in _YES


def points(context: Context, clause: Clause) -> bool:
    """Whether a clause opens with what was asked for, or has it beside its verb: *ik neem dat mee*."""
    words = context.tokens.words
    near = words[clause.finite + 1 : clause.finite + 4]
    return bool(_POINTING.intersection([*words[clause.start : clause.finite], *near]))


def is_own_form(context: Context, clause: Clause) -> bool:
    """Whether a form is its pronoun's: no *doen* of *ik* or behind *te*, and no *het onderzoek*."""
    word, before = context.tokens.words[clause.finite], context.tokens.word(clause.finite - 1)
    plural = clause.subject is not None and clause.subject.pronoun == "wij"
    perfect = context.has(PERFECT, clause.start, clause.finite)
    governed = perfect or context.has(GOVERNING, clause.start, clause.finite)
    behind = clause.subject is not None and clause.subject.first > clause.finite
    goes_on = context.tokens.word(clause.finite + 1)[:1].isalpha()
    noun = not behind and (before in _ARTICLES or (before == "dat" and goes_on))
    return is_plural_form(word) == plural and before != "te" and not governed and not noun


def read_service(context: Context, clause: Clause) -> Promise | None:
    """*Dat neem ik mee*, *ik zoek dat uit*, *ik neem de motie over*."""
    verb = _service(context, clause)
    if verb is None or not answers(context, clause) or not is_own_form(context, clause):
        return None
    named = context.tokens.words[clause.start : clause.end]
    if in_turn([word for word in named if word not in _MOTIONS]):
        return None
    if verb.infinitive == "meenemen" and _PEOPLE.intersection(named[:_BRIEF]):
        return None  # *ik neem u mee in mijn afweging*
    motion = verb.infinitive in _ON_MOTIONS
    own = clause.subject is not None and clause.subject.pronoun == "ik" and verb.particle and not motion
    own = own or verb.infinitive in _SENDING
    moved = motion and bool(_MOTIONS.intersection(named))
    return Promise(clause, clause.subject) if own or moved or points(context, clause) else None


def _service(context: Context, clause: Clause) -> Verb | None:
    words = context.tokens.words
    rest = words[clause.finite + 1 : clause.end]
    for verb in SERVICE.finite.get(words[clause.finite], ()):
        if not verb.particle or is_loose(rest, verb.particle):
            return verb
    return None


def read_doing(context: Context, clause: Clause) -> Promise | None:
    """*Dat doe ik graag*, *dat doen we voor de zomer*, *doe ik*; *dat doen we door …* tells how."""
    words = context.tokens.words
    if not answers(context, clause) or not is_own_form(context, clause):
        return None
    said = words[clause.start : clause.end]
    brief = words[clause.finite + 1 : clause.end]
    bare = clause.start == clause.finite and len(said) < _BRIEF and set(brief) <= _FILLING
    asked = points(context, clause) and "dat" in said
    yes = (agrees(context) and words[clause.finite] == "doe") or "dan" in words[: clause.finite]
    glad = (yes or bool(_GLADLY.intersection(said))) and set(brief) <= _FILLING
    later = glad or context.dated(clause) or bool(BY_LETTER.intersection(brief))
    return Promise(clause, clause.subject) if bare or (asked and later) else None
