"""Server-sent events (HTML Standard, "server-sent events"): what changes, as it changes.

What is sent is the state and not the steps to it. So nothing is lost with a connection: whoever comes back
gets what is so now, and nothing when it saw that already.
"""

import asyncio
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from beleidszoeker.api.managing.runs import Runs

_LOOK = 0.25  # seconds between two looks whether anything changed: two numbers are compared
_KEEP_ALIVE = 15.0  # seconds; whatever stands between drops connections that are silent for long
_RETRY = 2000  # milliseconds
_WORD = secrets.token_hex(4)  # revisions of another process are other revisions


@dataclass(frozen=True, slots=True)
class Event:
    """Something to tell.

    Attributes:
        name: What it is.
        data: Written as JSON.
    """

    name: str
    data: Any


Telling = Callable[[], tuple[Sequence[Event], bool]]
"""Tells what changed since it was called last, and whether more will come."""


def event_stream(runs: Runs, telling: Telling, seen: str | None) -> StreamingResponse:
    """Return an answer that tells what changes until nothing will any more; then an event ``end``.

    Args:
        runs: Whose changes.
        telling: Makes the events; in a thread.
        seen: The header ``Last-Event-ID``.
    """
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_frames(runs, telling, seen), media_type="text/event-stream", headers=headers)


async def _frames(runs: Runs, telling: Telling, seen: str | None) -> AsyncIterator[bytes]:
    yield f"retry: {_RETRY}\n\n".encode()
    last, spoke = seen, time.monotonic()
    first = True
    while not runs.is_stopping:
        now = f"{_WORD}-{runs.revision}"
        if first or now != last:
            events, more = await run_in_threadpool(telling)
            for event in events if now != last or not more else ():
                yield _frame(event, now)
            if not more:
                return
            first, last, spoke = False, now, time.monotonic()
        elif time.monotonic() - spoke > _KEEP_ALIVE:
            yield b": nog hier\n\n"
            spoke = time.monotonic()
        await asyncio.sleep(_LOOK)


def _frame(event: Event, revision: str) -> bytes:
    data = json.dumps(event.data, ensure_ascii=False)  # on one line: JSON writes line ends out
    return f"id: {revision}\nevent: {event.name}\ndata: {data}\n\n".encode("utf-8", "replace")
