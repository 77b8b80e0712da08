"""What the Chambers number: answers to questions, debates, cases, commitments, and identifiers themselves."""

import re

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.patterns import within
from beleidszoeker.ingest.knowledge.references.years import YEAR, session_year

_HOUSE = (
    r"(?:(?:,?\s+|,\s*)(?:(?:van|bij)\s+de\s+|der\s+)?(?:Kamer\s+)?"
    r"(?P<house>II|I|ll|TK|EK|[Tt]weede\s+Kamer|[Ee]erste\s+Kamer)\b)?"
)
_SESSION = rf",?\s*(?:[Vv]ergaderjaar\s*)?{YEAR}"
_NUMBER = r"(?:\s*[,;]?\s*(?:nrs?\b\.?|nummers?)\s*|\s*,\s*|\s+)(?P<number>\d{1,5})(?![\w/]|\s\d{3})"
_OF_DEBATES = r"(?:\s+(?:(?:van|bij)\s+de\s+|der\s+)?[Hh]andelingen)"
_APPENDIX = (
    within(rf"[Aa]anhangsel{_OF_DEBATES}?{_HOUSE}{_SESSION}(?:\s*,?\s*[Aa]anhangsel)?{_NUMBER}"),
    within(
        rf"(?:Handelingen|[Kk]amerstuk(?:ken)?){_HOUSE}{_SESSION}\s*,?\s*"
        rf"\(?[Aa]anhangsel{_OF_DEBATES}?\)?{_NUMBER}"
    ),
    within(rf"[Tt]weede\s+Kamer{_SESSION}\s*,?\s*[Aa]anhangsel(?=,?\s*nr){_NUMBER}"),
    within(rf"[Aa]anhangsel{_OF_DEBATES}{_HOUSE},?\s*nr\.?\s*(?P<number>\d{{1,5}})\s*[,(]?{_SESSION}\)?"),
)
_MORE = within(
    r"(?:\s*,\s*(?:en\s+)?|\s+en\s+)(?:nr\.?\s*)?(?P<number>\d{1,5})(?![\w/]|[.:,]\d|\s?\d{3}|\s+(?!en\b)[a-z])"
)
_DEBATE = within(
    rf"Handelingen{_HOUSE}{_SESSION}\s*,?\s*(?:(?:nr\.?|nummer)\s*)?(?P<number>\d{{1,3}})(?!\d)"
    r"(?:(?:\s*[,;-]\s*|\s+)(?:items?\.?\s*)(?P<item>\d{1,3})(?!\d)|-(?P<tied>\d{1,3})(?!\d|\s?-\d))?"
)
_ITEM = within(r"(?:\s*,\s*|\s+en\s+)(?:item\s*)?(?P<item>\d{1,3})(?![\w/]|\s?\d{3}|\s+(?!en\b)[a-z])")
_CASE = within(r"20\d\d[ZD](?:\d{5}|(?=[\d ]{6}(?!\d))\d{1,4} \d{1,4})(?!\d)")
_COMMITMENT = within(r"TZ20\d{4}-\d{1,4}(?!\d)")
_OFFICIAL = within(
    r"(?P<kamerstuk>kst-(?P<dossier>\d{5}(?:-\(?[IVX]+\)?(?=-)|-[A-J](?=-)|-\d\d(?=-))?)-[A-Z\d]{1,4})"
    r"(?![A-Za-z\d])|"
    r"(?P<aanhangsel>ah-[et]k-\d{8}-\d{1,5})(?!\d)|(?P<handelingen>h-[et]k-\d{8}-\d{1,3}-\d{1,3})(?!\d)|"
    r"(?P<stb>stb-\d{4}-\d{1,4})(?!\d)|(?P<stcrt>stcrt-\d{4}-\d{1,6})(?!\d)|(?P<trb>trb-\d{4}-\d{1,4})(?!\d)"
)
_ECLI = within(
    r"ECLI:\s?([A-Z]{2}):\s?([A-Z\d]{1,7}):\s?(\d{4}|(?=[\d ]{5}:)\d{1,3} \d{1,3}):\s?"
    r"([A-Z\d]{1,25}(?:\.\d{1,3})?)"
)


def read_appendix(text: str, position: int) -> list[Found]:
    """Return answers to questions: *Aanhangsel Handelingen, vergaderjaar 2016-2017, nrs. 11 en 12*."""
    match = next(filter(None, (pattern.match(text, position) for pattern in _APPENDIX)), None)
    year = session_year(match["first"], match["last"]) if match else None
    if not match or not year:
        return []
    stem = f"ah-{_house(match)}-{year.replace('-', '')}"
    found = [Found(ReferenceKind.APPENDIX, f"{stem}-{int(match['number'])}", position, match.end())]
    following = _MORE.match(text, match.end())
    while following:
        key = f"{stem}-{int(following['number'])}"
        found.append(Found(ReferenceKind.APPENDIX, key, following.start("number"), following.end()))
        following = _MORE.match(text, following.end())
    return found


def read_debate(text: str, position: int) -> list[Found]:
    """Return debates: *Handelingen II 2017/18, nr. 70, item 12*."""
    match = _DEBATE.match(text, position)
    year = session_year(match["first"], match["last"]) if match else None
    if not match or not year:
        return []
    stem = f"h-{_house(match)}-{year.replace('-', '')}-{int(match['number'])}"
    item = match["item"] or match["tied"]
    key = f"{stem}-{int(item)}" if item else stem
    found = [Found(ReferenceKind.DEBATE, key, position, match.end())]
    following = _ITEM.match(text, match.end()) if match["item"] else None
    while following:
        key = f"{stem}-{int(following['item'])}"
        found.append(Found(ReferenceKind.DEBATE, key, following.start("item"), following.end()))
        following = _ITEM.match(text, following.end())
    return found


def read_case(text: str, position: int) -> list[Found]:
    """Return a case or document of the Tweede Kamer; a line's end may have put a space in it."""
    match = _CASE.match(text, position)
    key = match.group().replace(" ", "") if match else ""
    return [Found(ReferenceKind.CASE, key, position, match.end())] if match else []


def read_commitment(text: str, position: int) -> list[Found]:
    """Return the number of a toezegging."""
    match = _COMMITMENT.match(text, position)
    return [Found(ReferenceKind.COMMITMENT, match.group(), position, match.end())] if match else []


def read_official(text: str, position: int) -> list[Found]:
    """Return an identifier of an official publication, as in an address."""
    match = _OFFICIAL.match(text, position)
    if not match:
        return []
    kind = ReferenceKind(str(match.lastgroup if match.lastgroup != "dossier" else "kamerstuk"))
    key = match.group().replace("(", "").replace(")", "")
    dossier = match.span("dossier") if match["dossier"] else None
    return [Found(kind, key, position, match.end(), dossier)]


def read_ecli(text: str, position: int) -> list[Found]:
    """Return a judgment by its European identifier."""
    match = _ECLI.match(text, position)
    key = ":".join(("ECLI", *match.groups())).replace(" ", "") if match else ""
    return [Found(ReferenceKind.CASE_LAW, key, position, match.end())] if match else []


def _house(match: re.Match[str]) -> str:
    named = match.groupdict().get("house") or "II"
    return "ek" if named.lower()[:2] in ("i", "ek", "ee") else "tk"
