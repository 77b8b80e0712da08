"""Reading motions and decisions, a page at a time."""

import json
import sqlite3
from typing import NamedTuple

import msgspec

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge.listed import Listed, Test, read_listed, read_organisations
from beleidszoeker.index.store.knowledge.words import wanted
from beleidszoeker.ingest.knowledge.model import Decision, Motion


class StoredMotion(NamedTuple):
    """A motion with the document that it stands in."""

    document_id: str
    motion: Motion


class StoredDecision(NamedTuple):
    """A decision with the document that it stands in."""

    document_id: str
    decision: Decision


class Motions:
    """The motions in a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def page(
        self, filters: Filters, query: str = "", *, number: str = "", start: int = 0, count: int = 50
    ) -> tuple[list[StoredMotion], int]:
        """Return some of the motions, newest document first, and how many there are.

        Args:
            filters: Limits on their documents.
            query: Words of the motion.
            number: Only the one of this key, as in ``kst-29826-211``.
            start: How many to skip.
            count: How many at most; -1 for all.
        """
        tests: tuple[Test, ...] = (("r.number = ?", (number,)),) if number else ()
        listed = Listed("motions", filters, tests, wanted(query))
        rows, total = read_listed(self._db, listed, start=start, count=count)
        return [StoredMotion(row["document_id"], _motion(row)) for row in rows], total

    def organisations(self, filters: Filters, query: str = "") -> tuple[tuple[str, int], ...]:
        """Return how many there are in documents of each organisation, most first."""
        return read_organisations(self._db, Listed("motions", filters, (), wanted(query)))


class Decisions:
    """The decisions in a library's documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def page(
        self,
        filters: Filters,
        query: str = "",
        *,
        asked: bool | None = None,
        start: int = 0,
        count: int = 50,
    ) -> tuple[list[StoredDecision], int]:
        """Return some of the decisions, newest document first, and how many there are.

        Args:
            filters: Limits on their documents.
            query: Words of the decision or its item.
            asked: Only those that are asked for, or only those that were taken; ``None`` for both.
            start: How many to skip.
            count: How many at most; -1 for all.
        """
        rows, total = read_listed(self._db, _decisions(filters, query, asked), start=start, count=count)
        return [StoredDecision(row["document_id"], _decision(row)) for row in rows], total

    def organisations(
        self, filters: Filters, query: str = "", *, asked: bool | None = None
    ) -> tuple[tuple[str, int], ...]:
        """Return how many there are in documents of each organisation, most first."""
        return read_organisations(self._db, _decisions(filters, query, asked))


def _decisions(filters: Filters, query: str, asked: bool | None) -> Listed:  # noqa: FBT001 - one of three
    tests: tuple[Test, ...] = () if asked is None else ((f"r.asked = {int(asked)}", ()),)
    return Listed("decisions", filters, tests, wanted(query))


def _motion(row: sqlite3.Row) -> Motion:
    return msgspec.convert(json.loads(row["particulars"]), Motion)


def _decision(row: sqlite3.Row) -> Decision:
    subject = json.loads(row["subject"]) if row["subject"] else None
    data = {"start": row["start"], "end": row["end"], "asked": bool(row["asked"]), "subject": subject}
    return msgspec.convert(data, Decision)
