"""Waiting for an answer as long as somebody waits for us."""

import asyncio
from collections.abc import Callable
from functools import partial

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from beleidszoeker.api.http.line import gate_of, place_for
from beleidszoeker.api.service import Service
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.answering import SECONDS, Answer, Patience

_GLANCE = 0.5
"""Seconds between two looks at whether whoever asked is still there."""


async def wait_for_answer(request: Request, service: Service, question: str, filters: Filters) -> Answer:
    """Return the answer to a question; the language model is left alone once nobody waits any more.

    The search waits its turn like any other; while the model writes, others may search.

    Raises:
        AnswerError: Why there is none.
        BeleidszoekerError: Why the service is not ready, or that too many ask.
    """
    async with place_for(request) as place:
        leave = partial(gate_of(request).leave, place)
        searched = partial(asyncio.get_running_loop().call_soon_threadsafe, leave)
        return await _awaited(request, partial(_answer, service, question, filters, searched))


async def _awaited(request: Request, answer: Callable[[Patience], Answer]) -> Answer:
    patience = Patience(SECONDS)
    work = asyncio.ensure_future(run_in_threadpool(answer, patience))
    try:
        while not (await asyncio.wait({work}, timeout=_GLANCE))[0]:
            if await request.is_disconnected():
                patience.cancel()
        return await work
    finally:
        patience.cancel()


def _answer(
    service: Service, question: str, filters: Filters, searched: Callable[[], object], patience: Patience
) -> Answer:
    return service.answering().answer(question, filters=filters, patience=patience, searched=searched)
