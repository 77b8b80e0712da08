"""The organisations that issued a document: those of its head, of its signature, or of whoever answers."""

import re
from collections.abc import Callable, Iterator, Sequence

from beleidszoeker.ingest.document import Block, BlockKind, Evidence, ParsedDocument
from beleidszoeker.ingest.metadata.offices import MINISTRY, ministry

_MINISTRY = re.compile(
    rf"\b(?:ministeries?|ministers?|staatssecretaris(?:sen)?)\s+(?:van|voor)\s+({MINISTRY})(?!\w)",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(rf"\(({MINISTRY})(?=\)|\s+–)", re.IGNORECASE)
_PROVINCE = re.compile(
    r"\bprovincie\s+(Drenthe|Flevoland|Fryslân|Friesland|Gelderland|Groningen|Limburg|Noord-Brabant|Noord-Holland"
    r"|Overijssel|Utrecht|Zeeland|Zuid-Holland)\b",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(
    r"\b[Gg]emeente[ ](?!\w+adres\b)((?:['’]s-)?[A-Z][\w’'-]+(?:\s+(?:aan|den|op)\s+(?:den\s+)?[A-Z]\w+)?)"
)
_COLLEGE = re.compile(
    r"\bB&W[- ]vergadering\s+([A-Z][\w’'-]+)"
    r"|\b[Cc]ollege van [Bb](?:urgemeester)? en [Ww](?:ethouders)? van ([A-Z][\w’'-]+)"
)
_AGENCY = re.compile(
    r"\b(Rijksdienst voor Ondernemend Nederland|Rijkswaterstaat|Rijksvastgoedbedrijf|Belastingdienst"
    r"|Rijksinstituut voor Volksgezondheid en Milieu|Planbureau voor de Leefomgeving"
    r"|Sociaal en Cultureel Planbureau"
    r"|Centraal Planbureau|Centraal Bureau voor de Statistiek|Algemene Rekenkamer|Raad van State"
    r"|Nederlandse Voedsel- en Warenautoriteit|Adviescollege(?: [A-Z]\w+)+|Waterschap(?: [A-Z]\w+)+)"
)
_LETTERS = ("kamerbrief", "beantwoording-kamervragen", "woo-besluit", "schriftelijk-overleg")
_HEAD, _FRONT, _SIGNATURE, _COLOPHON = 1500, 600, 400, 150
_CLOSING = re.compile(r"(?:^|\n)(?:hoogachtend|met vriendelijke groet)|\bnamens deze\b", re.IGNORECASE)
_COMMISSIONED = re.compile(r"\b(?:opdrachtgever|in opdracht van|on behalf of)\b[^\n.]{0,60}$", re.IGNORECASE)
_EXPLAINED = re.compile(r"[A-Z][\w&]{1,6}\s?[:=]")  # an entry of a list of abbreviations
_TO = re.compile(r"aan\b|de\s+(?:heer|voorzitter)|t\.a\.v\.", re.IGNORECASE)
_PREFIX = re.compile(rf"({MINISTRY})(?=[/_])", re.IGNORECASE)


def find_organisations(
    document: ParsedDocument,
    *,
    kind: str,
    authors: Sequence[Evidence],
    kenmerk: Evidence | None,
    head: Sequence[Block],
) -> tuple[Evidence, ...]:
    """Return ministries, agencies, provinces and municipalities that speak in a document, each once.

    In a letter these are who signs or answers and who stands in its head: all others that it names are
    those it is about. Failing these, the ministry whose initials begin the reference.
    """
    found: dict[str, Evidence] = {}
    sources = [_of_authors(document, authors), _declared(document)]
    if document.properties.get("organisation"):
        return tuple(_declared(document))
    if kind == "regeling":  # whom a law names in its text are those whom it binds
        sources.append(_named(document.text, 0, _FRONT, _PATTERNS[:1]) if not authors else iter(()))
        return tuple({e.value: e for source in sources for e in source}.values())
    if kind == "nota":
        sources.append(_named(document.text, 0, _FRONT, _PATTERNS[:2]))
    elif kind != "beantwoording-kamervragen" or not authors:
        sources += [_named(document.text, *span) for span in _spans(document, kind, head)]
    for evidence in (item for source in sources for item in source):
        found.setdefault(evidence.value, evidence)
    return tuple(found.values()) or tuple(_of_reference(kenmerk))


def _spans(document: ParsedDocument, kind: str, head: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where a document names its own: above and under a letter, where others open and close."""
    if kind in _LETTERS:
        yield from _letterhead(document, head)
        for closing in _CLOSING.finditer(document.text):
            yield closing.start(), _line_end(document.text, closing.start() + _SIGNATURE)
        return
    end = max((b.end for b in document.blocks if b.kind is not BlockKind.FOOTNOTE), default=0)
    yield 0, _line_end(document.text, min(_FRONT if kind == "rapport" else _HEAD, end))
    for block in document.blocks:
        last = end - _SIGNATURE <= block.start < end and kind != "besluitenlijst"
        if last and not _EXPLAINED.match(document.text, block.start):
            yield block.start, min(block.end, block.start + _COLOPHON)


def _line_end(text: str, position: int) -> int:
    found = text.find("\n", position)
    return found if found >= 0 else len(text)


def _declared(document: ParsedDocument) -> Iterator[Evidence]:
    if name := document.properties.get("organisation", "").strip():
        yield Evidence(name)
    running = " ".join(document.properties.get("running", "").split())
    author = document.properties.get("author", "").strip()
    for text, patterns in ((running, _PATTERNS[:2]), (author, _PATTERNS)):
        for evidence in _named(text, 0, len(text), patterns):
            yield Evidence(evidence.value)


def is_organisation(name: str) -> bool:
    """Tell whether a name is an organisation's.

    >>> is_organisation("Gemeente Born"), is_organisation("W. Vermeer")
    (True, False)
    """
    return any(pattern.match(name) for pattern, _ in _PATTERNS)


def _of_reference(kenmerk: Evidence | None) -> Iterator[Evidence]:
    match = _PREFIX.match(kenmerk.value) if kenmerk else None
    value = ministry(match.group(1)) if match else None
    if kenmerk and value:
        yield Evidence(value, kenmerk.start, kenmerk.end)


def _of_authors(document: ParsedDocument, authors: Sequence[Evidence]) -> Iterator[Evidence]:
    for author in authors:
        for pattern in (_MINISTRY, _OFFICE_OF):
            match = pattern.search(document.text, author.start, author.end + 1) if author.start >= 0 else None
            value = ministry(match.group(1)) if match else None
            if match and value:
                yield Evidence(value, match.start(), match.end())
        if author.value == "minister-president":
            yield Evidence("ministerie van Algemene Zaken", author.start, author.end)


def _letterhead(document: ParsedDocument, head: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The head of a letter without its addressee, and not far: without a salutation it runs into the text."""
    for block in head:
        inside = block.start < _FRONT or block.start >= 2 * _HEAD
        if inside and not _TO.match(document.text, block.start, block.end):
            yield block.start, block.end


def _named(
    text: str, start: int, end: int, patterns: "Sequence[_Pattern] | None" = None
) -> Iterator[Evidence]:
    for pattern, name in patterns or _PATTERNS:
        for match in pattern.finditer(text, start, end):
            value = name(next(filter(None, match.groups())))
            if value and not _COMMISSIONED.search(text, max(0, match.start() - 100), match.start()):
                yield Evidence(value, match.start(), match.end())


def _province(name: str) -> str:
    return "provincie " + {"friesland": "Fryslân"}.get(name.casefold(), name.title())


def _municipality(name: str) -> str:
    return "gemeente " + name


def _agency(name: str) -> str:
    return " ".join(name.split())


_Pattern = tuple[re.Pattern[str], Callable[[str], str | None]]
_PATTERNS: tuple[_Pattern, ...] = (
    (_MINISTRY, ministry),
    (_AGENCY, _agency),
    (_PROVINCE, _province),
    (_COLLEGE, _municipality),
    (_MUNICIPALITY, _municipality),
)
