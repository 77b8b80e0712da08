"""Days of the calendar that terms stand for."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date | None, date | None]
"""The first and the last day, as far as words tell them."""

Yearly = Callable[[int], tuple[date, date]]
"""From a year to the first and last day of something that every year has."""

NO_DAYS: Days = (None, None)
DAY = timedelta(days=1)
_MONTHS_A_YEAR = 12
_TUESDAY = 1


def month(number: int) -> Yearly:
    """Return the days of a month, in any year."""
    return months(number, number)


def months(first: int, last: int) -> Yearly:
    """Return the days from the first of one month to the last of another."""
    return lambda year: (date(year, first, 1), month_end(date(year, last, 1)))


def between(first: tuple[int, int], last: tuple[int, int]) -> Yearly:
    """Return the days from one (month, day) to another of the same year."""
    return lambda year: (_day(year, *first), _day(year, *last))


def _day(year: int, month: int, day: int) -> date:
    """*29 februari* is the twenty-eighth in most years."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def later(day: date, *, months: int) -> date:
    """Return the day so many months later; the last of the month where it has no such day.

    >>> later(date(2025, 11, 30), months=3)
    datetime.date(2026, 2, 28)
    """
    years, number = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    first = date(day.year + years, number + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def budget_day(year: int) -> date:
    """Return Prinsjesdag, the third Tuesday of September.

    >>> budget_day(2025)
    datetime.date(2025, 9, 16)
    """
    first = date(year, 9, 1)
    return first + timedelta(days=(_TUESDAY - first.weekday()) % 7 + 14)


def next_such(days: Yearly, today: date | None) -> Days:
    """Return the first of them that is not over on a day; nothing where that day is not known."""
    if today is None:
        return NO_DAYS
    this_year = days(today.year)
    return this_year if this_year[1] >= today else days(today.year + 1)
