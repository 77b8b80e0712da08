"""Our client against a real server on a real port."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import uvicorn
from tests.support import Shelf, made

import beleidszoeker.client
from beleidszoeker.api.app import create_app
from beleidszoeker.client import Client, ProblemError

MANY = 120


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    filled = Shelf(tmp_path_factory.mktemp("client") / "library")
    with filled.library:
        filled.fill(
            *[
                made(
                    f"Het water stijgt in gebied {number}.",
                    title=f"Water & wind {number}",
                    kind="nota" if number % 2 else "motie",
                    date=f"20{number % 20 + 5:02}-05-17",
                )
                for number in range(MANY)
            ]
        )
        yield filled


@pytest.fixture(scope="module")
def address(shelf: Shelf) -> Iterator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(shelf.library, lambda: shelf.embedder), log_level="warning")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture
def client(address: str) -> Client:
    return Client(address)


def test_results_come_over_pages(client: Client) -> None:
    """As many as were asked for, each once, over as many pages as that takes."""
    found = list(client.search("water", most=250))
    assert [result["rank"] for result in found] == list(range(1, 101))  # what a search pages through
    assert len({result["passage_id"] for result in found}) == len(found)
    assert list(client.search("water", most=3)) == found[:3]
    assert list(client.search("water", most=0)) == []


def test_filters_are_parameters(client: Client) -> None:
    """By their names in the API; ``from`` is a word of Python's own and takes a stripe."""
    found = list(client.search("water", kind="nota", from_="2010", to="2015-12", sort="date"))
    dates = [result["citation"]["date"] for result in found]
    assert {result["citation"]["kind"] for result in found} == {"nota"}
    assert dates == sorted(dates, reverse=True)
    assert "2010" <= min(dates) <= max(dates) < "2016"
    (kinds,) = (facet for facet in client.ask("water", facets=True)["facets"] if facet["name"] == "kind")
    assert {value["value"] for value in kinds["values"]} == {"nota", "motie"}


def test_a_passage_and_its_document_can_be_read(client: Client) -> None:
    """By the ids in a result."""
    (result,) = client.search("water", most=1)
    assert client.passage(result["passage_id"])["text"] == result["text"]
    document = client.document(result["citation"]["document_id"])
    assert document["title"] == result["citation"]["title"]
    other = client.similar(result["passage_id"], k=1)[0]["citation"]["document_id"]
    assert client.compare(document["id"], other)["first"] == document["id"]


def test_documents_come_over_pages(client: Client) -> None:
    """All of them, each once, newest first; or those that meet filters."""
    listed = list(client.documents())
    assert len({document["id"] for document in listed}) == len(listed) == MANY
    assert [document["date"] for document in listed] == sorted((d["date"] for d in listed), reverse=True)
    assert list(client.documents(limit=7)) == listed
    assert len(list(client.documents(kind=["nota"]))) == MANY // 2


def test_many_questions_at_once(client: Client) -> None:
    """Each gives an answer or a problem."""
    first, second = client.ask_all(["water", {"q": "water", "kind": ["brief"]}], fields=["total"])
    assert first == {"answer": {"total": 100}, "problem": None}
    assert second["problem"]["code"] == "invalid-filter"


@pytest.mark.parametrize("wrong", ["../health", "a/b", "a?b#c", "\N{SNOWMAN}", "%2e%2e"])
def test_problems_are_errors(client: Client, wrong: str) -> None:
    """With status, code and what to do; no id leads to another address."""
    with pytest.raises(ProblemError) as told:
        client.passage(wrong)
    assert told.value.status == 404
    assert told.value.code in {"passage-not-found", "not-found"}
    assert told.value.detail


def test_a_parameter_that_is_wrong_is_an_error(client: Client) -> None:
    """Its sentence says which."""
    with pytest.raises(ProblemError, match=r"422 invalid-filter: 'x' is geen bekende soort\."):
        client.ask("water", kind="x")


def test_no_answer_at_all_is_an_oserror() -> None:
    """Nobody listens there; and what is no address is refused before anything is asked."""
    with pytest.raises(OSError, match="refused"):
        Client("http://127.0.0.1:1", timeout=2).ask("water")
    with pytest.raises(ValueError, match="not an address"):
        Client("file:///etc")


def test_what_did_not_change_is_remembered(client: Client, shelf: Shelf) -> None:
    """The same answer comes again, and whoever changes it changes a copy; a change is seen."""
    first = client.document(next(client.documents(fields="id", limit=1))["id"])
    first["title"] = "veranderd"
    assert client.document(first["id"])["title"].startswith("Water & wind")
    took = client.ask("water")["took_ms"]
    assert client.ask("water")["took_ms"] == took  # the very same answer: another would differ in time
    shelf.put("nieuw.txt", made("Nieuw water.", title="Nieuw"))
    assert "Nieuw" in {document["title"] for document in client.documents()}


def test_the_client_is_small_and_stands_alone() -> None:
    """It can be copied: less than 170 lines, nothing but the standard library."""
    source = Path(beleidszoeker.client.__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) < 170
    imported = {
        line.split()[1].partition(".")[0]
        for line in source.splitlines()
        if line.startswith(("from", "import"))
    }
    assert imported <= {"json", "time", "collections", "email", "http", "typing", "urllib"}


class Busy(BaseHTTPRequestHandler):
    """Refuses as often as its server was told to, and then answers."""

    server: "BusyServer"

    def do_GET(self) -> None:
        self.server.asked += 1
        refused = self.server.asked <= self.server.refusals
        body = b'{"code": "busy", "detail": "Druk.", "total": 1}'
        self.send_response(429 if refused else 200)
        if refused:
            self.send_header("retry-after", self.server.wait)
        self.send_header("content-type", "application/problem+json" if refused else "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class BusyServer(ThreadingHTTPServer):
    """A service that has no time."""

    def __init__(self, refusals: int, wait: str) -> None:
        super().__init__(("127.0.0.1", 0), Busy)
        self.refusals, self.wait, self.asked = refusals, wait, 0


@contextmanager
def busy(refusals: int, wait: str = "1") -> Iterator[tuple[str, BusyServer]]:
    with BusyServer(refusals, wait) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", server
        server.shutdown()
        thread.join()


def test_a_busy_service_is_asked_again_when_it_says() -> None:
    """After the seconds that it names, and then the answer comes as ever."""
    with busy(1) as (address, server):
        before = time.monotonic()
        assert Client(address).ask("water")["total"] == 1
    assert time.monotonic() - before >= 1
    assert server.asked == 2


@pytest.mark.parametrize(
    ("tries", "wait", "asked"), [(3, "0", 3), (1, "0", 1), (3, "3600", 1), (3, "straks", 1)]
)
def test_a_service_that_stays_busy_is_left_alone(tries: int, wait: str, asked: int) -> None:
    """After so many tries, or when it names no time or a long one, the problem is told."""
    with busy(9, wait) as (address, server), pytest.raises(ProblemError, match="429 busy") as told:
        Client(address, tries=tries).ask("water")
    assert server.asked == asked
    assert told.value.retry_after == (int(wait) if wait.isdigit() else None)
