"""``/``: one field, what was found, and by what it can be told apart; all of it stands in the address."""

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from beleidszoeker.api.http.line import in_line_with
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.pages.search import start
from beleidszoeker.api.pages.search.address import read_state
from beleidszoeker.api.pages.search.choices import choices
from beleidszoeker.api.pages.search.further import further
from beleidszoeker.api.pages.search.results import cards, effects_told, place, reading_link, word_told
from beleidszoeker.api.pages.search.state import PAGE, State
from beleidszoeker.api.pages.search.telling import described
from beleidszoeker.api.pages.search.tried import tried
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.search.result import SearchResponse

router = APIRouter()
_PER_DOCUMENT = 3
_WRITING = {
    "place": place,
    "reading_link": reading_link,
    "word_told": word_told,
    "effects_told": effects_told,
}


class Turning(NamedTuple):
    """Other pages of the same search.

    Attributes:
        before: The page before; ``None`` on the first.
        after: The next; ``None`` on the last.
    """

    before: State | None
    after: State | None


@router.get("/", dependencies=[in_line_with("q")])
def search_page(request: Request, service: ServiceDependency) -> Response:
    """Show the field, and what was found for what stands in it."""
    state = read_state(request.query_params)
    if not is_partial(request) and any(not value for _, value in request.query_params.multi_items()):
        return RedirectResponse(state.address, status_code=303)  # a form sends its empty fields too
    typing = is_partial(request) and "bz-typing" in request.headers
    shown = _shown(service, state)
    if typing and shown["response"] and not shown["cards"]:
        return Response(status_code=204)  # half a word has no answer: what is shown stays
    if not is_partial(request):
        return page(request, "search/page.html", **shown)
    if request.headers.get("hx-source") == "a#meer":
        return page(request, "search/more.html", **shown)
    response = page(request, "search/part.html", **shown)
    if not typing:  # while someone types, the address stays as it is
        _tell_address(request, response, state)
    return response


def _tell_address(request: Request, response: Response, state: State) -> None:
    """Let htmx put the state in the address bar; as a new place to go back to, if it is one."""
    parts = urlsplit(request.headers.get("hx-current-url", ""))
    now = f"{parts.path}?{parts.query}" if parts.query else parts.path
    response.headers["hx-replace-url" if now == state.address else "hx-push-url"] = state.address


def _shown(service: Service, state: State) -> dict[str, Any]:
    """Return what the templates show."""
    titles = _titles(service, state.documents)
    shown: dict[str, Any] = {"state": state, "limits": described(state, titles), "response": None, **_WRITING}
    if not state.q.strip():
        holding = start.holding(service.reader)
        return {**shown, "holding": holding, "EXAMPLES": start.EXAMPLES, "HELP": start.HELP}
    engine = service.engine()
    found = engine.search(
        state.q,
        count=PAGE,
        start=state.start,
        filters=state.filters,
        sort=state.sort,
        per_document=_PER_DOCUMENT if state.grouped else None,
    )
    return {
        **shown,
        "response": found,
        "cards": cards(service.reader, found.results, grouped=state.grouped),
        "choices": choices(engine.facets(state.q, filters=state.filters)),
        "turning": _turning(state, found),
        "further": further(state),
        "tried": None if found.answered else tried(engine, state),
        "HELP": start.HELP,
    }


def _turning(state: State, found: SearchResponse) -> Turning:
    return Turning(
        state.to(max(0, state.start - PAGE)) if state.start else None,
        state.to(state.start + PAGE) if state.start + PAGE < found.total else None,
    )


def _titles(service: Service, documents: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the titles of these documents; one that is not there has none."""
    titles = []
    for document_id in documents:
        try:
            titles.append((document_id, f"document ‘{service.reader.document(document_id).title}’"))
        except DocumentNotFoundError:
            titles.append((document_id, f"document {document_id}"))
    return titles
