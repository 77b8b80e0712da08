"""Members of government: whom the questions are put to, and who answers them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidszoeker.ingest.kamervragen.model import Minister
from beleidszoeker.ingest.kamervragen.names import INITIALS, SURNAME
from beleidszoeker.ingest.kamervragen.portfolios import parted

_ROLE = r"(?:minister-president|minist?ers?|staatssecretaris(?:sen)?)"
_WORDS = r"(?!(?:Minister|Staatssecretaris))[A-ZÀ-Ý][\w-]+(?:(?:,\s+|\s+en\s+|\s+)[A-ZÀ-Ý][\w-]+)*"
_OFFICE = re.compile(
    rf"\b(?P<role>(?i:{_ROLE}))(?:\s+(?P<name>{SURNAME})\s*\((?P<inside>[^()]+)\)|,?\s+(?:van|voor)\s+(?P<of>{_WORDS}))?"
    rf"|(?:,|\ben)\s+(?:van|voor)\s+(?P<also>{_WORDS})"
)
_ADDRESSED = re.compile(
    r"\s*(?:\([^()]*\)\s*)?aan\s+(?:de|het)?\s*(?=minist?er|staatssecretaris)", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:over|inzake|betreffende|omtrent|naar aanleiding|met betrekking|ten aanzien|naar)\b"
    r"|\(ingezonden|\n\n"
)
_ANSWERED = re.compile(
    r"\b(?:antwoord(?:en)?|beantwoording|mededeling)\s+van\s+(?:de\s+)?(?=minist?er|staatssecretaris)",
    re.IGNORECASE,
)
_ANSWERS_END = re.compile(
    r"\(ontvangen|\s+op\s+(?:de\s+)?(?:kamer|schriftelijke\s+)?vragen|\n\n\S+ \d", re.IGNORECASE
)
_SIGNED = re.compile(
    rf"(?:^|[\n,]\s*)(?:[Dd]e\s+)?(?P<role>(?i:{_ROLE}))\s+(?:van|voor)\s+(?P<of>{_WORDS})\s*,?\s*\n+\s*(?P<who>{INITIALS})"
)
_BEHALF = re.compile(r"\bnamens\s+(?:de\s+)?(?=minist?er|staatssecretaris)", re.IGNORECASE)
_LONGEST = 600
_PRESIDENT = "minister-president"


def find_ministers(head: str, *, asked_from: int) -> tuple[tuple[Minister, ...], tuple[Minister, ...]]:
    """Return whom the questions are put to and who answers them.

    Args:
        head: What stands above the first question.
        asked_from: Where the names of the members end.
    """
    return tuple(_addressees(head, asked_from)), tuple(_answering(head))


def _addressees(head: str, start: int) -> list[Minister]:
    """Read *aan de Ministers van …* behind the members, or where the letter says so first."""
    match = _ADDRESSED.match(head, start) or _ADDRESSED.search(head, start)
    if match is None or not start:
        return []
    return _offices(head, match.end(), _cut(head, match.end(), _SUBJECT))


def _answering(head: str) -> list[Minister]:
    match = _ANSWERED.search(head)
    found = _offices(head, match.end(), _cut(head, match.end(), _ANSWERS_END)) if match else []
    signed = [
        Minister(_one(m["role"]), part, _flat(m["who"]), m.start("role"), m.end("who"))
        for m in _SIGNED.finditer(head)
        for part, _, _ in parted(m["of"])
    ]
    if not found:
        behalf = _BEHALF.search(head) if signed else None
        others = _offices(head, behalf.end(), _cut(head, behalf.end(), _ANSWERS_END)) if behalf else []
        return [*signed, *(other for other in others if other.portfolio not in {s.portfolio for s in signed})]
    by_portfolio = {minister.portfolio.lower(): minister for minister in signed}
    return [_named(minister, by_portfolio.get(minister.portfolio.lower())) for minister in found]


def _named(minister: Minister, signature: Minister | None) -> Minister:
    return replace(minister, name=signature.name) if signature and not minister.name else minister


def _cut(head: str, start: int, until: re.Pattern[str]) -> int:
    match = until.search(head, start)
    return min(match.start() if match else len(head), start + _LONGEST)


def _offices(head: str, start: int, end: int) -> list[Minister]:
    """Read every office in a stretch of text; *de Staatssecretaris en de Minister van X* share theirs."""
    found: list[Minister] = []
    role = ""
    for match in _OFFICE.finditer(head, start, end):
        role = _one(match["role"]) if match["role"] else role
        if role:
            found += _offices_of(match, role)
    return _completed(found)


def _completed(found: list[Minister]) -> list[Minister]:
    """Give an office without a portfolio the next one's; the Minister-President's own is Algemene Zaken."""
    for place in range(len(found) - 2, -1, -1):
        if not found[place].portfolio and found[place].role != _PRESIDENT:
            found[place] = replace(found[place], portfolio=found[place + 1].portfolio)
    presides = any(minister.role == _PRESIDENT for minister in found)
    return [m for m in found if not (presides and m.role == "minister" and m.portfolio == "Algemene Zaken")]


def _offices_of(match: re.Match[str], role: str) -> Iterator[Minister]:
    group = "also" if match["also"] else "of"
    if not match[group]:
        name, inside = _flat(match["name"] or ""), _flat(match["inside"] or "")
        yield Minister(role, inside, name, match.start(), match.end())
        return
    begin, offset = match.start(), match.start(group)
    for part, _, last in parted(match[group]):
        yield Minister(role, part, "", begin, offset + last)
        begin = offset + last


def _one(role: str) -> str:
    """*Ministers* are each a minister; *minster* is a slip."""
    lower = role.lower()
    if lower.startswith("staats"):
        return "staatssecretaris"
    return _PRESIDENT if lower.endswith("president") else "minister"


def _flat(text: str) -> str:
    return " ".join(text.split())
