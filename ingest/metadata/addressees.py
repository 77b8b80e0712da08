"""To whom a letter or nota is addressed, as far as that is an office or a body."""

import re
from collections.abc import Sequence

from beleidszoeker.ingest.document import Block, Evidence, ParsedDocument
from beleidszoeker.ingest.metadata.offices import PORTFOLIO, portfolio

_CHAIR = re.compile(
    r"(?:^|\n)(?:>?\s*Aan\s+)?(?:de\s+)?"
    r"(voorzitter\s+van\s+de\s+(Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten[-\s]Generaal)?)",
    re.IGNORECASE,
)
_BOTH_CHAIRS = re.compile(
    r"(?:^|\n)(?:Aan\s+)?(?:de\s+)?"
    r"(voorzitters\s+van\s+de\s+(?:Eerste|Tweede)\s+en\s+(?:de\s+)?(?:Eerste|Tweede)\s+Kamer)",
    re.IGNORECASE,
)
_MINISTER = re.compile(
    rf"\bAan\s+(?:de\s+)?((minister|staatssecretaris)\s+(van|voor)\s+({PORTFOLIO})|minister-president)(?!\w)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:^|\n)Aan\s+(?:de\s+|het\s+)?((?:college van (?:burgemeester en wethouders|B&W)|gemeenteraad|raad"
    r"|provinciale staten"
    r"|gedeputeerde staten|dagelijks bestuur|algemeen bestuur)"
    r"(?:\s+van\s+(?:de\s+gemeente\s+|het\s+waterschap\s+)?"
    r"[A-Z][\w’'-]+)?)",
    re.IGNORECASE,
)
_BROKEN = 60  # characters of the next block: an address is often a paragraph per line
_ADDRESSED = re.compile(r"(?:^|\n)\s*>?\s*(?:Aan|De)\b", re.IGNORECASE)


def find_addressees(document: ParsedDocument, head: Sequence[Block]) -> tuple[Evidence, ...]:
    """Return the addressees named in the head, each once; private persons are left out."""
    found: dict[str, Evidence] = {}
    for block in head:
        text = document.text[block.start : block.end]
        if not _ADDRESSED.search(text) and not re.match("voorzitter", text, re.IGNORECASE):
            continue
        for pattern in (_BOTH_CHAIRS, _CHAIR, _MINISTER, _BODY):
            for match in pattern.finditer(document.text[block.start : block.end + _BROKEN]):
                if match.start() >= len(text):
                    break
                value = _value(pattern, match)
                start, end = match.span(1)
                found.setdefault(value, Evidence(value, block.start + start, block.start + end))
    return tuple(found.values())


def _value(pattern: re.Pattern[str], match: re.Match[str]) -> str:
    if pattern is _CHAIR:
        return f"voorzitter van de {match.group(2).title()} Kamer der Staten-Generaal"
    if pattern is _MINISTER and match.group(2):
        return f"{match.group(2).lower()} {match.group(3).lower()} {portfolio(match.group(4))}"
    value = " ".join(match.group(1).split())
    return value[0].lower() + value[1:]
