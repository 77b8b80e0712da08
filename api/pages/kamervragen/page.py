"""The page's routes; all that it shows stands in its address, but for a draft that was sent as a form."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse

from beleidszoeker.api.http.line import IN_LINE, in_line_with
from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.pages.kamervragen.state import SIDES, State
from beleidszoeker.api.pages.kamervragen.writing import answered_by, asked_by, delay, place
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.search.asked import ASKED, LONGEST_DRAFT, answer_earlier, answer_search, list_sets

router = APIRouter()
_ON_A_PAGE = 25
_FOUND = 10
_WRITING: dict[str, Any] = {
    "asked_by": asked_by,
    "answered_by": answered_by,
    "delay": delay,
    "place": place,
    "ASKED": ASKED,
}
_Short = Annotated[str, Query(max_length=300)]


@router.get("/kamervragen", dependencies=[in_line_with("vraag")])
def kamervragen_page(
    request: Request,
    service: ServiceDependency,
    *,
    vraag: Annotated[str, Query(max_length=LONGEST_DRAFT)] = "",
    zoek: _Short = "concept",
    van: _Short = "",
    tot: _Short = "",
    lid: _Short = "",
    partij: _Short = "",
    minister: _Short = "",
    pagina: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Show what was found for a draft or some words, and the sets of questions."""
    typed = State(vraag, _way(zoek), van, tot, lid, partij, minister, pagina)
    return _page(request, service, typed.cleaned())


@router.post("/kamervragen", dependencies=[IN_LINE])
def kamervragen_draft(
    request: Request,
    service: ServiceDependency,
    *,
    vraag: Annotated[str, Form(max_length=LONGEST_DRAFT)] = "",
    zoek: Annotated[str, Form(max_length=300)] = "concept",
) -> HTMLResponse:
    """Show the same for a draft that is too long, or too fresh, for an address."""
    return _page(request, service, State(vraag, _way(zoek)).cleaned())


def _page(request: Request, service: Service, state: State) -> HTMLResponse:
    limits, problem = state.limits()
    listed = list_sets(service.reader, limits, start=(state.number - 1) * _ON_A_PAGE, count=_ON_A_PAGE)
    return page(
        request,
        "kamervragen/part.html" if is_partial(request) else "kamervragen/page.html",
        state=state,
        problem=problem,
        found=_found(service, state) if state.vraag else None,
        listed=listed,
        last=max(-(-listed.total // _ON_A_PAGE), 1),
        parties=service.reader.asking_parties(),
        SIDES=SIDES,
        longest=LONGEST_QUERY,
        **_WRITING,
    )


def _found(service: Service, state: State) -> dict[str, Any]:
    limits, _ = state.limits()
    finder, reader = service.finder(), service.reader
    if state.drafted:
        return answer_earlier(finder, reader, state.vraag, count=_FOUND, filters=limits)
    return answer_search(finder, reader, state.vraag, state.side, count=_FOUND, filters=limits)


def _way(zoek: str) -> str:
    return zoek if zoek in SIDES else "concept"
