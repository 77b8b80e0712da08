"""Listening for requests until it is told to stop."""

import gc
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from fastapi import FastAPI

_PATIENCE = 10  # seconds that a running request gets to finish
_KEPT = 30  # seconds that a connection stays open for a next request: who types stops to think


class _Server(uvicorn.Server):
    """Ends streams of events first: a stream never finishes, and all would wait for it."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Leave what was imported out of the search for garbage, which stopped all for 0.1 s at times.

        What is opened next is not left out: a snapshot must go when another has taken its place.
        """
        gc.collect()
        gc.freeze()
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, let requests finish, and end."""
        managing = getattr(self.config.app.state, "managing", None)  # type: ignore[union-attr]  # ours is an app
        if managing is not None:
            managing.manager.runs.stop_telling()
        await super().shutdown(sockets)


def listen(app: "FastAPI", host: str, port: int) -> None:
    """Serve an app until Ctrl-C or SIGTERM; end the process with a code when it could not start."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        timeout_keep_alive=_KEPT,
        timeout_graceful_shutdown=_PATIENCE,
    )
    server = _Server(config)
    with suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        sys.exit(3)  # as uvicorn's own command does
