"""``/api/v1/commitments``, ``/motions`` and ``/decisions``."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from beleidszoeker.api.exporting.commitments import (
    commitments_table,
    decisions_table,
    motions_table,
    to_calendar,
)
from beleidszoeker.api.exporting.day import today
from beleidszoeker.api.exporting.files import attachment
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.api.v1.forms.commitments import CommitmentsForm, DecisionsForm, MotionsForm
from beleidszoeker.api.v1.reading.commitments import (
    MOST_IN_A_FILE,
    CommitmentsFormat,
    TableFormat,
    Turn,
    Words,
    files,
    read_turn,
    read_wanted,
)
from beleidszoeker.api.v1.reading.cursors import digest
from beleidszoeker.api.v1.reading.parameters import read_filters
from beleidszoeker.api.v1.reading.responses import BUSY, GONE, WITHOUT_ID
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge import WantedCommitments
from beleidszoeker.search.commitments import commitment_records, decision_record, motion_record

router = APIRouter(responses={**WITHOUT_ID, **GONE})
_CSV, _ICS = "text/csv; charset=utf-8", "text/calendar; charset=utf-8"
_Turn = Annotated[Turn, Depends(read_turn)]
_Filters = Annotated[Filters, Depends(read_filters)]
_IN_A_FILE = (
    f"As JSON, or as a file of the first {MOST_IN_A_FILE} at most; `limit` and `cursor` are for JSON."
)


@router.get(
    "/commitments",
    response_model=CommitmentsForm,
    responses={**files("text/csv", "text/calendar"), **BUSY},
    dependencies=[IN_LINE],
)
def commitments(
    request: Request,
    service: ServiceDependency,
    wanted: Annotated[WantedCommitments, Depends(read_wanted)],
    turn: _Turn,
    *,
    file_format: Annotated[
        CommitmentsFormat,
        Query(
            alias="format",
            description=f"{_IN_A_FILE} `ics` holds those with a last day.",
            examples=["json"],
        ),
    ] = CommitmentsFormat.JSON,
) -> Any:
    """Return what was promised, by whom, to whom and by when, each with its literal sentence.

    Whether a promise was kept is for people to judge: `suggestions` holds what may answer to it.
    """
    day, reader = today(), service.reader
    if file_format is not CommitmentsFormat.JSON:
        stored, _ = reader.knowledge.commitments.page(wanted, today=day, count=MOST_IN_A_FILE)
        records = commitment_records(reader, stored, today=day, suggesting=service.suggesting())
        if file_format is CommitmentsFormat.CSV:
            return attachment("toezeggingen.csv", _CSV, commitments_table(records, site_of(request)))
        return attachment("toezeggingen.ics", _ICS, to_calendar(records, site_of(request), today=day))
    question, state = digest("commitments", wanted), _state(service, day)
    start = turn.start(question, state)
    stored, total = reader.knowledge.commitments.page(wanted, today=day, start=start, count=turn.limit)
    records = commitment_records(reader, stored, today=day, suggesting=service.suggesting())
    following = turn.after(question, state, start, stored, total)
    return {"total": total, "next": following, "commitments": [each.to_json() for each in records]}


@router.get("/motions", response_model=MotionsForm, responses=files("text/csv"))
def motions(
    request: Request,
    service: ServiceDependency,
    filters: _Filters,
    turn: _Turn,
    *,
    q: Words = "",
    number: Annotated[
        str,
        Query(
            max_length=100, description="Key of a Kamerstuk: that motion only.", examples=["kst-29826-212"]
        ),
    ] = "",
    file_format: Annotated[
        TableFormat, Query(alias="format", description=_IN_A_FILE, examples=["json"])
    ] = TableFormat.JSON,
) -> Any:
    """Return the motions that stand in documents: proposers, number, and each clause literally."""
    read = service.reader.knowledge.motions.page
    if file_format is TableFormat.CSV:
        stored, _ = read(filters, q, number=number, count=MOST_IN_A_FILE)
        rows = [motion_record(service.reader, each) for each in stored]
        return attachment("moties.csv", _CSV, motions_table(rows, site_of(request)))
    question, state = digest("motions", filters, q, number), _state(service)
    start = turn.start(question, state)
    stored, total = read(filters, q, number=number, start=start, count=turn.limit)
    shown = [motion_record(service.reader, each).to_json() for each in stored]
    return {"total": total, "next": turn.after(question, state, start, stored, total), "motions": shown}


@router.get("/decisions", response_model=DecisionsForm, responses=files("text/csv"))
def decisions(
    request: Request,
    service: ServiceDependency,
    filters: _Filters,
    turn: _Turn,
    *,
    q: Words = "",
    asked: Annotated[
        bool | None,
        Query(description="Only those that are asked for, or only those that were taken.", examples=[True]),
    ] = None,
    file_format: Annotated[
        TableFormat, Query(alias="format", description=_IN_A_FILE, examples=["json"])
    ] = TableFormat.JSON,
) -> Any:
    """Return what notas ask to be decided and what lists of decisions record."""
    read = service.reader.knowledge.decisions.page
    if file_format is TableFormat.CSV:
        stored, _ = read(filters, q, asked=asked, count=MOST_IN_A_FILE)
        rows = [decision_record(service.reader, each) for each in stored]
        return attachment("besluiten.csv", _CSV, decisions_table(rows, site_of(request)))
    question, state = digest("decisions", filters, q, asked), _state(service)
    start = turn.start(question, state)
    stored, total = read(filters, q, asked=asked, start=start, count=turn.limit)
    shown = [decision_record(service.reader, each).to_json() for each in stored]
    return {"total": total, "next": turn.after(question, state, start, stored, total), "decisions": shown}


def _state(service: Service, *more: str) -> str:
    """Return the digest of what must not change between pages: places count records."""
    reader = service.reader
    return digest(reader.removed(), reader.holding(), *more)
