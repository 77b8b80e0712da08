"""Scripts of named websites may ask the API (CORS); nobody may unless a setting names them."""

from collections.abc import MutableMapping, Sequence
from typing import Any

from starlette.middleware.cors import CORSMiddleware

from beleidszoeker.api.http.heads import App, Receive, Send
from beleidszoeker.api.http.protection import API

_OPEN = (API, "/openapi.json")
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_ASKED = ("content-type", "if-none-match")
_TOLD = ("etag", "link", "retry-after", "x-total-count")


class NamedOrigins:
    """Middleware (ASGI): CORS for the API, never for the pages, and never with a browser's cookies.

    Args:
        app: The service.
        origins: Whose scripts may ask.
    """

    def __init__(self, app: App, *, origins: Sequence[str]) -> None:
        self._app = app
        self._open = CORSMiddleware(
            app,
            allow_origins=origins,
            allow_methods=_METHODS,
            allow_headers=_ASKED,
            expose_headers=_TOLD,
        )

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        is_open = scope["type"] == "http" and scope["path"].startswith(_OPEN)
        await (self._open if is_open else self._app)(scope, receive, send)
