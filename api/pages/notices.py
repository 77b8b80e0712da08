"""What a page tells once, at its top, after a form was sent: a cookie carries it over the redirect."""

from dataclasses import dataclass

from fastapi import Request, Response

from beleidszoeker.api.service import service_of
from beleidszoeker.errors import LibraryError
from beleidszoeker.index.desk.collections import Collections

_COOKIE = "melding"
_AGE = 60  # seconds
_TEXTS = {
    "bewaard": ("ok", "De passage is bewaard in ‘{title}’."),
    "dubbel": ("info", "Deze passage stond al in ‘{title}’."),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told.

    Attributes:
        manner: ``ok`` or ``info``: the look of the alert.
        text: A Dutch sentence.
        address: Where to go on; with ``name`` as its words.
    """

    manner: str
    text: str
    address: str
    name: str


def leave(response: Response, what: str, collection_id: str) -> None:
    """Let the next page tell what came of keeping a passage."""
    response.set_cookie(
        _COOKIE, f"{what}.{collection_id}", max_age=_AGE, httponly=True, samesite="lax", path="/"
    )


def left(request: Request) -> Notice | None:
    """Return what is to be told, if anything is."""
    what, _, collection_id = request.cookies.get(_COOKIE, "").partition(".")
    if what not in _TEXTS:
        return None
    try:
        found = Collections(service_of(request).desk).listed([collection_id])
    except LibraryError:  # whoever shows an error asks too
        return None
    if not found:
        return None
    manner, text = _TEXTS[what]
    return Notice(manner, text.format(title=found[0].title), f"/mappen/{collection_id}", "Bekijk de map")


def told(response: Response) -> None:
    """Let it not be told again."""
    response.delete_cookie(_COOKIE, path="/", httponly=True, samesite="lax")
