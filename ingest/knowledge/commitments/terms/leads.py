"""What stands before a period: what binds it, which part of it is meant, and whose it is."""

from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist

BEFORE = frozenset(("voor", "vóór", "vòòr", "tot"))
AFTER = frozenset(("na",))
_BINDING = (
    BEFORE
    | AFTER
    | frozenset(
        ("in", "per", "op", "uiterlijk", "vanaf", "rond", "rondom", "tegen", "tijdens", "gedurende", "t/m")
    )
    | frozenset(("richting", "omstreeks", "ná", "binnen", "aan", "met"))
)
_PARTS = {
    "begin": "begin",
    "medio": "medio",
    "half": "half",
    "halverwege": "half",
    "midden": "half",
    "eind": "eind",
    "einde": "eind",
    "start": "begin",
    "aanvang": "begin",
}
_OWN = wordlist("""
    dit deze komend komende aankomend aankomende volgend volgende aanstaande eerstvolgende
    """)
_OPENING = frozenset(("nog", "uiterlijk", "kort", "direct", "vlak", "ergens", "ruim", "later"))
_FILLING = frozenset(("de", "het", "vroege", "late", "hele", "gehele", "maand", "loop", "jaar"))
_GOALS = (
    "doel",
    "doelen",
    "doelstelling",
    "doelstellingen",
    "ambitie",
    "ambities",
    "opgave",
    "opgaven",
    "raming",
)
_LONG = (("tot", "en", "met"), ("met", "ingang", "van"))


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a period.

    Attributes:
        first: The first of them.
        bind: The preposition: ``voor``, ``na``, ``uiterlijk``; ``met`` of *tot en met*; empty without.
        part: ``begin``, ``medio``, ``half`` or ``eind``; empty for all of it.
        own: ``dit``, ``komende``, ``volgend``; empty without.
        goal: Whether it tells which goal or plan is meant, and not when: *het doel voor 2030*.
    """

    first: int
    bind: str = ""
    part: str = ""
    own: str = ""

    goal: bool = False

    @property
    def told(self) -> bool:
        """Whether anything but an article stands there."""
        return bool(self.bind or self.part or self.own)


def read_lead(tokens: Tokens, first: int) -> Lead:
    """Return what stands before the word at a place, read leftwards."""
    at, part, own, edge = first, "", "", first
    while True:
        word = tokens.word(at - 1)
        if word in _PARTS and not part:
            part, at, edge = _PARTS[word], at - 1, at - 1
        elif word in _OWN and not own:
            own, at, edge = word, at - 1, at - 1
        elif word in _FILLING or (word == "van" and tokens.word(at - 2) in {*_PARTS, "loop"}):
            at -= 1
        else:
            break
    return _bound(tokens, at, Lead(_article(tokens, edge, own=own), "", part, own))


def _article(tokens: Tokens, edge: int, *, own: str) -> int:
    """*Het komende jaar* and *het einde van het jaar* begin with their article."""
    named = own or tokens.word(edge) in {"einde", "eind", "begin"}
    return edge - 1 if named and tokens.word(edge - 1) in {"de", "het"} else edge


def _bound(tokens: Tokens, at: int, lead: Lead) -> Lead:
    for long in _LONG:
        if tokens.joined(at - 3, at) == " ".join(long):
            return Lead(at - 3, "met", lead.part, lead.own)
    word = tokens.word(at - 1)
    if word in {"nog", "later"} and lead.own:
        return Lead(at - 1, "", lead.part, lead.own)
    if word not in _BINDING or (word == "met" and tokens.word(at) != "prinsjesdag"):
        return lead
    start, bind = at - 1, word
    if bind in {"in", "op", "per"} and tokens.word(start - 1) == "uiterlijk":
        start, bind = start - 1, "uiterlijk"
    while tokens.word(start - 1) in _OPENING:
        start -= 1
        if tokens.word(start) == "uiterlijk" and bind not in BEFORE:
            bind = "uiterlijk"
    goal = bind in {"voor", "in", "richting"} and tokens.word(start - 1).endswith(_GOALS)
    return Lead(start, bind, lead.part, lead.own, goal=goal)
