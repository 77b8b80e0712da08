"""What the identifier of an official publication says: ``h-tk-20172018-70-12``, ``kst-36410-XIII-5``."""

import re
from collections.abc import Iterator

_SESSION = r"(\d{4})(\d{4})"
_DEBATE = re.compile(rf"^h-(tk|ek|vv)-{_SESSION}-(\d+)-(\d+)$")
_PAPER = re.compile(r"^kst-(\d{5})(?:-([IVXLC]+[A-Z]?|\(?R\d+\)?))?-([\w-]+)$")
_QUESTIONS = re.compile(rf"^ah-(tk|ek)-{_SESSION}-(\d+)$")
_LAW = re.compile(r"^BWB[RVW]\d{7}$")
_ANY = re.compile(
    r"\b(?:(?:h|ah|kv)-(?:tk|ek|vv)-[\w-]+|kst-[\w-]+|stb-\d{4}-[\w-]+|stcrt-\d{4}-[\w-]+|blg-\d+|BWB[RVW]\d{7})\b"
)
_CHAMBERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer", "vv": "Verenigde Vergadering"}


def find_identifier(text: str) -> str:
    """Return the first identifier in an address or a value, else nothing.

    >>> find_identifier("https://zoek.officielebekendmakingen.nl/h-tk-20172018-70-1/metadata.xml")
    'h-tk-20172018-70-1'
    """
    match = _ANY.search(text)
    return match.group() if match else ""


def address(identifier: str) -> str:
    """Return the address of the page of a publication."""
    if _LAW.match(identifier):
        return f"https://wetten.overheid.nl/{identifier}"
    return f"https://zoek.officielebekendmakingen.nl/{identifier}.html"


def stated_by(identifier: str) -> Iterator[tuple[str, str]]:
    """Yield properties, as ``DraftDocument.properties`` names them.

    >>> dict(stated_by("kst-36410-XIII-5"))
    {'dossiers': '36410-XIII', 'kamerstuk': '36410-XIII-5'}
    """
    if match := _DEBATE.match(identifier):
        chamber, begin, end, meeting, item = match.groups()
        yield from (("organisation", _CHAMBERS[chamber]), ("session_year", f"{begin}-{end}"))
        yield from (("meeting", meeting), ("item", item))
    elif match := _PAPER.match(identifier):
        number, chapter, paper = match.groups()
        dossier = f"{number}-{chapter}" if chapter else number
        yield from (("dossiers", dossier), ("kamerstuk", f"{dossier}-{paper}"))
    elif match := _QUESTIONS.match(identifier):
        chamber, begin, end, number = match.groups()
        yield from (("organisation", _CHAMBERS[chamber]), ("session_year", f"{begin}-{end}"))
        yield "aanhangsel", number
