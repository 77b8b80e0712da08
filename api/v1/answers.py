"""``/api/v1/answers``."""

from typing import Any

from fastapi import APIRouter, Request

from beleidszoeker.api.http.waiting import wait_for_answer
from beleidszoeker.api.problems.form import Problem
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.answers import AskForm, WrittenAnswerForm
from beleidszoeker.api.v1.reading.responses import BUSY, WITHOUT_ID, Responses
from beleidszoeker.search.result import to_json

_PROBLEMS: Responses = {
    404: {"description": "No language model was configured.", "model": Problem},
    502: {"description": "The language model failed; `/search` gives the passages.", "model": Problem},
    **WITHOUT_ID,
    **BUSY,
}
router = APIRouter(responses=_PROBLEMS)


@router.post("/answers", response_model=WrittenAnswerForm)
async def answer(request: Request, service: ServiceDependency, asked: AskForm) -> Any:
    """Answer a question in sentences that each carry a checked citation.

    The question and the passages found go to the language model that whoever runs this configured. Sentences
    that their quote does not carry are left out and counted. It is a POST because it takes time and may cost
    money; nothing is changed.
    """
    return to_json(await wait_for_answer(request, service, asked.q, asked.filters()))
