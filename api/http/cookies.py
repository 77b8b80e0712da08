"""Ids that a browser keeps: a cookie with a dot between them."""

from collections.abc import Sequence

from fastapi import Request, Response

from beleidszoeker.api.http.address import is_secure

MOST_IDS = 100
"""So many ids of 22 characters fit well in the 4,096 bytes that browsers allow for a cookie."""

ID = r"[A-Za-z0-9_-]{22}"
_AGE = 400 * 24 * 3600  # seconds; the longest that browsers allow


def read_ids(request: Request, cookie: str) -> list[str]:
    """Return what a browser sends as ids; they may be anything."""
    return request.cookies.get(cookie, "").split(".")[:MOST_IDS]


def keep_ids(request: Request, response: Response, cookie: str, ids: Sequence[str]) -> None:
    """Let a browser keep these ids, as many as fit."""
    response.set_cookie(
        cookie,
        ".".join(ids[:MOST_IDS]),
        max_age=_AGE,
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )
