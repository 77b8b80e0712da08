"""``/api/v1/search/batch``."""

from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from beleidszoeker.api.http.line import place_for
from beleidszoeker.api.problems.statuses import as_problem
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.api.v1.forms.batch import AnswersForm, BatchForm, QuestionForm
from beleidszoeker.api.v1.forms.search import SearchForm
from beleidszoeker.api.v1.reading.answering import Wanted, answered
from beleidszoeker.api.v1.reading.responses import BUSY, WITHOUT_ID
from beleidszoeker.api.v1.reading.selection import Tree, choose, picked
from beleidszoeker.errors import QueryError

router = APIRouter(responses={**WITHOUT_ID, **BUSY})


async def _turn(request: Request, batch: BatchForm) -> AsyncIterator[None]:
    async with place_for(request, size=len(batch.queries)):
        yield


@router.post("/search/batch", response_model=AnswersForm, dependencies=[Depends(_turn, scope="function")])
def search_batch(service: ServiceDependency, response: Response, batch: BatchForm) -> Any:
    """Answer up to fifty questions at once.

    Each has its answer, or its own problem: a filter that cannot be read costs that question alone. Content
    of another form is a problem of the whole. Nothing is changed; it is a POST for its length.
    """
    chosen = choose(SearchForm, batch.fields)
    answers = [_answer(service, question) for question in batch.queries]
    inside: Tree = {"answers": {"answer": chosen, "problem": {}}} if chosen else {}
    return picked(inside, {"answers": answers}, response)


def _answer(service: Service, question: QuestionForm) -> dict[str, Any]:
    try:
        wanted = Wanted(question.q, question.k, question.filters(), question.sort)
        return {"answer": answered(service, wanted), "problem": None}
    except QueryError as error:
        return {"answer": None, "problem": as_problem(error).model_dump()}
