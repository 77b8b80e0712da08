"""Saved searches, and the alerts that each of them gave."""

import json
import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from beleidszoeker.errors import SavedSearchNotFoundError, TooManySearchesError

MOST_SEARCHES = 1000
"""Saved searches in one library: each new document is held against all of them."""

LONGEST_TITLE = 200
"""Characters."""

_RANDOM_BYTES = 16


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question that keeps being asked.

    Attributes:
        id: Whoever knows it may change the search.
        feed: Whoever knows it may read what it told.
        title: What people call it.
        query: The question.
        filters: Its limits, as parameters of a search: name → values.
        created: When it was saved, ISO 8601 in UTC.
        changed: When its title or its alerts last changed, likewise.
        looked: Number of the last arrival that it has looked at.
        seen: Number of the last alert that somebody has looked at.
    """

    id: str
    feed: str
    title: str
    query: str
    filters: Mapping[str, tuple[str, ...]]
    created: str
    changed: str
    looked: int
    seen: int


@dataclass(frozen=True, slots=True)
class Alert:
    """What a search told of a document.

    Attributes:
        number: It rises from alert to alert.
        document_id: The document.
        passage_id: The passage that answers.
        found: When, ISO 8601 in UTC.
        said: Quote, citation and why, as they were then.
    """

    number: int
    document_id: str
    passage_id: str
    found: str
    said: dict[str, Any]


def now() -> str:
    """Return the time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def save_search(
    desk: sqlite3.Connection,
    title: str,
    query: str,
    filters: Mapping[str, Sequence[str]],
    *,
    looked: int,
) -> SavedSearch:
    """Save a search.

    Args:
        desk: Open to write.
        title: What to call it; cut to ``LONGEST_TITLE``.
        query: The question.
        filters: Its limits.
        looked: Number of the last arrival that is no news to it.

    Raises:
        TooManySearchesError: The library holds all that it may.
    """
    if desk.execute("SELECT count(*) FROM saved_searches").fetchone()[0] >= MOST_SEARCHES:
        raise TooManySearchesError(
            f"Er zijn al {MOST_SEARCHES} zoekopdrachten bewaard.",
            advice="Verwijder er een die niet meer nodig is.",
        )
    made, given = now(), json.dumps({name: list(values) for name, values in filters.items()})
    row = (secrets.token_urlsafe(_RANDOM_BYTES), secrets.token_urlsafe(_RANDOM_BYTES))
    desk.execute(
        "INSERT INTO saved_searches (id, feed, title, query, filters, created, changed, looked) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, title[:LONGEST_TITLE], query, given, made, made, looked),
    )
    return find_search(desk, row[0])


def find_search(desk: sqlite3.Connection, search_id: str) -> SavedSearch:
    """Return a search by its id.

    Raises:
        SavedSearchNotFoundError: There is none with this id.
    """
    return _found(desk.execute("SELECT * FROM saved_searches WHERE id = ?", (search_id,)))


def find_by_feed(desk: sqlite3.Connection, feed: str) -> SavedSearch:
    """Return a search by the id of its feed.

    Raises:
        SavedSearchNotFoundError: There is none with this one.
    """
    return _found(desk.execute("SELECT * FROM saved_searches WHERE feed = ?", (feed,)))


def all_searches(desk: sqlite3.Connection) -> list[SavedSearch]:
    """Return all searches, the oldest first."""
    return [_search(row) for row in desk.execute("SELECT * FROM saved_searches ORDER BY created, id")]


def rename_search(desk: sqlite3.Connection, search_id: str, title: str) -> SavedSearch:
    """Give a search another title.

    Raises:
        SavedSearchNotFoundError: There is none with this id.
    """
    desk.execute(
        "UPDATE saved_searches SET title = ?, changed = ? WHERE id = ?",
        (title[:LONGEST_TITLE], now(), search_id),
    )
    return find_search(desk, search_id)


def remove_search(desk: sqlite3.Connection, search_id: str) -> None:
    """Remove a search with all that it told.

    Raises:
        SavedSearchNotFoundError: There is none with this id.
    """
    if not desk.execute("DELETE FROM saved_searches WHERE id = ?", (search_id,)).rowcount:
        raise _missing()


def mark_seen(desk: sqlite3.Connection, search_id: str, number: int) -> None:
    """Note that somebody has looked at the alerts up to this one."""
    desk.execute("UPDATE saved_searches SET seen = max(seen, ?) WHERE id = ?", (number, search_id))


def tell(
    desk: sqlite3.Connection,
    search: SavedSearch,
    looked: int,
    alerts: Sequence[tuple[str, str, dict[str, Any]]],
) -> list[Alert]:
    """Keep what a search tells of documents, and how far it has looked; return what was not told before.

    Args:
        desk: Open to write: all of this is kept, or nothing.
        search: The search; one that was removed meanwhile tells nothing.
        looked: Number of the last arrival that it has looked at.
        alerts: Document, passage and what is said, for each.
    """
    if desk.execute("SELECT 1 FROM saved_searches WHERE id = ?", (search.id,)).fetchone() is None:
        return []
    told, at = [], now()
    for document_id, passage_id, said in alerts:
        added = desk.execute(
            "INSERT OR IGNORE INTO alerts (search_id, document_id, passage_id, found, said) "
            "VALUES (?, ?, ?, ?, ?)",
            (search.id, document_id, passage_id, at, json.dumps(said, ensure_ascii=False)),
        )
        if added.rowcount:
            told.append(Alert(int(added.lastrowid or 0), document_id, passage_id, at, said))
    desk.execute("UPDATE saved_searches SET looked = max(looked, ?) WHERE id = ?", (looked, search.id))
    if told:
        desk.execute("UPDATE saved_searches SET changed = ? WHERE id = ?", (at, search.id))
    return told


def read_alerts(
    desk: sqlite3.Connection, search_id: str, *, count: int, before: int | None = None
) -> list[Alert]:
    """Return the alerts of a search, the newest first.

    Args:
        desk: Open.
        search_id: The search.
        count: How many at most.
        before: Only those with a lower number; ``None`` for all.
    """
    rows = desk.execute(
        "SELECT number, document_id, passage_id, found, said FROM alerts "
        "WHERE search_id = ? AND (? IS NULL OR number < ?) ORDER BY number DESC LIMIT ?",
        (search_id, before, before, count),
    )
    return [Alert(**{**dict(row), "said": json.loads(row["said"])}) for row in rows]


def count_alerts(desk: sqlite3.Connection, search: SavedSearch) -> tuple[int, int]:
    """Return how many alerts a search gave, and how many of them nobody has looked at."""
    query = "SELECT count(*), coalesce(sum(number > ?), 0) FROM alerts WHERE search_id = ?"
    row = desk.execute(query, (search.seen, search.id)).fetchone()
    return int(row[0]), int(row[1])


def _found(rows: sqlite3.Cursor) -> SavedSearch:
    row = rows.fetchone()
    if row is None:
        raise _missing()
    return _search(row)


def _missing() -> SavedSearchNotFoundError:
    return SavedSearchNotFoundError(
        "Deze zoekopdracht is er niet.", advice="Misschien is zij verwijderd, of is het adres niet heel."
    )


def _search(row: sqlite3.Row) -> SavedSearch:
    given = json.loads(row["filters"])
    return SavedSearch(**{**dict(row), "filters": {name: tuple(values) for name, values in given.items()}})
