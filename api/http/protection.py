"""Every answer gets our headers, and changes that another site asks for are refused."""

from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders

from beleidszoeker.api.http.policy import HEADERS
from beleidszoeker.api.problems.statuses import problem

API = "/api/"
_READING = {"GET", "HEAD", "OPTIONS"}
_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[MutableMapping[str, Any], _Receive, _Send], Awaitable[None]]


class Protection:
    """Middleware (ASGI) around the whole service.

    Args:
        app: The service.
        origins: Other websites whose scripts may change things through the API, never through a page.
        address: Where browsers reach the service, for where another server stands before it.
    """

    def __init__(self, app: _App, *, origins: Sequence[str] = (), address: str | None = None) -> None:
        self._app = app
        self._origins = set(origins)
        self._own = _host_of(address) if address else None

    async def __call__(self, scope: MutableMapping[str, Any], receive: _Receive, send: _Send) -> None:
        """Answer one request with our headers; refuse a change that another site asks for."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def protected(message: _Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["method"] not in _READING and self._is_refused(scope["path"], Headers(scope=scope)):
            refused = problem(
                HTTPStatus.FORBIDDEN, code="cross-site", detail="Dit verzoek komt van een andere website."
            )
            await refused(scope, receive, protected)
            return
        await self._app(scope, receive, protected)

    def _is_refused(self, path: str, headers: Headers) -> bool:
        named = path.startswith(API) and headers.get("origin") in self._origins
        return _is_from_elsewhere(headers, self._own) and not named


def _is_from_elsewhere(headers: Headers, own: str | None) -> bool:
    """Tell whether a browser sends this on behalf of another site; programs send neither header."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is not None and (_host_of(origin) or "?") not in {headers.get("host"), own}


def _host_of(address: str) -> str | None:
    """Return host and port; ``None`` where there is none to be read."""
    try:
        return urlsplit(address).netloc or None
    except ValueError:
        return None
