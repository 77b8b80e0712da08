"""From what was read in a sentence to a record: who, to whom, what, and by when."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.knowledge.commitments.actors import CABINET, MINISTER, Actor, read_actor
from beleidszoeker.ingest.knowledge.commitments.earlier import Earlier
from beleidszoeker.ingest.knowledge.commitments.readings import Promise
from beleidszoeker.ingest.knowledge.commitments.recipients import find_recipient
from beleidszoeker.ingest.knowledge.commitments.terms import Found
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens
from beleidszoeker.ingest.knowledge.commitments.voices import Speaker, Voice
from beleidszoeker.ingest.knowledge.model import Commitment, CommitmentKind, Span, Term

_FUTURE = frozenset(("zal", "zullen", "wordt", "worden"))
_FEW = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document.

    Attributes:
        span: Where it stands.
        written: As it stands there.
        tokens: Its words.
        speaker: Who says it.
    """

    span: Span
    written: str
    tokens: Tokens
    speaker: Speaker

    def placed(self, start: int, end: int) -> Span:
        """Return a stretch of it as a span of the document."""
        return self.span[0] + start, self.span[0] + end


def promised(sentence: Sentence, promise: Promise, terms: Sequence[Found]) -> Commitment:
    """Return the record of a promise, or of one that the sentence says was made before."""
    tokens = sentence.tokens
    role, promiser = _promiser(sentence, promise.actor)
    last = len(sentence.written[: tokens.ends[-1]].rstrip(" .;:,"))
    return Commitment(
        CommitmentKind.REPORTED if promise.earlier(tokens) else CommitmentKind.PROMISE,
        *sentence.span,
        promiser=promiser,
        role=role,
        recipient=_recipient(sentence),
        act=sentence.placed(min(tokens.starts[promise.says(tokens)], last), last),
        term=_term(sentence, promise, terms),
    )


def told(sentence: Sentence, earlier: Earlier, terms: Sequence[Found], *, listed: bool) -> Commitment | None:
    """Return the record of a promise made before, or kept.

    Args:
        sentence: The sentence that says so.
        earlier: What it says.
        terms: Its terms; the first counts where the promise is not kept.
        listed: Whether nobody of the government speaks: in a debate, only a list of letters then counts.
    """
    office = _office(sentence.tokens)
    if listed and (office is None or (earlier.start > 0 and earlier.kind is CommitmentKind.REPORTED)):
        return None
    role, promiser = _promiser(sentence, office if listed else None)
    dated = terms[0] if terms and earlier.kind is CommitmentKind.REPORTED else None
    return Commitment(
        earlier.kind,
        *sentence.span,
        promiser=promiser,
        role=role,
        recipient=_recipient(sentence),
        act=sentence.span,
        term=_as_term(sentence, dated) if dated else None,
    )


def _office(tokens: Tokens) -> Actor | None:
    """The minister who is named in a list: *minister van Financiën, W. Vermeer*."""
    for at in range(len(tokens)):
        if (actor := read_actor(tokens, at)) and actor.role == MINISTER and not actor.pronoun:
            return actor
    return None


def _promiser(sentence: Sentence, actor: Actor | None) -> tuple[str, Evidence]:
    """Who binds itself: who is named, *ik* and *wij* as the document has them, else who speaks."""
    speaker = sentence.speaker
    if actor is None:
        return speaker.role, Evidence(speaker.title, speaker.start, speaker.end)
    place = sentence.placed(sentence.tokens.starts[actor.first], sentence.tokens.ends[actor.end - 1])
    if actor.pronoun == "ik":
        return speaker.role, Evidence(speaker.name or "ik", *place)
    if actor.pronoun:
        ministerial = speaker.voice is not Voice.REGION
        return (
            (CABINET, Evidence("kabinet", *place)) if ministerial else (speaker.role, Evidence("wij", *place))
        )
    named = sentence.written[place[0] - sentence.span[0] : place[1] - sentence.span[0]]
    return actor.role, Evidence(" ".join(named.split()), *place)


def _recipient(sentence: Sentence) -> Evidence | None:
    found = find_recipient(sentence.written, to_kamer=sentence.speaker.voice is Voice.GOVERNMENT)
    return Evidence(found[0], *sentence.placed(*found[1:])) if found else None


def _term(sentence: Sentence, promise: Promise, terms: Sequence[Found]) -> Term | None:
    """The term of a promise: the first within its clause or behind *toe dat*, else the first before it.

    The day of what it brings goes before words such as *de komende tijd*.
    """
    tokens, clause, says = sentence.tokens, promise.clause, promise.says(sentence.tokens)
    first = tokens.starts[clause.start]
    last = tokens.ends[clause.end - 1] if says == clause.start else len(sentence.written)
    within = [term for term in terms if first <= term.start < last]
    before = [term for term in terms if term.start < first]
    at_hand = within or before
    if not at_hand:
        return None
    own = next((term for term in terms if term.until and _opens_relative(sentence, term)), None)
    vague = at_hand[0].until is None and not at_hand[0].recurring
    return _as_term(sentence, own if vague and own else at_hand[0])


def _opens_relative(sentence: Sentence, term: Found) -> bool:
    """*een convenant, dat eind dit jaar gepresenteerd zal worden*: a term with a promise of its own."""
    tokens = sentence.tokens
    at = bisect_left(tokens.starts, term.start)
    future = _FUTURE.intersection(tokens.words[at : at + _FEW])
    return bool(future) and tokens.word(at - 1) in {"dat", "die"}


def _as_term(sentence: Sentence, found: Found) -> Term:
    return Term(
        *sentence.placed(found.start, found.end),
        until=found.until.isoformat() if found.until else None,
        since=found.since.isoformat() if found.since else None,
    )
