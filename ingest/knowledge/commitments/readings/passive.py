"""*Wordt in maart vastgesteld*, *zal worden uitgewerkt*: what is done, and by whom."""

from beleidszoeker.ingest.knowledge.commitments.actors import Actor, read_actor
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.acting import last_participle
from beleidszoeker.ingest.knowledge.commitments.readings.context import (
    Context,
    Promise,
    describes_when,
    informs_kamer,
    is_open,
    keeps_informed,
    may_speak,
)
from beleidszoeker.ingest.knowledge.commitments.readings.documents import names_work
from beleidszoeker.ingest.knowledge.commitments.readings.papers import takes_up
from beleidszoeker.ingest.knowledge.commitments.readings.words import (
    HERE,
    IN_TEXT,
    MODAL,
    NOW,
    OFTEN,
    PARTICIPLES,
)
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM, ONCE, SERVICE
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_SITES = ("post", "bureau", "vestiging", "kazerne", "kantoor", "politieteam", "ziekenhuis")
_RESULTS = frozenset(("bereikt", "behaald", "verwacht", "geschat"))
_TAKEN = ("maatregelen", "maatregel", "regeling", "voorzieningen", "voorbereidingen", "regelingen")
_FEW = 4
_ASKED = wordlist("dat dit die daar er daarover daarnaar hier hierover hiernaar")
_TALKS = frozenset(("overleg", "gesprek", "gesprekken"))
_OF_THE_HOUSE = frozenset(("behandelen", "bespreken", "stemmen"))
_FROM_NOW = frozenset(("vervolgens", "voortaan", "daarna", "hierna", "straks"))
_CUES = frozenset(("nadere", "verdere"))
_EXAMINING = wordlist("""
    bekijken bezien onderzoeken verkennen bepalen beoordelen afwegen nagaan
    """)
_LATER_WORK = (
    "strategie",
    "uitwerking",
    "evaluatie",
    "herziening",
    "herijking",
    "uitvoering",
    "actualisatie",
)
_DELIVERED = ONCE.infinitives | {"stellen", "uitvoeren", "ontwikkelen", "realiseren", "maken"}
"""What is done to something that a clause describes: *beschikbaar gesteld*."""


def passive_of(context: Context, clause: Clause) -> Promise | None:
    """*zal worden uitgewerkt*, *wordt in maart vastgesteld*: by whom, and what."""
    tokens = context.tokens
    participle = _participle(context, clause) or last_participle(tokens, clause)
    if participle is None or participle[1] == "werken" or _befalls(context, clause, participle[1]):
        return None
    place, infinitive = participle
    informs = informs_kamer(context, clause) and _informs(context, clause, infinitive)
    if informs and context.has(OFTEN, clause.start, clause.end):
        return None
    agent, outside = _agent(tokens, clause, place)
    if agent and not may_speak(context, agent):
        return None
    elsewhere = outside or _of_others(context, clause) or not _own(context, clause, infinitive)
    if elsewhere and not informs:
        return None
    return Promise(clause, agent, informs)


def _informs(context: Context, clause: Clause, infinitive: str) -> bool:
    return infinitive in INFORM.infinitives or keeps_informed(context.tokens.words[clause.start : clause.end])


def _own(context: Context, clause: Clause, infinitive: str) -> bool:
    """Whether what is done and by nobody named, the speaker does: in a debate only to papers of its own."""
    if context.voice is not Voice.DEBATE:
        return context.speaks_for_itself
    words = context.tokens.words
    before = words[clause.start : clause.finite]
    near = words[clause.finite + 1 : clause.finite + _FEW]
    if "mij" in words[clause.start : clause.end]:
        return False  # *zal aan mij worden voorgelegd*
    if infinitive in _OF_THE_HOUSE:
        return False
    talks = infinitive == "voeren" and _TALKS.intersection(words[clause.start : clause.end])
    served = infinitive in {"kijken", "opnemen"} or infinitive in SERVICE.infinitives or talks
    asked = served and _ASKED.intersection(before[:1])
    return bool(asked) or names_work(before or near)


def _of_others(context: Context, clause: Clause) -> bool:
    """*Het bureau wordt vervangen*, *mensen worden bereikt*: a body's own affairs, and what comes of it."""
    words = context.tokens.words
    behind = words[clause.finite + 1 : clause.end]
    named = (*words[clause.start : clause.finite][:_FEW], *behind[:_FEW])
    return any(word.endswith(_SITES) for word in named) or bool(_RESULTS.intersection(behind))


def _befalls(context: Context, clause: Clause, infinitive: str) -> bool:
    """*Scholen worden getroffen* befalls them; *maatregelen worden getroffen* is an act."""
    named = context.tokens.words[clause.start : clause.end]
    return infinitive == "treffen" and not any(word.endswith(_TAKEN) for word in named)


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
    """*wordt uw Kamer geïnformeerd*, *wordt in maart vastgesteld*; without a future it only tells."""
    participle = _participle(context, clause)
    described = describes_when(context, clause)
    closed = not described and not is_open(context, clause)
    if closed or participle is None or context.has(MODAL, clause.start, clause.end):
        return None
    if informs_kamer(context, clause) and _informs(context, clause, participle[1]):
        return _read_informing(context, clause)
    if context.has(NOW, clause.start, clause.end) or participle[1] in {"werken", "inzetten"}:
        return None
    if described:
        return passive_of(context, clause) if participle[1] in _DELIVERED else None
    if _follows(context, clause, participle[1]) or (context.dated(clause) and not clause.opened):
        return passive_of(context, clause)
    return None


def _read_informing(context: Context, clause: Clause) -> Promise | None:
    if context.has(OFTEN, clause.start, clause.end) and context.tokens.word(clause.start) not in _FROM_NOW:
        return None
    here = context.has(IN_TEXT | HERE | {"namens"}, clause.start, clause.end) and not context.dated(clause)
    return None if here else Promise(clause, None, informs=True)


def _follows(context: Context, clause: Clause, infinitive: str) -> bool:
    """Whether another word than a term says that it is to come: *hierna*, *vanaf heden*."""
    tokens = context.tokens
    if not clause.opened and (
        tokens.word(clause.start) == "hierna"
        or "vanaf heden" in (tokens.joined(at, at + 2) for at in (clause.start, clause.finite + 1))
    ):
        return True
    if clause.opened not in {"", "dat"}:
        return False
    if takes_up(tokens, clause, infinitive):
        return True
    if infinitive not in _EXAMINING:
        return False
    return any(
        tokens.words[at] == "bij"
        and tokens.word(at + 2 + (tokens.word(at + 2) in _CUES)).endswith(_LATER_WORK)
        for at in range(clause.start, clause.end)
    )


def read_expectation(context: Context, clause: Clause) -> Promise | None:
    """*De verwachting is dat de Kamer in mei kan worden geïnformeerd*."""
    tokens = context.tokens
    before = tokens.words[: clause.start]
    if "worden" not in tokens.words[clause.finite :] or not {"verwachting", "streven", "bedoeling"} & set(
        before
    ):
        return None
    return passive_of(context, clause) if context.dated(clause) else None
