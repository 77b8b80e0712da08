"""What a clause is read with, and what every reading asks of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.commitments.actors import REGION, Actor
from beleidszoeker.ingest.knowledge.commitments.clauses import CONDITION, Clause
from beleidszoeker.ingest.knowledge.commitments.readings.words import KAMER, PERFECT
from beleidszoeker.ingest.knowledge.commitments.terms import Found
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_DENYING = frozenset(("niet", "geen", "nooit", "noch", "nimmer", "evenmin"))
_ANNOUNCING = wordlist("""
    zeg zeggen zegt beloof beloven ben is zijn heb hebben heeft kan wil streef streeft verwacht
    """)
_TOLD = frozenset(
    ("aangegeven", "gemeld", "aangekondigd", "afgesproken", "toegezegd", "gezegd", "bericht", "geschreven")
)
_EXPECTATION = frozenset(("verwachting", "verwacht", "verwachten", "verwachtte", "hoopt", "uitgangspunt"))


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read with.

    Attributes:
        tokens: Its words.
        terms: Its terms that are not over on the document's day.
        voice: As whom the document speaks here.
    """

    tokens: Tokens
    terms: Sequence[Found]
    voice: Voice

    @property
    def speaks_for_itself(self) -> bool:
        """Whether what is done in this document and by nobody named, its author does."""
        return self.voice in {Voice.GOVERNMENT, Voice.REGION}

    def has(self, words: frozenset[str], first: int, end: int) -> bool:
        """Tell whether one of some words stands in a stretch."""
        return any(word in words for word in self.tokens.words[first:end])

    def dated(self, clause: Clause) -> bool:
        """Whether a term stands in a clause."""
        tokens = self.tokens
        first, last = tokens.starts[clause.start], tokens.ends[clause.end - 1]
        return any(first <= term.start < last and not term.recurring for term in self.terms)


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause that promises.

    Attributes:
        clause: Which.
        actor: Who binds itself; ``None`` where nobody is named.
        informs: Whether it is an act towards the Kamer.
    """

    clause: Clause
    actor: Actor | None
    informs: bool = False

    def earlier(self, tokens: Tokens) -> bool:
        """Whether a sentence tells that this was promised before: *heb ik aangegeven dat ik …*."""
        told = self.clause.opened == "dat" and tokens.word(self.clause.start - 2) in _TOLD
        return told and bool(PERFECT.intersection(tokens.words[: self.clause.start]))

    def says(self, tokens: Tokens) -> int:
        """Return where what is promised begins: behind *zeg toe dat* and *ben voornemens om*."""
        clause = self.clause
        if tokens.words[clause.finite] in _ANNOUNCING:
            for at in range(clause.finite + 1, len(tokens) - 1):
                if tokens.words[at] in {"dat", "om"}:
                    return at + 1
        return clause.start


def is_open(context: Context, clause: Clause) -> bool:
    """Whether a clause neither supposes nor denies."""
    if clause.opened in CONDITION:
        return False
    words = context.tokens.words
    denied = (at for at in range(clause.finite + 1, clause.end) if words[at] in _DENYING)
    return all(words[at + 1 : at + 2] in (["alleen"], ["meer"]) for at in denied)


def may_speak(context: Context, actor: Actor) -> bool:
    """Whether an actor speaks for itself in this document."""
    if context.voice is Voice.DECISION:
        return actor.pronoun == "ik"
    if actor.role == REGION:
        return context.voice is Voice.REGION
    return True


def informs_kamer(context: Context, clause: Clause) -> bool:
    """Whether a clause names the Kamer and an act towards it."""
    span = context.tokens.words[clause.start : clause.end]
    return bool(KAMER.intersection(span) or "u" in span) and any(
        word in INFORM.infinitives or word in INFORM.participles or word == "terug" for word in span
    )


def is_expected(context: Context, clause: Clause) -> bool:
    """Whether a clause is what somebody expects."""
    return clause.opened == "dat" and bool(_EXPECTATION.intersection(context.tokens.words[: clause.start]))
