"""Who may be asked for: the header ``Host`` names this service, or the request is refused.

A website can let its own name lead to this computer once a browser has loaded it (DNS rebinding): to the
browser that is one site, and its scripts would read the library. The name in ``Host`` gives it away. An IP
address cannot be rebound.
"""

import re
from collections.abc import MutableMapping
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from beleidszoeker.api.http.heads import App, Receive, Send
from beleidszoeker.api.problems.statuses import problem

_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{0,5})?")
_BAD = "De header Host noemt geen computer."
_OTHER = "Deze dienst is voor deze computer en heet niet zo."
_ADVICE = "Staat er een andere server voor, zet dan BELEIDSZOEKER_ADDRESS op het adres dat mensen gebruiken."


class Hosts:
    """Middleware (ASGI) that refuses requests for another host.

    Args:
        app: The service.
        local: Whether names of others are refused; what is no name is refused always.
        address: Where people reach the service; its name is ours.
    """

    def __init__(self, app: App, *, local: bool, address: str | None) -> None:
        self._app = app
        self._local = local
        self._names = {"localhost", (urlsplit(address).hostname or "") if address else "localhost"}

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            found = _HOST.fullmatch(Headers(scope=scope).get("host", "localhost"))
            if found is None:
                await problem(HTTPStatus.BAD_REQUEST, code="bad-host", detail=_BAD)(scope, receive, send)
                return
            name = found["name"].rstrip(".").lower()
            if self._local and name not in self._names and not _is_number(name):
                refused = problem(
                    HTTPStatus.MISDIRECTED_REQUEST, code="other-host", detail=_OTHER, advice=_ADVICE
                )
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _is_number(name: str) -> bool:
    try:
        return isinstance(ip_address(name.strip("[]")), IPv6Address) == name.startswith("[")
    except ValueError:
        return False
