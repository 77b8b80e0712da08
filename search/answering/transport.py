"""One POST to one address, with an end to what it may take: no redirects, no proxies, no retries."""

import socket
from contextlib import closing, suppress
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import NamedTuple
from urllib.parse import SplitResult

from beleidszoeker.errors import AnswerEndpointError
from beleidszoeker.search.answering.patience import Patience

LARGEST = 400_000
"""Bytes of an answer that are read; a longer one is refused."""


class Reply(NamedTuple):
    """What came back: status and body."""

    status: int
    body: bytes


def place_of(address: SplitResult) -> str:
    """Return host and port: what may be told of an address that may have a password in it."""
    return f"{address.hostname}:{address.port}" if address.port else address.hostname or ""


def post(address: SplitResult, body: bytes, headers: dict[str, str], *, patience: Patience) -> Reply:
    """Send a body and return what comes back.

    Args:
        address: ``http`` or ``https``, with a host.
        body: What to send.
        headers: Sent along.
        patience: When it ends, so does this, wherever it is: also between two bytes of a slow answer.

    Raises:
        AnswerEndpointError: Nobody there, no HTTP, too slow or too much.
    """
    make = HTTPSConnection if address.scheme == "https" else HTTPConnection
    try:
        with closing(
            make(address.hostname or "", address.port, timeout=patience.left or 0.001)
        ) as connection:
            connection.connect()
            with patience.closing(partial(_shut, connection.sock)):
                connection.request("POST", address.path or "/", body, headers)
                with closing(connection.getresponse()) as response:
                    reply = Reply(response.status, response.read(LARGEST + 1))
    except (OSError, HTTPException, ValueError) as error:
        raise _problem(address, patience) from error
    if patience.over:
        raise _problem(address, patience)
    if len(reply.body) > LARGEST:
        raise AnswerEndpointError(
            f"Het taalmodel op {place_of(address)} gaf een antwoord waaraan geen einde komt.",
            advice="De citaten hieronder staan er los van.",
        )
    return reply


def _shut(connected: socket.socket) -> None:
    """End whatever is read from a socket; the connection forgets it once the answer has begun."""
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _problem(address: SplitResult, patience: Patience) -> AnswerEndpointError:
    what = "antwoordde niet op tijd" if patience.over else "is niet bereikbaar of antwoordde onleesbaar"
    return AnswerEndpointError(
        f"Het taalmodel op {place_of(address)} {what}.", advice="De citaten hieronder staan er los van."
    )
