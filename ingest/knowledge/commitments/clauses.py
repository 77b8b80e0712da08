"""Clauses: where the one around a finite verb begins and ends, and who its subject is.

Dutch puts the finite verb second in a main clause, so its subject stands right before or right behind it, and
last in a subordinate one, so its subject stands right behind the word that opens it.
"""

from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.commitments.actors import Actor, read_actor
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist

_HARD = frozenset((";", ":", "(", ")", "–", "•", "?", "!"))
COMPLEMENT = frozenset(("dat", "waarna", "waarbij", "waarin", "waarmee", "waarop", "waarover"))
"""What may open a clause that still says what will be done."""
CONDITION = wordlist("""
    als indien wanneer zodra tenzij voordat nadat totdat mocht of hoe wat wie welke waar waarom waardoor
    zodat omdat aangezien hoewel terwijl doordat die om waaraan waarvan waarvoor waaruit wiens dan
    """)
"""What opens a clause that supposes, asks, explains or describes."""
_JOINING = frozenset(("en", "maar", "dus", "want", "ook", "tevens"))
PREPOSITIONS = wordlist("""
    van aan met voor in op bij door naar uit over onder tegen tussen om tot sinds na namens via per conform
    binnen zonder volgens richting jegens
    """)
_LIGHT = wordlist("""
    ook dan daarom dus nu er hier hiervoor daarvoor hierover daarover hierbij daarbij u zich mij ons me nog
    wel daarnaast daartoe hiertoe vervolgens tevens graag onder andere onder meer eveneens verder bovendien
    derhalve hierop daarop hem ze het
    """)
_NO_NOUNS = (
    wordlist("""
    daarnaast daarom daarvoor hiervoor hierover daarover ook tevens verder vervolgens tot aanvullend
    uiteraard vanzelfsprekend hierbij daarbij hierin daarin hiermee daarmee hiertoe daartoe bovendien dan nu
    zo eerst uiterlijk binnenkort mede ten ter inmiddels momenteel later zoals na voor vóór en maar of want
    dus naast eind begin medio daar hier hieraan daaraan hiernaast jaarlijks naar daarop hierop op tenslotte
    concreet komend komende halverwege straks morgen vanaf sinds aansluitend gelet gezien parallel samen
    hieronder
    """)
    | PREPOSITIONS
)


_EXAMINING = wordlist("""
    bezien bekijken onderzoeken nagaan verkennen kijken beoordelen bepalen toetsen na vragen besluiten
    kijk bekijk bezie onderzoek
    bekeken onderzocht nagegaan verkend gekeken beoordeeld bepaald getoetst gevraagd besloten
    """)
"""Behind these, *of* opens a question."""
_AS_WHAT = wordlist("""
    vervolgstap vervolg onderdeel uitvloeisel eerste volgende aanvulling uitwerking reactie alternatief stap
    tussenstap invulling laatste
    """)
