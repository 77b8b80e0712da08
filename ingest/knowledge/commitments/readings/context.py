"""What a clause is read with, and what every reading asks of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from beleidszoeker.ingest.knowledge.commitments.actors import OTHER, REGION, Actor, read_actor
from beleidszoeker.ingest.knowledge.commitments.clauses import CONDITION, PREPOSITIONS, Clause
from beleidszoeker.ingest.knowledge.commitments.readings.words import FINITE, KAMER, PARTICIPLES, PERFECT
from beleidszoeker.ingest.knowledge.commitments.terms import Found
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_DENYING = frozenset(("niet", "geen", "nooit", "noch", "nimmer", "evenmin", "niets", "niks"))
_ANNOUNCING = wordlist("""
    zeg zeggen zegt beloof beloven ben is zijn heb hebben heeft kan wil streef streeft verwacht
    """)
TOLD = frozenset(
    ("aangegeven", "gemeld", "aangekondigd", "afgesproken", "toegezegd", "gezegd", "bericht", "geschreven")
)
_PREVENTING = wordlist("""
    voorkom voorkomt voorkomen vermijd vermijdt vermijden verhinder verhindert verhinderen
    """)
_JOINT = frozenset(("overheden", "partners", "rijk", "rijksoverheid", "kabinet"))
_OTHER_BODIES = wordlist("""
    decentrale lokale regionale andere overige europese buitenlandse nationale medische sociale
    internationale
    """)
_VIEWING = wordlist("""
    betekent betekende overtuigd eens weet hoop vind vindt wil wilt willen zegt vraagt vraag stelt beweert
    suggereert denkt meent hoopt zei zeiden vroeg vroegen
    """)
_SAYING = frozenset(("zegt", "zei", "zeiden", "vraagt", "vroeg", "roept", "hoorde"))
_KEEPING = frozenset(("houden", "gehouden", "stellen", "gesteld", "brengen", "gebracht"))
_FEW = 12
_NEAR = 6
_ENDING = frozenset(("meer", "langer"))
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
        agreed: Whether the clause itself says that it was agreed before.
    """

    clause: Clause
    actor: Actor | None
    informs: bool = False
    agreed: bool = False

    def earlier(self, tokens: Tokens) -> bool:
        """Whether a sentence tells that this was promised before: *heb ik aangegeven dat ik …*."""
        before = tokens.words[: self.clause.start]
        told = self.clause.opened == "dat" and any(
            one in TOLD and other == "dat" for one, other in pairwise(before)
        )
        return self.agreed or (told and bool(PERFECT.intersection(before)))

    def says(self, tokens: Tokens) -> int:
        """Return where what is promised begins: behind *zeg toe dat* and *ben voornemens om*."""
        clause = self.clause
        if tokens.words[clause.finite] in _ANNOUNCING:
            for at in range(clause.finite + 1, len(tokens) - 1):
                if tokens.words[at] in {"dat", "om"}:
                    return at + 1
        return clause.start


def is_open(context: Context, clause: Clause) -> bool:
    """Whether a clause neither supposes nor denies, and is not what shall not happen."""
    if clause.opened in CONDITION or _is_prevented(context, clause) or _is_supposed(context, clause):
        return False
    return not is_denied(context, clause) and not _is_viewed(context, clause)


def _is_supposed(context: Context, clause: Clause) -> bool:
    """*Stel dat wij …*."""
    return clause.opened == "dat" and context.tokens.words[:2] == ["stel", "dat"]


def _is_viewed(context: Context, clause: Clause) -> bool:
    """*Dat betekent dat wij …*, *de heer De Wit zegt dat ik …*: what somebody makes of it, in a debate."""
    before = context.tokens.word(clause.start - 1)
    told = before == ":" or (clause.opened == "dat" and not informs_kamer(context, clause))
    if context.voice is not Voice.DEBATE or not told:
        return False
    viewing = _SAYING if before == ":" else _VIEWING
    return context.has(viewing, max(clause.start - 1 - _NEAR, 0), clause.start - 1)


def _is_prevented(context: Context, clause: Clause) -> bool:
    return clause.opened == "dat" and context.has(_PREVENTING, 0, clause.start)


def is_denied(context: Context, clause: Clause) -> bool:
    """Whether a clause says that something is not so; *niet alleen* does not, and *geen … meer* ends it."""
    words = context.tokens.words
    denied = (at for at in range(clause.finite + 1, clause.end) if words[at] in _DENYING)
    return any(
        words[at + 1 : at + 2] != ["alleen"] and not _ENDING.intersection(words[at + 1 : at + _NEAR])
        for at in denied
    )


def describes_when(context: Context, clause: Clause) -> bool:
    """Whether a clause tells of something when it comes: *een plan, dat eind 2026 wordt vastgesteld*.

    *plannen die in 2026 worden vastgesteld* only tells which plans are meant.
    """
    before = context.tokens.word(clause.start - 2)
    noun = context.tokens.word(clause.start - 3) in {"het", "een", "dit"}
    complement = clause.opened == "dat" and not noun and (before in FINITE or before in PARTICIPLES)
    limiting = clause.opened == "die" and before != ","
    if clause.opened not in {"die", "dat"} or complement or limiting or is_expected(context, clause):
        return False
    return context.dated(clause) and not is_denied(context, clause)


def joint_subject(context: Context, clause: Clause) -> Actor | None:
    """Return the government or all partners among several who act: *bedrijven, overheden en burgers gaan*."""
    tokens = context.tokens
    if clause.opened:
        return None
    behind = range(clause.finite + 1, min(clause.finite + _FEW, clause.end))
    for stretch in (range(clause.start, clause.finite), behind):
        for at in stretch:
            if tokens.words[at] in PREPOSITIONS:
                break
            if tokens.words[at] in _JOINT and tokens.word(at - 1) not in _OTHER_BODIES:
                return read_actor(tokens, at) or Actor(OTHER, at, at + 1)
    return None


def is_plural(actor: Actor, tokens: Tokens) -> bool:
    """Whether a plural verb may be its own."""
    named = tokens.words[actor.end - 1]
    return actor.pronoun == "wij" or (not actor.pronoun and named.endswith(("s", "en", "regio")))


def to_do(words: Sequence[str]) -> Iterator[str]:
    """Yield the infinitives behind *te*, whole: *op te leveren*, *te kunnen publiceren*."""
    for at in range(1, len(words) - 1):
        if words[at] == "te":
            helped = words[at + 1] in {"kunnen", "laten"} and at + 2 < len(words)
            verb = words[at + 2] if helped else words[at + 1]
            yield from (verb, words[at - 1] + verb)


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
    told = any(word in INFORM.infinitives or word in INFORM.participles or word == "terug" for word in span)
    return bool(KAMER.intersection(span) or "u" in span) and (told or keeps_informed(span))


def keeps_informed(words: Sequence[str]) -> bool:
    """*op de hoogte houden*, *op de hoogte gesteld*."""
    return "hoogte" in words and bool(_KEEPING.intersection(words))


def is_expected(context: Context, clause: Clause) -> bool:
    """Whether a clause is what somebody expects."""
    return clause.opened == "dat" and bool(_EXPECTATION.intersection(context.tokens.words[: clause.start]))
