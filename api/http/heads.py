"""HEAD is answered wherever GET is: the same headers, no content (RFC 9110, section 9.3.2)."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]


class Heads:
    """Middleware (ASGI) that asks the routes for GET and keeps the content back."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        started = False

        async def gone() -> Message:
            return {"type": "http.disconnect"} if started else await receive()  # ends a stream of events

        async def bare(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            elif message["type"] == "http.response.start":
                started = True
            await send(message)

        await self._app({**scope, "method": "GET"}, gone, bare)
