"""Kamerstukken and their dossiers, in all the ways that they are cited."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.patterns import within

_CHAPTER = r"\s?-?\s?\(?(?:[IVX]{1,6}|[A-J])(?![\w'’]|\.[A-Z])\)?"
_SUB = r"-\d\d(?=\s*,?\s*nrs?\b|-\d)"
_DOSSIER = rf"(?P<dossier>\d\d[ .\u00a0]?\d{{3}}(?![\d/])(?:{_SUB}|{_CHAPTER})?)"
_HOUSE = r"(?:(?:I{1,2}|ll|[ET]K|[Tt]weede\s+Kamer|[Ee]erste\s+Kamer)\b,?\s*)"
_SESSION = r"(?:(?:[Vv]ergaderjaar\s*)?\d{4}\s?[-/–]\s?\d{2,4}(?!\d)\s*,?\s*)"
_WORD = (
    r"(?:[Kk]amerstuk(?:ken)?(?:dossiers?|nummers?)?|KAMERSTUK(?:KEN)?|[Kk]amerdossiers?|[Dd]ossier(?:nummer)?s?|"
    r"[Ww]etsvoorstel(?:len)?)"
)
_NAMED = within(
    rf"(?:{_WORD}\s*[:,(]?\s*(?:nrs?\b\.?\s*)?{_HOUSE}?{_SESSION}?|{_HOUSE}{_SESSION}|[TE]K\s+)(?:nr\.?\s*)?{_DOSSIER}"
)
_BARE = within(
    rf"(?P<dossier>[1-3]\d[ \u00a0]?\d{{3}}(?![\d/])(?:(?<=501)-\d\d(?=-\d|,?\s*nr)|{_CHAPTER})?)"
    r"(?=-(?!0)\d{1,4}(?![\w/%]|[-.,:]\d)|\s*,?\s*nrs?\b\.?\s*\d)"
)
_BRACKETED = within(r"(?P<dossier>(?:2[4-9]|3\d)[ \u00a0]?\d{3}(?:[ -]?[IVX]{1,6})?)(?=\))")
_OF_A_BILL = ("wetsvoorstel", "voorstel van wet", "wijziging van", "vaststelling van", "initiatief")
_ANOTHER = within(
    r"(?:\s*[,;]\s*(?:en\s+)?|\s+(?:en|respectievelijk|resp\.)\s+)(?P<literal>(?:[Kk]amerstuk(?:ken)?\s+)?"
    rf"{_DOSSIER})(?P<numbered>(?=\s*,?\s*nr|-\d))?"
)
_FIRST = within(r"(?:\s*[,;]?\s*(?:[Nn]rs?\b\.?|nummers?)\s*|\s?[-–]\s?)(\d{1,4}|[A-Z]{1,2})(?![\w/])")
_SENATE = within(r"\b(?:I|EK|[Ee]erste\s+Kamer)\b")
_LETTER = within(r",\s?([A-Z]{1,2})(?![\w.])")
_MORE = within(
    r"(?:\s*,(?:\s*en)?|\s+en|\s*&)\s*(?:nrs?\b\.?\s*)?(\d{1,4})(?![\w/]|\.\d|\s?\d{3}\b|\s+[a-z]{3,}\s+\d{4})"
)
_ROUND = within(r"\d\d[ \u00a0]?000")


def read_paper(text: str, position: int) -> list[Found]:
    """Return the papers that are cited behind *Kamerstuk*, or the dossiers where none is numbered."""
    match = _NAMED.match(text, position)
    return list(_read(text, match, position)) if match else []


def read_bare_paper(text: str, position: int) -> list[Found]:
    """Return the papers cited without a word: *29826-211*, *36 410-XIII, nr. 5*."""
    match = _BARE.match(text, position) or _bracketed(text, position)
    if not match or _ROUND.match(match["dossier"]) or text[max(0, position - 1) : position] in set("-.,/:="):
        return []
    return list(_read(text, match, position))


def _bracketed(text: str, position: int) -> re.Match[str] | None:
    """*(34 851)* and *(34775-XVI)*; five digits and no more only behind the title of a bill."""
    match = _BRACKETED.match(text, position) if text[max(0, position - 1) : position] == "(" else None
    if match and match["dossier"].isdigit():
        before = text[max(0, position - 300) : position].lower()
        return match if any(bill in before for bill in _OF_A_BILL) else None
    return match


def _read(text: str, match: re.Match[str], position: int) -> Iterator[Found]:
    opening: re.Match[str] | None = match
    senate = _SENATE.search(text, position, match.start("dossier")) is not None
    start = position
    while opening:
        key, place = dossier_key(opening["dossier"]), opening.span("dossier")
        end, numbered = opening.end("dossier"), False
        for number, first, last in _numbers(text, end, lettered=senate):
            begin = first if numbered else start
            yield Found(ReferenceKind.KAMERSTUK, f"kst-{key}-{number}", begin, last, place)
            end, numbered = last, True
        if not numbered:
            end = place[1]
            yield Found(ReferenceKind.DOSSIER, f"dossier-{key}", start, end, place)
        opening = _ANOTHER.match(text, end)
        if opening and opening["numbered"] is None and numbered:
            return
        start = opening.start("literal") if opening else end


def _numbers(text: str, position: int, *, lettered: bool) -> Iterator[tuple[str, int, int]]:
    match = _FIRST.match(text, position)
    if not match and lettered:
        match = _LETTER.match(text, position)
    while match:
        yield match[1], match.start(1), match.end()
        match = _MORE.match(text, match.end())


def dossier_key(dossier: str) -> str:
    """Return one spelling of the number of a dossier: *36 410 (XIII)* is *36410-XIII*."""
    part = re.search(r"[IVX]+$|[A-J]$|(?<=-)\d\d$", dossier.rstrip(")"))
    number = re.sub(r"\D", "", dossier)[:5]
    return f"{number}-{part.group()}" if part else number
