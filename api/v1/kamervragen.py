"""``/api/v1/kamervragen``: the sets, searching in them, and whether a draft was asked before."""

import re
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.kamervragen import DraftForm, EarlierForm, FoundForm, SetsForm
from beleidszoeker.api.v1.reading.cursors import digest, pack, unpack, unreadable
from beleidszoeker.api.v1.reading.parameters import Cursor, Day
from beleidszoeker.api.v1.reading.responses import BUSY, WITHOUT_ID
from beleidszoeker.search.asked import (
    MOST_FOUND,
    SetFilters,
    SetPlace,
    Side,
    answer_earlier,
    answer_search,
    list_sets,
    read_limits,
)

router = APIRouter(prefix="/kamervragen", responses=WITHOUT_ID)
_LONGEST_NAME = 200
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})?")


class Where(StrEnum):
    """Where to search."""

    QUESTION = "question"
    ANSWER = "answer"
    BOTH = "both"


def limits(
    *,
    date_from: Annotated[
        Day | None,
        Query(alias="from", description="First day that they were asked.", examples=["2024-01-01"]),
    ] = None,
    date_to: Annotated[
        Day | None, Query(alias="to", description="Last day that they were asked.", examples=["2025-12-31"])
    ] = None,
    member: Annotated[
        str,
        Query(max_length=_LONGEST_NAME, description="Part of the name of a member.", examples=["De Wit"]),
    ] = "",
    party: Annotated[
        str, Query(max_length=_LONGEST_NAME, description="Its party, in any case.", examples=["VVD"])
    ] = "",
    minister: Annotated[
        str,
        Query(
            max_length=_LONGEST_NAME,
            description="Part of the name or the portfolio of who is asked or answers.",
            examples=["Klimaat"],
        ),
    ] = "",
) -> SetFilters:
    """Read which sets are wanted."""
    return read_limits(date_from, date_to, member=member, party=party, minister=minister)


_Limits = Annotated[SetFilters, Depends(limits)]


@router.get("", response_model=SetsForm, dependencies=[CONDITIONAL], responses=NOT_MODIFIED)
def kamervragen(
    service: ServiceDependency,
    filters: _Limits,
    *,
    limit: Annotated[int, Query(ge=1, le=1000, description="How many sets at most.", examples=[50])] = 50,
    cursor: Cursor = None,
) -> Any:
    """Return the sets of Kamervragen, latest answers first, each once however many documents hold it.

    A cursor names the last set that was given, so sets that come or go do not shift the others.
    """
    question = digest("kamervragen", filters)
    after = _place(unpack(cursor, question)) if cursor else None
    found = list_sets(service.reader, filters, after=after, count=limit)
    following = pack(question, list(found.last)) if found.last else None
    return {"total": found.total, "sets": found.sets, "next": following}


@router.get(
    "/search",
    response_model=FoundForm,
    dependencies=[CONDITIONAL, IN_LINE],
    responses={**NOT_MODIFIED, **BUSY},
)
def search_kamervragen(
    service: ServiceDependency,
    filters: _Limits,
    *,
    q: Annotated[
        str, Query(max_length=LONGEST_QUERY, description="Words or a question.", examples=["netcongestie"])
    ],
    side: Annotated[
        Where, Query(description="In questions, in answers, or in both together.", examples=["answer"])
    ] = Where.BOTH,
    k: Annotated[int, Query(ge=1, le=MOST_FOUND, description="How many at most.", examples=[10])] = 10,
) -> Any:
    """Return the questions with their answers in which something is asked or answered."""
    where = None if side is Where.BOTH else Side(side.value)
    return answer_search(service.finder(), service.reader, q, where, count=k, filters=filters)


@router.post("/earlier", response_model=EarlierForm, dependencies=[IN_LINE], responses=BUSY)
def earlier_kamervragen(service: ServiceDependency, draft: DraftForm) -> Any:
    """Tell whether a question was asked before: the earlier ones most like it, with their answers.

    Nothing is kept; it is a POST for the length of a draft, and to keep it out of logs.
    """
    return answer_earlier(service.finder(), service.reader, draft.q, count=draft.k, filters=draft.limits())


def _place(found: Any) -> SetPlace:
    """Check a place that came from outside."""
    if isinstance(found, list) and tuple(map(type, found)) == (str, str) and _DAY.fullmatch(found[0]):
        return SetPlace(*found)
    raise unreadable()
