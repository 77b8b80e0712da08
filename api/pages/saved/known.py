"""Which saved searches a browser knows: a cookie with their ids, the one saved last in front."""

import re
from collections.abc import Sequence

from fastapi import Request, Response

from beleidszoeker.api.http.address import is_secure

MOST_KNOWN = 100
"""So many ids of 22 characters fit well in the 4,096 bytes that browsers allow for a cookie."""

_COOKIE = "zoekopdrachten"
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_AGE = 400 * 24 * 3600  # seconds; the longest that browsers allow


def known_of(request: Request) -> tuple[str, ...]:
    """Return the ids that a browser knows; what is no id of ours is passed over."""
    parts = request.cookies.get(_COOKIE, "").split(".")
    return tuple(dict.fromkeys(part for part in parts if _ID.fullmatch(part)))[:MOST_KNOWN]


def remember(request: Request, response: Response, ids: Sequence[str]) -> None:
    """Let the browser know these from now on."""
    secure = is_secure(request)
    value = ".".join(list(dict.fromkeys(ids))[:MOST_KNOWN])
    response.set_cookie(_COOKIE, value, max_age=_AGE, httponly=True, samesite="lax", secure=secure)
