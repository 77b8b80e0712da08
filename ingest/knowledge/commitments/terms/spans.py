"""Terms that count from the day of the document: *binnen zes weken*, *het komende jaar*, *volgende week*."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from beleidszoeker.ingest.knowledge.commitments.terms.days import DAY, NO_DAYS, Days, later, month_end
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
        start=1,
    )
} | {"één": 1}
_WEEKS = {"week": 1, "weken": 1}
_MONTHS = {
    "maand": 1,
    "maanden": 1,
    "kwartaal": 3,
    "kwartalen": 3,
    "halfjaar": 6,
    "jaar": 12,
    "jaren": 12,
}
_DAYS = {"dag": 1.0, "dagen": 1.0, "werkdag": 1.4, "werkdagen": 1.4}
"""Five working days are a week."""
_UNITS = frozenset((*_WEEKS, *_MONTHS, *_DAYS))
_SINGLE = frozenset(("week", "maand", "kwartaal", "halfjaar", "jaar"))
_FILLING = wordlist("""
    ongeveer circa maximaal uiterlijk een de termijn periode van nu en ten hoogste
    """)
_COMING = frozenset(("komende", "komend", "aankomende", "aankomend"))
_MOST = 600


@dataclass(frozen=True, slots=True)
class Span:
    """Words that count from the document's day, with the days they stand for."""

    first: int
    end: int
    days: Days


def find_spans(tokens: Tokens, today: date | None) -> Iterator[Span]:
    """Yield what counts from the document's day; without that day, the words alone."""
    for at, word in enumerate(tokens.words):
        if word in _UNITS and (span := _read(tokens, at, word, today)):
            yield span


def _read(tokens: Tokens, at: int, word: str, today: date | None) -> Span | None:
    before = tokens.word(at - 1)
    if before in {"dit", "volgend"} and word == "jaar":
        return None  # a calendar year
    if days := _of_calendar(before, word, today):
        return Span(_left(tokens, at - 1, {"later", "in", "nog"}), at + 1, days)
    number, first = _number(tokens, at)
    if tokens.word(first - 1) in _COMING and (number or word in _SINGLE):
        article = _left(tokens, first - 1, {"de", "het"})
        return Span(
            _left(tokens, article, {"in", "binnen", "gedurende", "voor"}),
            at + 1,
            _days(number or 1, word, today),
        )
    if not number:
        return None
    start = first
    while tokens.word(start - 1) in _FILLING:
        start -= 1
    if tokens.word(start - 1) == "binnen" or (tokens.word(start - 1) == "over" and start == first):
        return Span(start - 1, at + 1, _days(number, word, today))
    return None


def _of_calendar(which: str, unit: str, today: date | None) -> Days | None:
    """*Deze week*, *volgende maand*, *dit kwartaal*; ``None`` for anything else."""
    if which in {"deze", "volgende"} and unit in {"week", "maand"}:
        return _named(which, unit, today)
    return _quarter(which, today) if which in {"dit", "volgend"} and unit == "kwartaal" else None


def _left(tokens: Tokens, at: int, words: set[str]) -> int:
    return at - 1 if tokens.word(at - 1) in words else at


def _number(tokens: Tokens, at: int) -> tuple[float, int]:
    """The number before a unit and the place where it begins; none is 0."""
    word = tokens.word(at - 1)
    if word in {"half", "anderhalf"}:
        start = at - 2 if word == "half" and tokens.word(at - 2) == "een" else at - 1
        return (0.5 if word == "half" else 1.5), start
    if word in _NUMBERS:
        return _NUMBERS[word], at - 1
    if word.isdecimal() and word.isascii() and int(word[:4]) < _MOST:
        return int(word[:4]), at - 1
    if tokens.words[at] == "halfjaar" and word == "een":
        return 1, at - 1
    return 0, at


def _days(number: float, unit: str, today: date | None) -> Days:
    if today is None:
        return NO_DAYS
    if unit in _MONTHS:
        return today, later(today, months=round(number * _MONTHS[unit]))
    days = number * 7 if unit in _WEEKS else number * _DAYS[unit]
    return today, today + timedelta(days=round(days + 0.3))


def _named(which: str, unit: str, today: date | None) -> Days:
    if today is None:
        return NO_DAYS
    if unit == "week":
        return today, today + (14 if which == "volgende" else 7) * DAY
    return today, month_end(today if which == "deze" else later(today, months=1))


def _quarter(which: str, today: date | None) -> Days:
    if today is None:
        return NO_DAYS
    within = today if which == "dit" else later(today, months=3)
    return today, month_end(within.replace(day=1, month=(within.month + 2) // 3 * 3))
