"""How much a request may bring."""

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from beleidszoeker.api.http.heads import App, Message, Receive, Send

MOST_BYTES = 2_000_000
"""Of a request's content; fifty of the longest questions fit in it. Files have limits of their own."""
_TOO_LARGE = 413


class ContentLimit:
    """Middleware (ASGI) that stops reading content that is too large; forms with files go through."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or _brings_files(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > MOST_BYTES:
                raise HTTPException(_TOO_LARGE)  # passed on by whoever reads
            return message

        await self._app(scope, counted, send)


def _brings_files(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith("multipart/form-data")