"""Behind *als* at the head of a main clause: *als vervolgstap zal ik …*."""
_ANYBODYS = frozenset(("zal", "kan", "wil", "mag", "zou", "is", "had", "was", "blijf"))
_OBJECTS = frozenset(("ik", "wij", "we"))
_SHORT = 6
_THOSE = frozenset(("dat", "die"))
"""Right behind *ik* or *wij*, these are what is done, or point at it."""
_TURNING = frozenset(("maar", "want", "dus"))
_SUBJECTS = wordlist("ik wij we u hij zij ze het dit er")
_OPENS_MAIN = _SUBJECTS | {"als", "indien", "mocht", "wanneer", "zodra", "daar", "dan", "laat"}
_DESCRIBING = frozenset(("die", "waar", "wie", "wat", "welke", "hoe", "zoals"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by its finite verb.

    Attributes:
        finite: Place of that verb.
        start: First word.
        end: One past the last word.
        opened: The word that opens it where it is subordinate; empty for a main clause.
        subject: Who acts, where that is somebody who may promise.
        noun_first: Whether something else than an actor stands as the subject before the verb.
    """

    finite: int
    start: int
    end: int
    opened: str
    subject: Actor | None
    noun_first: bool


def clause_at(tokens: Tokens, finite: int) -> Clause:
    """Return the clause around a finite verb."""
    start, opened = _start(tokens, finite)
    end = _end(tokens, finite)
    behind = None if tokens.word(finite - 1) in _OBJECTS else _behind(tokens, finite)
    if behind:
        return Clause(
            finite,
            start,
            end,
            opened if opened in CONDITION and opened != "als" else "",
            behind,
            noun_first=False,
        )
    before = _before(tokens, start, finite) or _titled(tokens, finite)
    noun_first = not before and start < finite and tokens.word(start) not in _NO_NOUNS and not opened
    if not before and not noun_first and start == finite and finite:
        before = goes_on_from(tokens, finite)
    return Clause(finite, start, end, opened, before, noun_first)


def _start(tokens: Tokens, finite: int) -> tuple[int, str]:
    for at in range(finite - 1, -1, -1):
        word = tokens.words[at]
        if word in _HARD or word == ",":
            return at + 1, ""
        if word in _THOSE and tokens.word(at - 1) in _OBJECTS:
            continue  # *wij dat gesprek*
        if word in COMPLEMENT and at < finite - 1 and (at or word != "dat"):
            described = word != "dat" and tokens.word(at - 1) not in {",", "en"}
            return at + 1, "die" if described else word
        if word in CONDITION and at < finite - 1 and not _no_opening(tokens, at):
            return at + 1, word
        if word in {"en", "maar"} and at == finite - 1:
            return finite, ""
    return 0, ""


def _no_opening(tokens: Tokens, at: int) -> bool:
    """*of* joins two words as often as it opens a clause, and *in die reactie* opens none."""
    word, before = tokens.words[at], tokens.word(at - 1)
    if word == "die":
        return at == 0 or before in PREPOSITIONS
    if word == "als":
        return tokens.word(at + 1) in _AS_WHAT
    if word == "of":
        return tokens.word(at + 1) not in _OBJECTS
    return word == "dan" or (word == "om" and at == 0)


def _is_degree(tokens: Tokens, at: int) -> bool:
    """*wat dieper*, *wat meer*."""
    return tokens.words[at] == "wat" and tokens.word(at + 1).endswith(("er", "meer"))


def _end(tokens: Tokens, finite: int) -> int:
    for at in range(finite + 1, len(tokens)):
        word = tokens.words[at]
        if (
            word in {";", ":"}
            or _begins_main(tokens, at)
            or (word == "of" and tokens.word(at - 1) in _EXAMINING)
        ):
            return at
        if (word in COMPLEMENT or word in CONDITION) and word not in {"of", "dan", "om", "als"}:
            if at == finite + 1 or tokens.word(at - 1) in PREPOSITIONS:
                continue  # a pronoun
            if (word in _THOSE and tokens.word(at - 1) in _OBJECTS) or _is_degree(tokens, at):
                continue
            return at
    return len(tokens)


def _begins_main(tokens: Tokens, at: int) -> bool:
    """*…, maar ik wil niet …*, *…, maar als u …*: behind the conjunction begins a clause of its own."""
    return tokens.words[at] in _TURNING and tokens.word(at - 1) == "," and tokens.word(at + 1) in _OPENS_MAIN


def _behind(tokens: Tokens, finite: int) -> Actor | None:
    at = finite + 1
    while at < finite + 4 and tokens.word(at) in _LIGHT:
        if actor := read_actor(tokens, at):
            return actor
        at += 1
    return read_actor(tokens, at)


def _before(tokens: Tokens, start: int, finite: int) -> Actor | None:
    for at in (start, start + 1):
        actor = read_actor(tokens, at) if at < finite else None
        if actor and actor.end <= finite and (at == start or tokens.words[start] in _LIGHT | _JOINING):
            return actor
    return None


def _titled(tokens: Tokens, finite: int) -> Actor | None:
    """An office with commas in its name: *de minister van Landbouw, Natuur en Voedselkwaliteit zal*."""
    actor = read_actor(tokens, 0)
    return actor if actor and actor.end == finite else None


def goes_on_from(tokens: Tokens, finite: int) -> Actor | None:
    """Return the actor whose clause goes on at a verb, behind *en* or behind what commas enclose."""
    opened = [
        at for at in range(1, finite) if tokens.words[at] in COMPLEMENT or tokens.words[at] in _DESCRIBING
    ]
    if tokens.words[finite - 1] == ",":
        return _before(tokens, 0, finite)
    near = first_actor(tokens, opened[-1] + 1 if opened else 0, finite)
    return near or (_pronoun_of(tokens, finite, opened) if opened else None)


def _pronoun_of(tokens: Tokens, finite: int, opened: list[int]) -> Actor | None:
    """*Ik hecht eraan dat goed te doen en kom …*, *wij werken dat uit en komen …*: whose form it is.

    *Zal* may be of anybody that a clause between names, and *komen* of several; *wij … dat* has none between.
    """
    actor, word = read_actor(tokens, 0), tokens.words[finite]
    if actor is None or not actor.pronoun:
        return None
    if actor.pronoun == "wij":
        return actor if word.endswith("en") and opened == [2] else None
    if word == "zal" and len(opened) == 1 and finite - opened[0] <= _SHORT:
        between = tokens.words[opened[0] + 1 : finite - 1]
        return actor if between and not any(map(_may_be_finite, between)) else None
    return actor if word not in _ANYBODYS and not word.endswith(("en", "t")) else None


def _may_be_finite(word: str) -> bool:
    return word.endswith(("en", "t")) and word not in {"een", "het", "niet"}


def first_actor(tokens: Tokens, first: int, end: int) -> Actor | None:
    """Return the first actor in a stretch that no preposition governs."""
    for at in range(first, end):
        if tokens.word(at - 1) not in PREPOSITIONS and (actor := read_actor(tokens, at)):
            return actor
    return None
