"""Which saved searches a browser knows: a cookie with their ids, the one saved last in front."""

import re
from collections.abc import Sequence

from fastapi import Request, Response

from beleidszoeker.api.http.cookies import ID, keep_ids, read_ids

_COOKIE = "zoekopdrachten"
_ID = re.compile(ID)


def known_of(request: Request) -> tuple[str, ...]:
    """Return the ids that a browser knows; what is no id of ours is passed over."""
    return tuple(dict.fromkeys(part for part in read_ids(request, _COOKIE) if _ID.fullmatch(part)))


def remember(request: Request, response: Response, ids: Sequence[str]) -> None:
    """Let the browser know these from now on."""
    keep_ids(request, response, _COOKIE, list(dict.fromkeys(ids)))
