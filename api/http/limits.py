"""How much a request may bring."""

from collections.abc import MutableMapping
from typing import Any

from starlette.exceptions import HTTPException

from beleidszoeker.api.http.heads import App, Message, Receive, Send

MOST_BYTES = 2_000_000
"""Of a request's content; fifty of the longest questions fit in it. Files have limits of their own."""
_TOO_LARGE = 413
_RECEIVING = ("/beheer/bestanden", "/api/v1/uploads")
"""Where files come in, once the key was shown. Elsewhere a form with files counts as any other content."""


class ContentLimit:
    """Middleware (ASGI) that stops reading content that is too large, wherever no files are received."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] in _RECEIVING:
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
