"""Cursors: where the next page begins, in a form that callers give back as it is.

A cursor holds a digest of the question that it belongs to and a place in the answers. A place that only means
something while the library stays as it is goes with a digest of that *state*; when the state is another, the
cursor has expired. That is told rather than hidden: going on from an old place would leave out passages, or
show some twice, and nobody would see it.
"""

import binascii
import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from beleidszoeker.errors import CursorExpiredError, InvalidCursorError

LONGEST_CURSOR = 8000
_VERSION = 1
_PARTS = 4
_LARGEST = 2**31


def digest(*parts: object) -> str:
    """Return a short digest of what makes two questions, or two states, the same."""
    text = "\x1f".join(repr(part) for part in parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=8).hexdigest()


def pack(question: str, place: Any, *, state: str = "") -> str:
    """Return a cursor.

    Args:
        question: Digest of what was asked, its order included.
        place: Where the next page begins, as JSON.
        state: Digest of what must not have changed.
    """
    text = json.dumps([_VERSION, question, state, place], separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def unpack(cursor: str, question: str, *, state: str = "") -> Any:
    """Return the place in a cursor; check its form before use, since anybody can make one.

    Raises:
        InvalidCursorError: It is not ours, or of another question.
        CursorExpiredError: The state is another than when it was given.
    """
    version, of_question, of_state, place = _parts(cursor)
    if version != _VERSION or of_question != question:
        raise InvalidCursorError(
            "De cursor hoort niet bij deze vraag.",
            advice="Herhaal bij een cursor alle andere parameters van de vraag.",
        )
    if of_state != state:
        raise CursorExpiredError(
            "De bibliotheek is gewijzigd sinds deze cursor werd gegeven.", advice="Begin weer bij het begin."
        )
    return place


def offset(place: Any) -> int:
    """Read a place that counts answers.

    Raises:
        InvalidCursorError: It does not.
    """
    if type(place) is int and 0 <= place < _LARGEST:
        return place
    raise unreadable()


def unreadable() -> InvalidCursorError:
    """Return the error for a cursor that we did not make."""
    return InvalidCursorError(
        "De cursor is onleesbaar.",
        advice="Geef een cursor terug zoals u hem kreeg, in een keer en ongewijzigd.",
    )


def _parts(cursor: str) -> list[Any]:
    try:
        found = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise unreadable() from error
    if isinstance(found, list) and len(found) == _PARTS:
        return found
    raise unreadable()
