"""What waits its turn: routes that search or read much say so with one of these dependencies.

It comes after the entity tag, so what is not made again does not wait; and a place is given back before the
answer travels, so a slow reader holds none.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager

from fastapi import Depends, Request
from fastapi.params import Depends as Dependency

from beleidszoeker.api.http.gate import Gate, Place


def gate_of(request: Request) -> Gate:
    """Return the line of the app that got this request."""
    gate: Gate = request.app.state.gate
    return gate


def place_for(request: Request, *, size: int = 1) -> AbstractAsyncContextManager[Place]:
    """Return a place in the line of this service; who leaves the line is not waited for."""

    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass  # what a GET brings along is read by nobody

    asked = request.scope["endpoint"]
    return gate_of(request).place(f"{asked.__module__}.{asked.__qualname__}", size=size, gone=gone)


async def _turn(request: Request) -> AsyncIterator[None]:
    async with place_for(request):
        yield


def _turn_with(*names: str) -> Callable[[Request], AsyncIterator[None]]:
    async def turn(request: Request) -> AsyncIterator[None]:
        if not any(request.query_params.get(name, "").strip() for name in names):
            yield
            return
        async with place_for(request):
            yield

    return turn


IN_LINE = Depends(_turn, scope="function")


def in_line_with(*names: str) -> Dependency:
    """Return what waits for a turn only where one of these parameters asks something."""
    made: Dependency = Depends(_turn_with(*names), scope="function")
    return made
