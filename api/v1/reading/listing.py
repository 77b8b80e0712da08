"""The documents of a library, a page at a time.

A cursor holds the place of the last document that was given rather than a number of documents, so documents
that come or go in between neither shift nor repeat the others, and the cursor never expires.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from beleidszoeker.api.v1.reading.cursors import digest, pack, unpack, unreadable
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import DocumentRecord

_Place: TypeAlias = tuple[int | str, ...]


class Order(StrEnum):
    """In which order documents are listed."""

    DATE = "date"
    """Newest first, those without a date last."""
    TITLE = "title"
    """By title."""


class Page(NamedTuple):
    """Some of the documents.

    Attributes:
        documents: In their order.
        total: How many there are on all pages.
        next: Cursor for the next page; ``None`` on the last.
    """

    documents: Sequence[DocumentRecord]
    total: int
    next: str | None


def page_of(
    records: Sequence[DocumentRecord],
    filters: Filters,
    order: Order,
    *,
    limit: int | None,
    cursor: str | None,
) -> Page:
    """Return a page of the documents that meet the filters.

    Args:
        records: All that meet them.
        filters: Which; a cursor holds for these only.
        order: In which order.
        limit: How many at most; ``None`` for all.
        cursor: Where to go on.

    Raises:
        InvalidCursorError: It is not ours, or of another question.
    """
    place_of, question = _PLACES[order], digest(filters, order.value)
    ordered = sorted(records, key=place_of)
    start = bisect_right(ordered, _place(unpack(cursor, question), order), key=place_of) if cursor else 0
    shown = ordered[start : None if limit is None else start + limit]
    more = start + len(shown) < len(ordered)
    following = pack(question, place_of(shown[-1])) if more and shown else None
    return Page(shown, len(ordered), following)


def _by_date(record: DocumentRecord) -> _Place:
    newest_first = -int(record.date.replace("-", "")) if record.date else 1
    return newest_first, record.title, record.id


def _by_title(record: DocumentRecord) -> _Place:
    return record.title.casefold(), record.id


_PLACES: dict[Order, Callable[[DocumentRecord], _Place]] = {Order.DATE: _by_date, Order.TITLE: _by_title}
_TYPES: dict[Order, tuple[type, ...]] = {Order.DATE: (int, str, str), Order.TITLE: (str, str)}


def _place(found: Any, order: Order) -> _Place:
    """Check a place that came from outside."""
    types = _TYPES[order]
    if isinstance(found, list) and tuple(map(type, found)) == types:
        return tuple(found)
    raise unreadable()
