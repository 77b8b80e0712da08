"""Days, months and quarters in their spellings: *20 juni 2025*, *20-06-2025* and *2025-06-20* are one."""

import re

from beleidszoeker.index.dutch.expressions import GAP, Expression

_NAMES = "januari februari maart april mei juni juli augustus september oktober november december"
_SHORT_NAMES = "jan feb mrt apr mei jun jul aug sep okt nov dec"
MONTHS, _SHORT = tuple(_NAMES.split()), tuple(_SHORT_NAMES.split())
_NUMBER_OF = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(_SHORT, start=1)},
    "sept": 9,
}
_QUARTERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
OPENERS = frozenset((*_NUMBER_OF, *_QUARTERS, "q1", "q2", "q3", "q4"))
"""Folded words that may begin a month or a quarter; a date begins with a digit."""

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = rf"(?P<name>{'|'.join(sorted(_NUMBER_OF, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:1[89]|2[01])\d\d)"
_END = r"(?![^\W_]|[-/.]\d)"
_OF = rf"{GAP}(?:van{GAP})?"
_PATTERNS = [
    re.compile(pattern + _END, re.IGNORECASE)
    for pattern in (
        rf"(?:{_DAY}(?:e|de|ste)?{GAP})?{_MONTH}{_OF}{_YEAR}",
        rf"{_DAY}(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep){_YEAR}",
        rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])-{_DAY}",
        rf"(?:(?P<ordinal>{'|'.join(_QUARTERS)})|(?P<quarter>[1-4])(?:e|de|ste)){GAP}kwartaal(?:{_OF}{_YEAR})?",
        rf"q(?P<quarter>[1-4])(?:(?:-|/|{_OF}){_YEAR})?",
        rf"{_YEAR}(?:-|/|{GAP})?q(?P<quarter>[1-4])",
    )
]
_YEARS = re.compile(r"((?:1[89]|2[01])\d\d)[-/](?:\d\d)?(\d\d)")


def read_date(text: str, start: int) -> Expression | None:
    """Return the day, month with its year, or quarter that begins at a place."""
    for pattern in _PATTERNS:
        if found := pattern.match(text, start):
            fields = found.groupdict()
            quarter = fields.get("quarter") or _QUARTERS.get((fields.get("ordinal") or "").lower())
            if quarter:
                return _quarter(int(quarter), fields["year"], found.end())
            month = fields.get("month") or _NUMBER_OF[fields["name"].lower()]
            return _date(fields["year"], int(month), fields.get("day"), found.end())
    return None


def session(word: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the term of a parliamentary year or other pair of years, and of both years, or nothing.

    >>> session("2021-2022"), session("2021/22"), session("2021-2025")
    (('2021/22', ('2021', '2022')), ('2021/22', ('2021', '2022')), None)
    """
    if not (found := _YEARS.fullmatch(word)):
        return None
    following = str(int(found[1]) + 1)
    return (f"{found[1]}/{found[2]}", (found[1], following)) if following.endswith(found[2]) else None


def _date(year: str, month: int, day: str | None, end: int) -> Expression:
    of_month, name = f"{year}-{month:02}", MONTHS[month - 1]
    if not day:
        return Expression(of_month, (name, year), end)
    return Expression(f"{of_month}-{int(day):02}", (of_month, str(int(day)), name, year), end)


def _quarter(quarter: int, year: str | None, end: int) -> Expression:
    name = f"q{quarter}"
    return (
        Expression(f"{year}-{name}", (name, "kwartaal", year), end)
        if year
        else Expression(name, ("kwartaal",), end)
    )
