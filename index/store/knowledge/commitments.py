"""Reading commitments, a page at a time."""

import json
import sqlite3
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import msgspec

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge.listed import (
    NEWEST,
    Listed,
    Test,
    read_listed,
    read_organisations,
)
from beleidszoeker.index.store.knowledge.words import wanted
from beleidszoeker.ingest.knowledge.model import Commitment, CommitmentKind


class StoredCommitment(NamedTuple):
    """A commitment with the document that it stands in."""

    document_id: str
    commitment: Commitment


class State(StrEnum):
    """How a record stands on a day, told from its own words and that day alone."""

    OPEN = "open"
    """A promise whose last day has not passed, or that names none."""
    OVERDUE = "overdue"
    """A promise whose last day has passed."""
    REPORTED = "reported"
    """Says what was promised elsewhere."""
    FULFILLED = "fulfilled"
    """Says itself that a promise was kept."""


class CommitmentOrder(StrEnum):
    """In which order."""

    DATE = "date"
    """Newest document first, those without a date last."""
    TERM = "term"
    """The first last day first, those without one last."""


@dataclass(frozen=True, slots=True)
class WantedCommitments:
    """Which commitments are wanted.

    Attributes:
        filters: Limits on their documents.
        state: How they stand; ``None`` for all.
        roles: Whose: ``minister``, ``cabinet``, ``region``, ``other``; none for all.
        before: Their last day is on this ISO day or earlier.
        after: Their last day is on this ISO day or later.
        query: Words of the sentence, or of a heading above it.
        order: In which order, after that of fit where words are given.
    """

    filters: Filters = field(default_factory=Filters)
    state: State | None = None
    roles: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    query: str = ""
    order: CommitmentOrder = CommitmentOrder.DATE


class Commitments:
    """The commitments of a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def all(self, filters: Filters | None = None) -> list[StoredCommitment]:
        """Return the commitments of documents that meet the filters, newest first; for small libraries."""
        listed = Listed("commitments", filters or Filters())
        return [_stored(row) for row in read_listed(self._db, listed, start=0, count=-1)[0]]

    def page(
        self, wanted: WantedCommitments, *, today: str, start: int = 0, count: int = 50
    ) -> tuple[list[StoredCommitment], int]:
        """Return some of the commitments that are wanted, and how many there are.

        Args:
            wanted: Which.
            today: ISO day on which states are told.
            start: How many to skip.
            count: How many at most; -1 for all.
        """
        rows, total = read_listed(self._db, _listed(wanted, today), start=start, count=count)
        return [_stored(row) for row in rows], total

    def organisations(self, wanted: WantedCommitments, *, today: str) -> tuple[tuple[str, int], ...]:
        """Return how many there are in documents of each organisation, most first."""
        return read_organisations(self._db, _listed(wanted, today))

    def of(self, document_id: str) -> list[Commitment]:
        """Return the commitments in a document, in the order of its text."""
        query = "SELECT * FROM commitments WHERE document_id = ? ORDER BY start"
        return [_stored(row).commitment for row in self._db.execute(query, (document_id,))]


def state_of(commitment: Commitment, today: str) -> State:
    """Tell how a commitment stands on a day; the same as the filter on ``state`` tells."""
    if commitment.kind is not CommitmentKind.PROMISE:
        return State(commitment.kind.value)
    until = commitment.term.until if commitment.term else None
    return State.OVERDUE if until and until < today else State.OPEN


def _listed(asked: WantedCommitments, today: str) -> Listed:
    tests: list[Test] = [_in_state(asked.state, today)] if asked.state else []
    if asked.roles:
        tests.append((f"r.role IN ({', '.join('?' * len(asked.roles))})", asked.roles))
    tests += [
        (test, (day,)) for test, day in (("r.until <= ?", asked.before), ("r.until >= ?", asked.after)) if day
    ]
    order = NEWEST if asked.order is CommitmentOrder.DATE else f"r.until IS NULL, r.until, {NEWEST}"
    return Listed("commitments", asked.filters, tuple(tests), wanted(asked.query), order)


def _in_state(state: State, today: str) -> Test:
    if state is State.OPEN:
        return "r.kind = 'promise' AND (r.until IS NULL OR r.until >= ?)", (today,)
    if state is State.OVERDUE:
        return "r.kind = 'promise' AND r.until < ?", (today,)
    return "r.kind = ?", (state.value,)


def _stored(row: sqlite3.Row) -> StoredCommitment:
    data = {name: row[name] for name in ("kind", "start", "end", "role")} | json.loads(row["particulars"])
    return StoredCommitment(row["document_id"], msgspec.convert(data, Commitment))
