"""A real HTTP server that speaks the protocol of language models, and says what a test wants it to."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from beleidszoeker.search.answering import Endpoint

Reply = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each POST with the server's reply; keeps what was asked."""

    server: "Speaker"
    asked: dict[str, Any]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.asked = json.loads(body)
        self.server.heard.append({"path": self.path, "key": self.headers["authorization"], **self.asked})
        try:
            self.server.reply(self)
        except OSError:
            self.server.hung_up += 1
        self.close_connection = True

    def send(self, body: bytes, *, status: int = 200, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("content-type", "application/json")
        if length != -1:
            self.send_header("content-length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def passages(self) -> list[str]:
        """Return the passages that were sent along."""
        return [one["tekst"] for one in json.loads(self.asked["messages"][1]["content"])["passages"]]

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Speaker(ThreadingHTTPServer):
    """The server."""

    daemon_threads = True

    def __init__(self, reply: Reply) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply = reply
        self.heard: list[dict[str, Any]] = []
        self.hung_up = 0

    def handle_error(self, *_: object) -> None:
        """Say nothing: a client that hangs up is what is tested."""

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(f"http://127.0.0.1:{self.server_address[1]}/v1", "leugenaar", "geheim-123")


@contextmanager
def speaking(reply: Reply) -> Iterator[Speaker]:
    with Speaker(reply) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:  # a thread left behind on a closed socket would spin through all later tests
            server.shutdown()
            thread.join()


def completion(content: str | None) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def draft(*sentences: tuple[str, str] | tuple[str, str, int]) -> str:
    """Return what a model should say: sentences with a quote, of the first passage or another."""
    return json.dumps(
        {
            "sentences": [
                {"text": text, "citations": [{"passage": number[0] if number else 1, "quote": quote}]}
                for text, quote, *number in sentences
            ]
        }
    )


def saying(content: str | None, *, status: int = 200) -> Reply:
    return lambda handler: handler.send(completion(content), status=status)


def quoting(handler: Handler) -> None:
    """An honest model: it says the first sentence of each passage as it stands there."""
    firsts = [
        (number, text.split(". ")[0].strip()) for number, text in enumerate(handler.passages(), start=1)
    ]
    said = [(first.replace("\n", " "), first, number) for number, first in firsts if len(first.split()) > 4]
    handler.send(completion(draft(*said)))
