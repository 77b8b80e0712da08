"""*De bijeenkomsten die wij gaan houden*: a promise in passing, in a clause that describes."""

from dataclasses import replace

from beleidszoeker.ingest.knowledge.commitments.actors import CABINET
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise
from beleidszoeker.ingest.knowledge.commitments.readings.future import read_future, read_going
from beleidszoeker.ingest.knowledge.commitments.readings.present import read_present
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist

_SUPPOSING = wordlist("""
    als indien wanneer of welke wat hoe waarom mocht stel tenzij vraag vraagt vroeg vragen gevraagd zegt zei
    noemt noemde wil wilt vindt hoopt had hadden zou zouden
    """)
"""Before it, these tell that somebody else says or asks what is done, or that it may not be."""
_DENYING = frozenset(("niet", "geen", "nooit", "misschien", "mogelijk", "wellicht"))
_FUTURE, _GOING = frozenset(("zal", "zullen")), frozenset(("ga", "gaat", "gaan"))


def read_in_passing(context: Context, clause: Clause) -> Promise | None:
    """*De telling die wij gaan doen*, *de brief die ik zal sturen*, *de brief die ik in mei stuur*."""
    own = _by_itself(context, clause)
    if own is None:
        return None
    word = context.tokens.words[clause.finite]
    read = read_future if word in _FUTURE else read_going if word in _GOING else read_present
    return read(context, own) if read is not read_present or context.dated(own) else None


def _by_itself(context: Context, clause: Clause) -> Clause | None:
    """Return a describing clause up to its comma, as one that says what the speaker will do."""
    tokens = context.tokens
    subject = clause.subject
    describes = tokens.word(clause.start - 1) == "die"
    if subject is None or subject.first != clause.start:
        return None
    first = bool(subject.pronoun) or (subject.role == CABINET and context.speaks_for_itself)
    if not describes or not first or clause.start < 2:  # noqa: PLR2004 - what it describes stands before it
        return None
    if context.has(_SUPPOSING, 0, clause.start - 1) or context.has(_DENYING, clause.start, clause.finite):
        return None
    commas = (at for at in range(clause.finite + 1, clause.end) if tokens.words[at] == ",")
    return replace(clause, opened="", end=next(commas, clause.end))
