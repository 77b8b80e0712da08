"""``/zoekopdrachten``: searches that are saved, and what they told of."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.pages.collections.showing import secretly
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.pages.saved.known import known_of, remember
from beleidszoeker.api.pages.saved.links import limits_told
from beleidszoeker.api.pages.saved.showing import Shown, link_of, listed, shown
from beleidszoeker.api.pages.search import read_state
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.errors import NothingToWatchError, SavedSearchNotFoundError
from beleidszoeker.index.desk.searches import (
    LONGEST_TITLE,
    count_alerts,
    find_search,
    mark_seen,
    read_alerts,
    remove_search,
    rename_search,
)
from beleidszoeker.search.alerting.preview import Preview, preview
from beleidszoeker.search.alerting.saving import clean, save
from beleidszoeker.search.alerting.telling import as_data, why_line

router = APIRouter(prefix="/zoekopdrachten")
_AT_ONCE = 25


@router.get("")
def overview(request: Request, service: ServiceDependency) -> Response:
    """Show the searches that this browser knows."""
    found = []
    with service.desk.reading() as desk:
        for known in known_of(request):
            try:
                search = find_search(desk, known)
            except SavedSearchNotFoundError:
                continue
            found.append(listed(service.reader, search, count_alerts(desk, search)))
    response = page(request, "saved/overview.html", listed=found)
    secretly(response, changing=True)
    return response


@router.get("/nieuw", dependencies=[IN_LINE])
def new(request: Request, service: ServiceDependency) -> Response:
    """Show what a search would have told of, and offer to save it; its address is the search page's."""
    found, why_not, state = None, None, read_state(request.query_params)
    try:
        watch = service.engine().watch(state.q, filters=state.filters)
        found = preview(watch, service.reader, today=datetime.now(UTC).date())
    except NothingToWatchError as error:
        why_not = error
    return page(
        request,
        "saved/new.html",
        state=state,
        limits=limits_told(service.reader, state),
        preview=found,
        latest=_latest(found, site_of(request)) if found else [],
        why_not=why_not,
        title=clean(state.q)[:LONGEST_TITLE],
        longest=LONGEST_TITLE,
    )


@router.post("", dependencies=[IN_LINE])
def create(
    request: Request,
    service: ServiceDependency,
    titel: Annotated[str, Form(max_length=LONGEST_TITLE)] = "",
) -> Response:
    """Save a search, and show it. The search stands in the address, as on the search page."""
    state = read_state(request.query_params)
    made = save(service.desk, service.reader, service.engine(), state.q, filters=state.filters, title=titel)
    response = RedirectResponse(f"/zoekopdrachten/{made.id}", 303)
    remember(request, response, (made.id, *known_of(request)))
    return response


@router.get("/{search_id}")
def one(
    request: Request,
    service: ServiceDependency,
    search_id: str,
    ouder: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> Response:
    """Show what a search told of, the newest first; from then on that is seen."""
    with service.desk.reading() as desk:
        search = find_search(desk, search_id)
        counts = count_alerts(desk, search)
        alerts = read_alerts(desk, search.id, count=_AT_ONCE + 1, before=ouder)
    response = page(
        request,
        "saved/page.html",
        one=listed(service.reader, search, counts),
        alerts=shown(service.reader, search, alerts[:_AT_ONCE], site_of(request)),
        older=alerts[_AT_ONCE - 1].number if len(alerts) > _AT_ONCE else None,
        feed=f"{site_of(request)}/zoekopdrachten/feed/{search.feed}.atom",
        longest=LONGEST_TITLE,
    )
    if alerts and alerts[0].number > search.seen:
        with service.desk.writing() as desk:
            mark_seen(desk, search.id, alerts[0].number)
    remember(request, response, (*known_of(request), search.id))
    secretly(response, changing=True)
    return response


@router.post("/{search_id}/naam")
def rename(
    service: ServiceDependency, search_id: str, titel: Annotated[str, Form(max_length=LONGEST_TITLE)] = ""
) -> Response:
    """Give a search another title; without one it is called by its question."""
    with service.desk.writing() as desk:
        search = find_search(desk, search_id)
        rename_search(desk, search.id, clean(titel) or clean(search.query))
    return RedirectResponse(f"/zoekopdrachten/{search_id}", 303)


@router.get("/{search_id}/verwijderen")
def ask(request: Request, service: ServiceDependency, search_id: str) -> Response:
    """Ask whether a search may go for good."""
    with service.desk.reading() as desk:
        search = find_search(desk, search_id)
        counts = count_alerts(desk, search)
    response = page(request, "saved/remove.html", one=listed(service.reader, search, counts))
    secretly(response, changing=True)
    return response


@router.post("/{search_id}/verwijderen")
def remove(request: Request, service: ServiceDependency, search_id: str) -> Response:
    """Remove a search with all that it told, for good."""
    with service.desk.writing() as desk:
        remove_search(desk, search_id)
    response = RedirectResponse("/zoekopdrachten", 303)
    remember(request, response, [known for known in known_of(request) if known != search_id])
    return response


def _latest(found: Preview, site: str) -> list[Shown]:
    """Return what a search would have told of the newest documents."""
    said = [as_data(each) for each in found.latest]
    return [
        Shown(each, why_line(each), link_of(each, passage, site))
        for each, passage in zip(said, found.passages, strict=True)
    ]
