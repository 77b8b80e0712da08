"""The members who ask: *van de leden Mutluer, Lahlah (GroenLinks-PvdA) en Boswijk (CDA)*."""

import re
import unicodedata

from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.kamervragen.model import Member
from beleidszoeker.ingest.kamervragen.names import SURNAME

_ASKED_BY = re.compile(
    r"\b(?:kamer)?vra(?:ag|gen)\s+(?:(?:die|gesteld)\s+)*(?:van|door)?\s*(?:het|de)\s+(?:Tweede\s+|Eerste\s+)?(?:Kamer)?"
    r"(?:lid|leden)\s+(?!der\s)",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    rf"\s*(?P<name>{SURNAME})(?:\s+c\.s\.)?(?:\s*\((?:(?:beiden?|allen?)\s+)?(?P<party>[^()]{{1,60}})\))?"
)
_NEXT = re.compile(r"\s*(?:,\s*(?:en\s+)?|\s+en\s+|\s*&\s*)(?:(?:het|de)\s+(?:lid|leden)\s+)?(?=\S)")
_MOST = 40


def find_members(head: str) -> tuple[tuple[Member, ...], int]:
    """Return the members who ask and where their names end; nobody and 0 where none are named."""
    for match in _ASKED_BY.finditer(head):
        members, end = _listed(head, match.end())
        if members:
            return tuple(members), end
    return (), 0


def _listed(head: str, at: int) -> tuple[list[Member], int]:
    members: list[Member] = []
    while len(members) < _MOST:
        match = _MEMBER.match(head, at)
        if match is None:
            break
        members.append(Member(_evidence(match, "name")))
        at = match.end()
        if match["party"]:
            party = _evidence(match, "party")
            members = [Member(member.name, member.party or party) for member in members]
        following = _NEXT.match(head, at)
        if following is None:
            break
        at = following.end()
    return members, at


def _evidence(match: re.Match[str], group: str) -> Evidence:
    return Evidence(_composed(match[group]), *match.span(group))


def _composed(name: str) -> str:
    """Put a free-standing accent on its letter, as in *Kostic´*, and line breaks out of a name."""
    accented = re.sub(r"(\w)´", lambda match: unicodedata.normalize("NFC", match[1] + "\u0301"), name)
    return " ".join(accented.split())
