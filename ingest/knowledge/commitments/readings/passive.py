"""*Wordt in maart vastgesteld*, *zal worden uitgewerkt*: what is done, and by whom."""

from beleidszoeker.ingest.knowledge.commitments.actors import Actor, read_actor
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    informs_kamer,
    is_open,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.words import (
    HERE,
    IN_TEXT,
    MODAL,
    NOW,
    OFTEN,
    PARTICIPLES,
)
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM

_CUES = frozenset(("nader", "verder", "nog", "vervolgens", "daarna"))
_ALWAYS_ONCE = wordlist("""
    aanscherpen meenemen oprichten instellen herzien herijken invoeren afschaffen bijstellen uitbreiden
    verruimen openstellen starten opstarten
    """)
_WITH_CUE = wordlist("""
    uitwerken bezien onderzoeken verkennen vaststellen opstellen aanpassen wijzigen betrekken
    """)


def passive_of(context: Context, clause: Clause) -> Promise | None:
    """*zal worden uitgewerkt*, *wordt in maart vastgesteld*: by whom, and what."""
    tokens = context.tokens
    participle = _participle(context, clause)
    if participle is None or participle[1] == "werken":
        return None
    place, infinitive = participle
    informs = informs_kamer(context, clause) and infinitive in INFORM.infinitives
    if informs and context.has(OFTEN, clause.start, clause.end):
        return None
    agent, outside = _agent(tokens, clause, place)
    if outside and not informs:
        return None
    if agent and not may_speak(context, agent):
        return None
    if not context.speaks_for_itself and not informs:
        return None
    return Promise(clause, agent, informs)


def _participle(context: Context, clause: Clause) -> tuple[int, str] | None:
    words = context.tokens.words
    for place in range(clause.start, clause.end):
        infinitive = PARTICIPLES.get(words[place])
        if infinitive and place != clause.finite and not _attributive(context.tokens, place):
            return place, infinitive
    last = len(words) - 1
    while last > clause.end and not words[last][-1:].isalpha():
        last -= 1
    for place in (last, last - 1):
        if place >= clause.end and (infinitive := PARTICIPLES.get(words[place])):
            return place, infinitive
    return None


def _attributive(tokens: Tokens, place: int) -> bool:
    """*door de minister vastgesteld besluit*: a participle before its noun."""
    return tokens.word(place - 1) in {"een", "het", "de"}


def _agent(tokens: Tokens, clause: Clause, participle: int) -> tuple[Actor | None, bool]:
    """Who does it, and whether that is somebody else than may promise."""
    for place in range(clause.start, min(max(clause.end, participle), len(tokens))):
        if tokens.words[place] == "door":
            following = tokens.word(place + 2 if tokens.word(place + 1) == "het" else place + 1)
            actor = read_actor(tokens, place + 1)
            doing = tokens.word(place + 1) in {"te", "middel", "onder", "een"} or (
                following.endswith("en") and not actor
            )
            return actor, actor is None and not doing
    return None, False


def read_passive(context: Context, clause: Clause) -> Promise | None:
    """*wordt uw Kamer geïnformeerd*, *wordt in maart vastgesteld*, *worden afspraken gemaakt*."""
    participle = _participle(context, clause)
    if not is_open(context, clause) or participle is None or context.has(MODAL, clause.start, clause.end):
        return None
    if informs_kamer(context, clause) and participle[1] in INFORM.infinitives:
        if context.has(OFTEN, clause.start, clause.end):
            return None
        here = context.has(IN_TEXT | HERE, clause.start, clause.end) and not context.dated(clause)
        return None if here else Promise(clause, None, informs=True)
    if context.has(NOW, clause.start, clause.end) or clause.opened or participle[1] == "werken":
        return None
    if context.dated(clause) or _once(context, clause, participle[1]):
        return passive_of(context, clause)
    return None


def _once(context: Context, clause: Clause, infinitive: str) -> bool:
    """Whether a present passive without a term tells what is done once and is still to come."""
    words = context.tokens.words[clause.start : clause.end]
    if IN_TEXT.intersection(words):
        return False
    if infinitive == "maken":
        return "afspraken" in words
    return infinitive in _ALWAYS_ONCE or (infinitive in _WITH_CUE and bool(_CUES.intersection(words)))


def read_expectation(context: Context, clause: Clause) -> Promise | None:
    """*De verwachting is dat de Kamer in mei kan worden geïnformeerd*."""
    tokens = context.tokens
    before = tokens.words[: clause.start]
    if "worden" not in tokens.words[clause.finite :] or not {"verwachting", "streven", "bedoeling"} & set(
        before
    ):
        return None
    return passive_of(context, clause) if context.dated(clause) else None
