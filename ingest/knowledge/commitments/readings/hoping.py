"""*Ik hoop daar binnenkort mee te komen*, *ik probeer …*, *ik kijk of dat kan*: said in a debate."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise, to_do
from beleidszoeker.ingest.knowledge.commitments.readings.serving import answers
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM, ONCE

GLADLY = wordlist("graag best wel zeker gerust uiteraard natuurlijk liefde plezier nog alsnog")
LOOKING = frozenset(("naar", "daarnaar", "ernaar", "hiernaar"))
_ASKED = frozenset(("dat", "dit", "die", "ik", "we", "wij"))
_HOPING = ONCE.infinitives | INFORM.infinitives | {"komen"}


def is_asking(context: Context, clause: Clause) -> bool:
    """Whether a clause ends where something is asked: *kijken of dat kan*."""
    return context.tokens.word(clause.end) == "of"


def read_trying(context: Context, clause: Clause) -> Promise | None:
    """*Ik probeer dat voor de zomer af te ronden*, *ik zal proberen …*: with a term."""
    words = context.tokens.words[clause.finite : clause.finite + 4]
    return read_hope(context, clause) if {"probeer", "proberen"}.intersection(words) else None


def read_looking(context: Context, clause: Clause) -> Promise | None:
    """*Ik kijk of dat kan*, *daar kijk ik graag nog eens naar*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    again = bool(LOOKING.intersection(rest) and GLADLY.intersection(rest))
    whether = is_asking(context, clause) and context.tokens.word(clause.end + 1) in _ASKED
    looks = answers(context, clause) and (again or whether)
    return Promise(clause, clause.subject) if looks else None


def read_hope(context: Context, clause: Clause) -> Promise | None:
    """*Ik hoop daar binnenkort mee te komen*, said in a debate with a term."""
    spoken = context.tokens.starts[clause.finite]
    if not answers(context, clause) or all(term.start < spoken for term in context.terms):
        return None
    hoped = to_do(context.tokens.words[clause.finite :])
    return Promise(clause, clause.subject) if _HOPING.intersection(hoped) else None
