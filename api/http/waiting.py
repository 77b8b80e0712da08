"""Waiting for an answer as long as somebody waits for us."""

import asyncio

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from beleidszoeker.api.service import Service
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.answering import SECONDS, Answer, Patience

_GLANCE = 0.5
"""Seconds between two looks at whether whoever asked is still there."""


async def wait_for_answer(request: Request, service: Service, question: str, filters: Filters) -> Answer:
    """Return the answer to a question; the language model is left alone once nobody waits any more.

    Raises:
        AnswerError: Why there is none.
        BeleidszoekerError: Why the service is not ready.
    """
    patience = Patience(SECONDS)
    work = asyncio.ensure_future(run_in_threadpool(_answer, service, question, filters, patience))
    try:
        while not (await asyncio.wait({work}, timeout=_GLANCE))[0]:
            if await request.is_disconnected():
                patience.cancel()
        return await work
    finally:
        patience.cancel()


def _answer(service: Service, question: str, filters: Filters, patience: Patience) -> Answer:
    return service.answering().answer(question, filters=filters, patience=patience)
