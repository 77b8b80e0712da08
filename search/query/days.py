"""Days as people type them in a query."""

import calendar
import datetime as dt
import re
from typing import NamedTuple

from beleidszoeker.ingest.metadata.dates import dates

_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_YEAR_LAST = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})")
_LONGEST = 40


class Span(NamedTuple):
    """A year, month or day as its first and last day, ISO 8601."""

    first: str
    last: str


def read_span(text: str) -> Span | None:
    """Return the days that are meant; ``None`` where a text names none.

    >>> read_span("2024-05"), read_span("1-1-2024")
    (Span(first='2024-05-01', last='2024-05-31'), Span(first='2024-01-01', last='2024-01-01'))
    >>> read_span("31-2-2024"), read_span("gisteren")
    (None, None)
    """
    text = text.strip()
    if len(text) > _LONGEST or not text.isascii():
        return None
    if found := _YEAR_FIRST.fullmatch(text):
        return _span(found[1], found[2], found[3])
    if found := _YEAR_LAST.fullmatch(text):
        return _span(found[3], found[2], found[1])
    written = next(dates(text), None)
    return Span(written[0], written[0]) if written and written[1:] == (0, len(text)) else None


def _span(year: str, month: str | None, day: str | None) -> Span | None:
    try:
        first = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    end_of = calendar.monthrange(first.year, first.month if month else 12)[1]
    last = first if day else first.replace(month=first.month if month else 12, day=end_of)
    return Span(first.isoformat(), last.isoformat())
