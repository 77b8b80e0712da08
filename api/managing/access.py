"""Who may come in: programs with the key in a header (RFC 6750), people with a session."""

import asyncio
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from beleidszoeker.api.http.address import is_secure
from beleidszoeker.api.managing.key import SESSION_SECONDS
from beleidszoeker.api.managing.managing import Managing, ManagingDependency

COOKIE = "bz-beheer"
_SECONDS = 0.5  # that a wrong key takes
_WAIT = {"retry-after": "60"}
_ASK = {"www-authenticate": 'Bearer realm="beheer"'}
_BEARER = HTTPBearer(auto_error=False, description="The admin key of the service.")


async def is_right(managing: Managing, request: Request, given: str) -> bool:
    """Tell whether a key is right; a wrong one takes time and counts.

    Raises:
        HTTPException: 429 after too many wrong ones from this address.
    """
    address = network_of(request.client.host if request.client else "")
    if managing.guard.tries.are_too_many(address):
        raise HTTPException(429, headers=_WAIT)
    if managing.guard.is_key(given):
        return True
    managing.guard.tries.note(address)
    await asyncio.sleep(_SECONDS)
    return False


def network_of(address: str) -> str:
    """Return whose tries count together: an IPv6 address' network, since one computer has all of it."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address) or found.ipv4_mapped:
        return address
    return str(IPv6Network((int(found), 64), strict=False))


async def _with_key(
    request: Request,
    managing: ManagingDependency,
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
) -> None:
    if given is None or not await is_right(managing, request, given.credentials):
        detail = "Hiervoor is de beheersleutel nodig, in de header 'Authorization: Bearer SLEUTEL'."
        raise HTTPException(401, detail=detail, headers=_ASK)


def has_session(request: Request, managing: ManagingDependency) -> bool:
    """Tell whether a browser has a session."""
    return managing.guard.holds(request.cookies.get(COOKIE, ""))


def _with_session(*, known: Annotated[bool, Depends(has_session)]) -> None:
    if not known:
        raise HTTPException(303, detail="Meld u eerst aan.", headers={"location": "/beheer"})


def remember(request: Request, response: Response, managing: Managing) -> None:
    """Give a browser a session."""
    response.set_cookie(
        COOKIE,
        managing.guard.begin(),
        max_age=SESSION_SECONDS,
        path="/beheer",
        httponly=True,
        samesite="strict",
        secure=is_secure(request),
    )


def forget(request: Request, response: Response, managing: Managing) -> None:
    """End a browser's session."""
    managing.guard.end(request.cookies.get(COOKIE, ""))
    response.delete_cookie(COOKIE, path="/beheer", httponly=True, samesite="strict")


WITH_KEY = Depends(_with_key)
WITH_SESSION = Depends(_with_session)
HasSession = Annotated[bool, Depends(has_session)]
