"""``/antwoord``: an answer in checked sentences, where a language model was configured."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from beleidszoeker.api.http.waiting import wait_for_answer
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.pages.search import State, read_state
from beleidszoeker.api.problems.statuses import status_of
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.errors import AnswerError, AnswersOffError
from beleidszoeker.search.result import SearchResult

router = APIRouter()
_QUOTES = 8


@router.get("/antwoord")
async def answer_page(request: Request, service: ServiceDependency) -> Response:
    """Show the answer with its quotes; or why there is none, and the quotes all the same.

    What another website leads to, or a browser loads beforehand, gets the search: nobody here asked for more.
    """
    state = read_state(request.query_params)
    if service.options.writer is None or not state.q.strip() or not _is_asked_here(request):
        return RedirectResponse(state.address, status_code=303)
    try:
        answer = await wait_for_answer(request, service, state.q, state.filters)
    except AnswersOffError:
        raise
    except AnswerError as error:
        if is_partial(request):
            return page(request, "answers/part.html", state=state, answer=None, error=error)
        results = await run_in_threadpool(_results, service, state)
        shown: dict[str, Any] = {"state": state, "answer": None, "error": error, "results": results}
        return page(request, "answers/page.html", status=status_of(error), **shown)
    shown = {"state": state, "answer": answer, "error": None, "results": answer.results}
    return page(request, f"answers/{'part' if is_partial(request) else 'page'}.html", **shown)


def _is_asked_here(request: Request) -> bool:
    elsewhere = request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}
    return not elsewhere and "prefetch" not in request.headers.get("sec-purpose", "")


def _results(service: Service, state: State) -> tuple[SearchResult, ...]:
    return service.engine().search(state.q, count=_QUOTES, filters=state.filters).results
