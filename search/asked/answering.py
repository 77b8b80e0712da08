"""Answers of the archive as JSON-ready data, for the CLI, the API and the page; forms that only grow."""

import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.asked import SetFilters, SetPlace
from beleidszoeker.index.store.said import Side
from beleidszoeker.search.asked.finding import Finder, asked_before, readable
from beleidszoeker.search.asked.showing import shown
from beleidszoeker.search.asked.telling import NO_WORDS, NOTHING, message
from beleidszoeker.search.questions import count_questions, delay_days, set_summary


class SetPage(NamedTuple):
    """Some of the sets of Kamervragen.

    Attributes:
        sets: As JSON-ready data; a form that only grows.
        total: How many there are.
        last: Place of the last of these, where more come.
    """

    sets: Sequence[dict[str, Any]]
    total: int
    last: SetPlace | None


def read_limits(
    date_from: str | None = None,
    date_to: str | None = None,
    *,
    member: str | None = None,
    party: str | None = None,
    minister: str | None = None,
) -> SetFilters:
    """Read limits as people type them.

    Raises:
        InvalidFilterError: A date is no ``JJJJ``, ``JJJJ-MM`` or ``JJJJ-MM-DD``.
    """
    days = Filters.parse(date_from=date_from, date_to=date_to)
    names = (readable(each or "") for each in (member, party, minister))
    return SetFilters(days.date_from or "", days.date_to or "", *names)


def answer_earlier(
    finder: Finder, reader: LibraryReader, draft: str, *, count: int, filters: SetFilters
) -> dict[str, Any]:
    """Tell whether a draft was asked before, with the earlier questions most like it."""
    started = time.perf_counter()
    found = finder.earlier(draft, count=count, filters=filters)
    results = shown(reader, found, readable(draft))
    best = max((each.why.score for each in found), default=None)
    return {
        "query": _text(draft),
        "asked_before": asked_before(found),
        "message": message(best) if readable(draft) else NO_WORDS,
        "took_ms": _since(started),
        "results": results,
    }


def answer_search(
    finder: Finder, reader: LibraryReader, query: str, side: Side | None, *, count: int, filters: SetFilters
) -> dict[str, Any]:
    """Return the exchanges that hold what is asked for, in the question, the answer, or both together."""
    started = time.perf_counter()
    found = finder.search(query, side, count=count, filters=filters)
    results = shown(reader, found, readable(query), searched=True)
    return {
        "query": _text(query),
        "side": side.value if side else "both",
        "message": (None if results else NOTHING) if readable(query) else NO_WORDS,
        "took_ms": _since(started),
        "results": results,
    }


def list_sets(
    reader: LibraryReader, filters: SetFilters, *, after: SetPlace | None = None, start: int = 0, count: int
) -> SetPage:
    """Return some of the sets that meet the filters, latest first, of versions of one work one.

    Args:
        reader: Of the library.
        filters: Limits.
        after: Only those behind this place, whether or not it is still there.
        start: How many to skip.
        count: How many at most.
    """
    places = reader.asked_sets(filters, once=True)
    if after is not None:
        start = bisect_right(places, _order(after), key=_order)
    chosen = places[start : start + count]
    more = start + count < len(places)
    return SetPage(
        [row for each in chosen for row in _set(reader, each)],
        len(places),
        chosen[-1] if more and chosen else None,
    )


def _order(place: SetPlace) -> tuple[int, str]:
    """Latest first, those without a day last; then by document."""
    return -int(place.day.replace("-", "") or 0), place.document_id


def _set(reader: LibraryReader, place: SetPlace) -> Iterator[dict[str, Any]]:
    found = reader.questions(place.document_id)
    if found is not None:
        yield {
            **set_summary(reader, place.document_id, found),
            "delay_days": delay_days(found),
            "questions": count_questions(found),
            "answers": sum(each.answer is not None for each in found.exchanges),
        }


def _text(typed: str) -> str:
    """Return what was typed as text: half a surrogate pair is none."""
    return typed.encode("utf-8", "replace").decode()


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
