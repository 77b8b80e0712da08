"""Who speaks in a document, and in a debate, in each turn."""

import re
from dataclasses import dataclass
from enum import Enum

from beleidszoeker.ingest.knowledge.commitments.actors import CABINET, MINISTER, REGION
from beleidszoeker.ingest.knowledge.text import Text

_GOVERNMENT = frozenset(
    ("kamerbrief", "beantwoording-kamervragen", "schriftelijk-overleg", "nota", "coalitieakkoord")
)
_REGIONAL = frozenset(("convenant", "voortgangsrapportage", "programmapagina", "besluitenlijst"))
_IN_GOVERNMENT = re.compile(r"(?:minister|staatssecretaris)\b", re.IGNORECASE)
_REGIONAL_BODY = re.compile(r"gemeente|provincie|waterschap|regio", re.IGNORECASE)


class Voice(Enum):
    """As whom a document speaks."""

    GOVERNMENT = "government"
    REGION = "region"
    DECISION = "decision"
    """A decision on a request: it tells what the law has it do, and only *ik* binds itself."""
    PROPOSAL = "proposal"
    """A fiche on what others propose: who is not named is not the government."""
    DEBATE = "debate"
    OUTSIDER = "outsider"
    """A report by others: what the government will do, it expects or asks."""


_OWN_VOICE = {
    "handelingen": Voice.DEBATE,
    "woo-besluit": Voice.DECISION,
    "bnc-fiche": Voice.PROPOSAL,
    "regeling": Voice.OUTSIDER,
    "motie": Voice.OUTSIDER,
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is *ik* and *wij*, and who acts where nobody is named.

    Attributes:
        voice: As whom the document speaks.
        name: As in ``minister van Financiën``; empty where nobody is known.
        start: First character of where the document says so; -1 where it does not.
        end: One past the last.
    """

    voice: Voice
    name: str = ""
    start: int = -1
    end: int = -1

    @property
    def title(self) -> str:
        """As whom they are told where the text does not name them."""
        return self.name or ("regio" if self.voice is Voice.REGION else "kabinet")

    @property
    def role(self) -> str:
        """The role of who acts where nobody is named."""
        return REGION if self.voice is Voice.REGION else MINISTER if self.name else CABINET


def speaker_of(text: Text) -> Speaker:
    """Return who speaks in a document."""
    authors = [each for each in text.metadata.authors if _IN_GOVERNMENT.search(each.value)]
    voice = _voice(text, signed=bool(authors))
    if not authors:
        bodies = text.metadata.organisations if voice is Voice.REGION else ()
        return Speaker(voice, bodies[0].value, bodies[0].start, bodies[0].end) if bodies else Speaker(voice)
    name = re.sub(r"\s*\([^()]{0,80}\)$", "", authors[0].value)
    return Speaker(voice, name, authors[0].start, authors[0].end)


def _voice(text: Text, *, signed: bool) -> Voice:
    kind = text.metadata.kind.value
    bodies = " ".join(each.value for each in text.metadata.organisations)
    if kind in _OWN_VOICE:
        return _OWN_VOICE[kind]
    if kind in _GOVERNMENT or signed or "ministerie" in bodies:
        return Voice.GOVERNMENT
    if kind in _REGIONAL or _REGIONAL_BODY.search(bodies):
        return Voice.REGION
    return Voice.OUTSIDER if kind == "rapport" else Voice.GOVERNMENT if kind == "bijlage" else Voice.REGION


def minister_speaking(section: tuple[str, ...]) -> str:
    """Return the member of government whose turn a section of a debate is; empty where another speaks.

    >>> minister_speaking(("Zorg", "Minister De Jonge")), minister_speaking(("Zorg", "De heer Kerst (VVD)"))
    ('minister De Jonge', '')
    """
    for heading in reversed(section):
        if found := _IN_GOVERNMENT.match(heading):
            return " ".join((found.group().lower(), heading[found.end() :].strip())).strip()
        if heading.startswith(("De heer", "Mevrouw", "De voorzitter")):
            return ""
    return ""
