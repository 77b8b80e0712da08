"""European acts and proposals: regulations, directives, decisions, COM documents, CELEX numbers."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.patterns import within

_BODY = r"(?:EU|EG|EEG|EC|EEC|Euratom|GBVB|EGKS|JBZ)"
_PARENTHESIS = rf"\(\s?{_BODY}(?:,\s?{_BODY}){{0,2}}\s?\)"
_NUMBER = rf"(?P<one>\d{{1,4}})/(?P<two>\d{{1,4}})(?P<suffix>/{_BODY}(?:,\s?{_BODY})?)?(?![\w/]|\.\d)"
_ACT = within(
    r"(?:(?:[Gg]edelegeerde|[Gg]emachtigde|[Ii]mplementing|[Dd]elegated)\s+)?"
    r"(?P<act>(?:[Uu]itvoerings|[Kk]ader|[Ww]ijzigings)?(?:[Vv]erordening|[Rr]ichtlijn|[Bb]esluit|[Bb]eschikking|"
    r"[Aa]anbeveling)(?P<plural>en)?|[Rr]egulation|[Dd]irective|[Dd]ecision)\s+"
    rf"(?P<body>{_PARENTHESIS}\s*)?(?P<nr>(?:[Nn]rs?\b\.?|No\.?|nummer)\s*)?{_NUMBER}"
)
_NEXT = within(
    rf"(?:\s*,\s*(?:en\s+)?|\s+(?:en|of)\s+)(?:{_PARENTHESIS}\s*)?(?:[Nn]r\.?\s*)?(?P<literal>{_NUMBER})"
)
_BARE = within(_NUMBER)
_SMALL_BODY = within(r"(?<=[(/])(?:eu|eg|eeg|ec)\b|^\d{5}[a-z]\d{4}$")
_PROPOSAL = within(
    r"(?P<series>COM|SWD|JOIN|SEC)\s?[(/]\s?(?P<year>(?:19|20)\d\d)\s?[)/]\s?(?P<number>\d{1,4})(?!\d)"
)
_CELEX = within(
    r"(?:CELEX(?:-?nummer)?(?::|\s|%3A){0,2}\s?)?(?P<key>[356](?:19[5-9]|20[0-4])\d[A-Z]{1,2}\d{4})(?!\w)"
)
_EUROPEAN_BEHIND = within(r"\s+van\s+(?:het\s+Europees|de\s+(?:Raad|Commissie|Europese))")
_NAMED = ("verordening", "richtlijn", "regulation", "directive")
_OLDEST, _TWO_DIGITS, _NEW_STYLE = 1952, 58, 2015


def read_act(text: str, position: int) -> list[Found]:
    """Return the European acts that are named at a place: one, or more behind a plural."""
    match = _ACT.match(text, position)
    if not match or not _is_european(text, match):
        return []
    letter = _letter(match["act"])
    dated_first = not match["nr"] and "EU" in (match["body"] or "EU")
    key = _celex(letter, match, dated_first=dated_first)
    found = [Found(ReferenceKind.EUROPEAN, key, position, match.end())] if key else []
    following = _NEXT.match(text, match.end()) if match["plural"] else None
    while following and found:
        key = _celex(letter, following, dated_first=dated_first)
        if not key:
            break
        found.append(Found(ReferenceKind.EUROPEAN, key, following.start("literal"), following.end()))
        following = _NEXT.match(text, following.end())
    return found


def read_bare(text: str, position: int) -> list[Found]:
    """Return the act of a number that names its body: *92/43/EEG*; such numbers are of directives."""
    match = _BARE.match(text, position)
    if not match or not match["suffix"]:
        return []
    before = text[max(0, position - 300) : position].lower()
    named = max(("verordening", "richtlijn", "beschikking", "besluit"), key=before.rfind)
    letter = _letter(named) if named in before else "L"
    key = _celex("L" if letter == "R" else letter, match, dated_first=False)
    return [Found(ReferenceKind.EUROPEAN, key, position, match.end())] if key else []


def read_proposal(text: str, position: int) -> list[Found]:
    """Return a document of the Commission: *COM(2022) 304*."""
    match = _PROPOSAL.match(text, position)
    if not match:
        return []
    key = f"{match['series']}({match['year']}){int(match['number'])}"
    return [Found(ReferenceKind.EUROPEAN, key, position, match.end())]


def read_celex(text: str, position: int) -> list[Found]:
    """Return a CELEX number, with the word before it where it has one."""
    match = _CELEX.match(text, position)
    return [Found(ReferenceKind.EUROPEAN, match["key"], position, match.end())] if match else []


def all_acts(text: str) -> Iterator[Found]:
    """Yield what a text that is nothing but the name of an act refers to, also in small letters."""
    text = _SMALL_BODY.sub(lambda body: body.group().upper(), text)
    yield from read_act(text, 0) or read_bare(text, 0) or read_celex(text, 0)


def _is_european(text: str, match: re.Match[str]) -> bool:
    """Municipalities number their decisions too; a regulation or directive is told by its year."""
    if match["body"] or match["suffix"]:
        return True
    if not match["act"].lower().endswith((*_NAMED, "verordeningen", "richtlijnen")):
        return _EUROPEAN_BEHIND.match(text, match.end()) is not None
    return any(len(match[part]) == 4 and int(match[part]) >= _OLDEST for part in ("one", "two"))  # noqa: PLR2004


def _letter(act: str) -> str:
    name = act.lower()
    if "verordening" in name or "regulation" in name:
        return "R"
    if "richtlijn" in name or "directive" in name:
        return "L"
    return "H" if "aanbeveling" in name else "F" if "kader" in name else "D"


def _celex(letter: str, match: re.Match[str], *, dated_first: bool) -> str:
    """Compose a CELEX number; regulations before 2015 say number/year, all else year/number.

    Args:
        letter: Of its kind.
        match: With both its numbers.
        dated_first: Whether the act is cited in the style of 2015: without *nr.*, and of the Union.
    """
    first, second = _year(match["one"]), _year(match["two"])
    turned = letter == "R" and not (dated_first and first and first >= _NEW_STYLE)
    if second and (turned or not first):
        return f"3{second}{letter}{int(match['one']):04d}"
    return f"3{first}{letter}{int(match['two']):04d}" if first else ""


def _year(digits: str) -> int | None:
    value = int(digits)
    if len(digits) == 2 and value >= _TWO_DIGITS:  # noqa: PLR2004
        return 1900 + value
    return value if len(digits) == 4 and _OLDEST <= value <= 2100 else None  # noqa: PLR2004
