"""``/tijdlijn`` and ``/tijdlijn/wijzigingen``."""

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.pages.timeline.state import ON_A_PAGE, State, read_state, years_of
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.errors import NoTimelineError, QueryError
from beleidszoeker.index.filters import UNDATED
from beleidszoeker.index.store import DocumentRecord
from beleidszoeker.search.excerpts import Excerpt
from beleidszoeker.search.timeline import EventKind, ShownEvent, Told, changes, tell
from beleidszoeker.search.timeline.telling import KIND_NAMES, changes_told, deadline_told, event_name

router = APIRouter(dependencies=[IN_LINE])
_Id = Annotated[str, Query(max_length=200)]


@router.get("/tijdlijn")
def timeline_page(request: Request, service: ServiceDependency) -> HTMLResponse:
    """Show a timeline, or ask of what."""
    state = read_state(request.query_params)
    told, problem = _told(service, state) if state.scope else (None, None)
    return page(
        request,
        "timeline/page.html",
        status=200 if problem is None or isinstance(problem, NoTimelineError) else 422,
        state=state,
        told=told,
        problem=problem,
        groups=_by_year(told.events) if told else [],
        years=years_of(dict(told.part.years)) if told else [],
        last=max(-(-told.part.total // ON_A_PAGE), 1) if told else 1,
        about=_about(service, state),
        kinds=[(kind, KIND_NAMES[kind], told.part.counts.get(kind, 0) if told else 0) for kind in EventKind],
        event_name=event_name,
        deadline_told=deadline_told,
        place=place,
    )


@router.get("/tijdlijn/wijzigingen")
def changes_page(request: Request, service: ServiceDependency, eerst: _Id, later: _Id) -> HTMLResponse:
    """Show what became of the commitments of one document in another."""
    reader = service.reader
    found = changes(reader, service.engine().snapshot(), eerst, later)
    return page(
        request,
        "timeline/changes.html",
        found=found,
        before=reader.document(eerst),
        after=reader.document(later),
        told=changes_told(found),
        deadline_told=deadline_told,
        place=place,
    )


def place(excerpt: Excerpt) -> str:
    """Return the address of a document, opened at these words."""
    asked = urlencode({"plek": f"{excerpt.start}-{excerpt.end}"})
    return f"/documenten/{excerpt.document_id}?{asked}#plek"


def _told(service: Service, state: State) -> tuple[Told | None, QueryError | None]:
    """Return the timeline, or why there is none; what is not there at all is for the page of errors."""
    start = (state.page - 1) * ON_A_PAGE
    try:
        told = tell(service.reader, service.engine, state.scope, state.wanted, count=ON_A_PAGE, start=start)
    except NoTimelineError as error:
        return None, error
    return told, None


def _about(service: Service, state: State) -> DocumentRecord | None:
    return service.reader.document(state.scope.document) if state.scope.document else None


def _by_year(events: Iterable[ShownEvent]) -> list[tuple[str, list[ShownEvent]]]:
    years = groupby(events, key=lambda each: (each.event.day or UNDATED)[:4] if each.event.day else UNDATED)
    return [(year, list(found)) for year, found in years]
