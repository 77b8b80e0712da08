"""Parameters and pages of commitments, motions and decisions."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, TypeAlias

from fastapi import Depends, Query

from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.v1.reading.cursors import offset, pack, unpack
from beleidszoeker.api.v1.reading.parameters import Cursor, Day, read_filters
from beleidszoeker.api.v1.reading.responses import Responses
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge import CommitmentOrder, State, WantedCommitments

MOST_IN_A_FILE = 2000
Words: TypeAlias = Annotated[
    str,
    Query(
        max_length=LONGEST_QUERY,
        description="Words of the sentence, or of the title and headings above it: the best fit comes first. "
        "Plain words; quotation marks and fields mean nothing here.",
        examples=["netcapaciteit"],
    ),
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=100, description="How many at most.", examples=[50])]


class Role(StrEnum):
    """Who binds itself."""

    MINISTER = "minister"
    CABINET = "cabinet"
    REGION = "region"
    OTHER = "other"


class CommitmentsFormat(StrEnum):
    """How commitments are given."""

    JSON = "json"
    CSV = "csv"
    ICS = "ics"


class TableFormat(StrEnum):
    """How motions and decisions are given."""

    JSON = "json"
    CSV = "csv"


class Turn(NamedTuple):
    """Which part of a list is asked.

    Attributes:
        limit: How many at most.
        cursor: Where to go on.
    """

    limit: int
    cursor: str | None

    def start(self, question: str, state: str) -> int:
        """Return how many to skip.

        Raises:
            InvalidCursorError: The cursor is not ours, or of another question.
            CursorExpiredError: The library is another than when it was given.
        """
        return offset(unpack(self.cursor, question, state=state)) if self.cursor else 0

    def after(self, question: str, state: str, start: int, shown: Sequence[Any], total: int) -> str | None:
        """Return the cursor of what comes after this part; ``None`` at the end."""
        end = start + len(shown)
        return pack(question, end, state=state) if shown and end < total else None


def read_turn(limit: Limit = 50, cursor: Cursor = None) -> Turn:
    """Read which part is asked."""
    return Turn(limit, cursor)


def read_wanted(
    filters: Annotated[Filters, Depends(read_filters)],
    *,
    q: Words = "",
    state: Annotated[
        State | None,
        Query(
            description="How it stands by its own words and today: `overdue` for promises whose last day has "
            "passed, also where `suggestions` holds what may answer to them.",
            examples=["overdue"],
        ),
    ] = None,
    role: Annotated[
        list[Role] | None, Query(max_length=4, description="Who binds itself.", examples=[["minister"]])
    ] = None,
    due_before: Annotated[
        Day | None,
        Query(description="Last day on this year, month or day, or earlier.", examples=["2026-06-30"]),
    ] = None,
    due_after: Annotated[
        Day | None, Query(description="Last day on this year, month or day, or later.", examples=["2026"])
    ] = None,
    sort: Annotated[
        CommitmentOrder,
        Query(description="Newest document first, or the first last day first.", examples=["term"]),
    ] = CommitmentOrder.DATE,
) -> WantedCommitments:
    """Read which commitments are wanted."""
    days = Filters.parse(date_from=due_after, date_to=due_before)
    roles = tuple(dict.fromkeys(each.value for each in role or ()))
    return WantedCommitments(filters, state, roles, days.date_to, days.date_from, q.strip(), sort)


def files(*media_types: str) -> Responses:
    """Return how an answer that may be a file is described."""
    content = {each: {"schema": {"type": "string", "format": "binary"}} for each in media_types}
    return {200: {"description": "A page as JSON, or a file.", "content": content}}
