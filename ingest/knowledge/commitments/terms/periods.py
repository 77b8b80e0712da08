"""Periods as they are named: a day, a month, a quarter, a season, a recess, a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from beleidszoeker.ingest.knowledge.commitments.terms.moments import MONTHS, SEASONS, ordinal
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist

_YEAR = re.compile(r"20\d\d")
_YEARS = re.compile(r"(20\d\d)[-–/](20)?(\d\d)")
_QUARTER = re.compile(r"(?:(20\d\d)[-/])?(?:q([1-4])|([1-4])q)(?:[-/](20\d\d))?")
_RECESS = re.compile(r"(zomer|kerst|herfst|voorjaars|mei|krokus)-?(?:reces|vakantie)|(kerst)(?:mis)?")
_RECESSES = {"zomer": "zomer", "herfst": "herfst", "kerst": "kerst", "mei": "mei"} | dict.fromkeys(
    ("voorjaars", "krokus"), "voorjaar"
)
_NUMERIC = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](20\d\d)")
_DAY = re.compile(r"[12]\d|3[01]|0?[1-9]")
_ORDINALS = frozenset(
    ("eerste", "tweede", "derde", "vierde", "laatste", "1e", "2e", "3e", "4e", "1ste", "2de")
)
_WEEKDAYS = wordlist("""
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """)
_RUNNING = frozenset(("en", "tot", "t/m", "-", "–", "/"))
_JOINING = frozenset(("van", "in", ",", "-", "/", "–"))
_LAST_CENTURY_OF = "20"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time by its name.

    Attributes:
        kind: ``day``, ``month``, ``quarter``, ``half``, ``season``, ``recess``, ``budget``, ``year``,
            ``years``.
        first: Its first word.
        end: One past its last word.
        number: Of the month, quarter or half; of the first year.
        name: Of the season or recess.
        day: Of the month.
        year: Where it is named.
        following: Years after the document's own, where it says *dit jaar* (0) or *volgend jaar* (1).
    """

    kind: str
    first: int
    end: int
    number: int = 0
    name: str = ""
    day: int = 0
    year: int | None = None
    following: int | None = None


def find_periods(tokens: Tokens) -> Iterator[Period]:
    """Yield the periods that a sentence names, none within another."""
    place = 0
    while place < len(tokens):
        period = _read(tokens, place)
        if period:
            yield period
        place = max(place + 1, period.end if period else 0)


def _read(tokens: Tokens, at: int) -> Period | None:
    word = tokens.word(at)
    if word[:1].isdigit():
        return _numeric(tokens, at, word)
    if word in _ORDINALS:
        return _ordinal(tokens, at, word)
    if word in _WEEKDAYS:
        day = _day(tokens, at + 1)
        return day and Period("day", at, day.end, day.number, day=day.day, year=day.year)
    if found := _QUARTER.fullmatch(word):
        return _quarter(tokens, at, found)
    named = _named(tokens, at, word)
    return _with_year(tokens, named) if named else None


def _named(tokens: Tokens, at: int, word: str) -> Period | None:
    if word in MONTHS:
        return Period("month", at, at + 1, number=MONTHS[word])
    if "/" in word and all(part in MONTHS for part in word.split("/")):
        return Period("month", at, at + 1, number=MONTHS[word.rpartition("/")[2]])  # *april/mei*
    if word in SEASONS:
        return Period("season", at, at + 1, name=word)
    if word == "prinsjesdag":
        return Period("budget", at, at + 1)
    if word == "kwartaal" and tokens.word(at + 1) in {"1", "2", "3", "4"}:
        return Period("quarter", at, at + 2, number=int(tokens.word(at + 1)))
    found = _RECESS.fullmatch(word)
    return Period("recess", at, at + 1, name=_RECESSES[found[1] or found[2]]) if found else None


def _numeric(tokens: Tokens, at: int, word: str) -> Period | None:
    if _YEAR.fullmatch(word):
        return _years(tokens, at)
    if found := _YEARS.fullmatch(word):
        return Period("years", at, at + 1, int(found[1]), year=int(_LAST_CENTURY_OF + found[3]))
    if found := _QUARTER.fullmatch(word):
        return _quarter(tokens, at, found)
    if word in _ORDINALS:
        return _ordinal(tokens, at, word)
    if (found := _NUMERIC.fullmatch(word)) and _exists(int(found[3]), int(found[2]), int(found[1])):
        return Period("day", at, at + 1, int(found[2]), day=int(found[1]), year=int(found[3]))
    return _day(tokens, at)


def _day(tokens: Tokens, at: int) -> Period | None:
    month = MONTHS.get(tokens.word(at + 1))
    if not month or not _DAY.fullmatch(tokens.word(at)):
        return None
    period = _with_year(tokens, Period("day", at, at + 2, month, day=int(tokens.word(at))))
    return period if _exists(period.year or 2024, month, period.day) else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _years(tokens: Tokens, at: int) -> Period:
    year, after = int(tokens.word(at)), at + 1
    if tokens.word(after) in _RUNNING:
        after += 3 if tokens.joined(after, after + 3) == "tot en met" else 1
        if _YEAR.fullmatch(tokens.word(after)) and (last := int(tokens.word(after))) > year:
            return Period("years", at, after + 1, year, year=last)
    return Period("year", at, at + 1, year, year=year)


def _quarter(tokens: Tokens, at: int, found: re.Match[str]) -> Period:
    year = found[1] or found[4]
    period = Period("quarter", at, at + 1, int(found[2] or found[3]), year=int(year) if year else None)
    return period if year else _with_year(tokens, period)


def _ordinal(tokens: Tokens, at: int, word: str) -> Period | None:
    following = tokens.word(at + 1)
    if following == "kwartaal":
        return _with_year(tokens, Period("quarter", at, at + 2, ordinal(word)))
    if following in {"helft", "jaarhelft"}:
        return _half(tokens, at, word)
    return None


def _half(tokens: Tokens, at: int, word: str) -> Period | None:
    period = _with_year(tokens, Period("half", at, at + 2, 1 if ordinal(word) == 1 else 2))
    if tokens.word(at + 2) == "van" and period.end == at + 2:
        month = tokens.word(at + 3)
        if month in MONTHS:
            return _with_year(tokens, Period("month", at, at + 4, MONTHS[month]))
        return None  # the first half of something else than a year
    return period


def _with_year(tokens: Tokens, period: Period) -> Period:
    """Take in the year behind a period: *2026*, *van 2026*, *van dit jaar*, *van het jaar*."""
    at = period.end
    if tokens.word(at) in _JOINING:
        at += 1
    if _YEAR.fullmatch(tokens.word(at)):
        return _dated(period, at + 1, year=int(tokens.word(at)))
    following = {"dit": 0, "het": 0, "volgend": 1, "komend": 1}.get(tokens.word(at))
    if following is not None and tokens.word(at + 1) in {"jaar", "kalenderjaar"}:
        return _dated(period, at + 2, following=following)
    return period


def _dated(period: Period, end: int, *, year: int | None = None, following: int | None = None) -> Period:
    return Period(
        period.kind, period.first, end, period.number, period.name, period.day, year=year, following=following
    )
