"""Answers that are still right are not made again: entity tags (RFC 9110, sections 8.8.3 and 13.1.2).

A tag is made of the request and of the library as it is, so a repeated search costs a pragma and the reading
of one small file. It is *weak*: two answers to one question differ in the time that they took.
"""

import hashlib
import logging
import secrets
import sqlite3
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from starlette.datastructures import Headers

from beleidszoeker.index.library import Library
from beleidszoeker.index.store import open_database

_LOG = logging.getLogger(__name__)
_HEADERS = {"cache-control": "no-cache"}
NOT_MODIFIED: dict[int | str, dict[str, Any]] = {
    304: {"description": "What `If-None-Match` names is still right."}
}


class LibraryState:
    """Tells whether a library is as it was.

    SQLite counts for each connection what others committed (``PRAGMA data_version``); that number means
    nothing to another process. So a word chosen at start goes along: tags do not outlive the process, nor
    with it the version of this program, its model and its settings.

    While a snapshot is opened, answers come from the one before; so the one that is searched counts too.

    Args:
        library: Whose state.
        serving: Tells the number of the snapshot that is searched.
    """

    def __init__(self, library: Library, serving: Callable[[], int | None]) -> None:
        self._library = library
        self._serving = serving
        self._word = secrets.token_hex(8)
        self._connection: sqlite3.Connection | None = None

    def tag(self, asked: str) -> str:
        """Return the tag of the answer to a request now; read it before the answer is made."""
        snapshots = f"{self._library.snapshots.current()} {self._serving()}"
        state = f"{self._word} {self._changes()} {snapshots} {asked}"
        return f'W/"{hashlib.blake2b(state.encode(), digest_size=12).hexdigest()}"'

    def close(self) -> None:
        """Close what it reads."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _changes(self) -> int:
        if self._connection is None:
            self._connection = open_database(self._library.folder)
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


class NotModifiedError(Exception):
    """What the caller has is still right; carries the headers of the answer that is not made."""

    def __init__(self, headers: dict[str, str]) -> None:
        super().__init__("not modified")
        self.headers = headers


async def conditional(request: Request, response: Response) -> None:
    """Give the answer a tag, or end here where the caller has it already.

    ``async`` so that all requests read through one connection, on the loop's thread.
    """
    state: LibraryState = request.app.state.library_state
    try:
        tag = state.tag(f"{request.url.path}?{request.url.query}")
    except sqlite3.Error:
        _LOG.exception("no entity tags")
        return
    headers = {"etag": tag, **_HEADERS}
    if tag in _held(request.headers):
        raise NotModifiedError(headers)
    response.headers.update(headers)


CONDITIONAL = Depends(conditional)
Conditional = Annotated[None, CONDITIONAL]


def _held(headers: Headers) -> list[str]:
    """Return the tags that the caller holds; ``*`` is none of ours, since it would also hide a problem."""
    return [tag.strip() for given in headers.getlist("if-none-match") for tag in given.split(",")]
