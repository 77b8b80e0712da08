"""The service with more who ask than it answers at once, asked as a server does it (ASGI)."""

import asyncio
import json
import re
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from tests.endpoints import Handler, quoting, speaking
from tests.looping import in_a_loop
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.http.gate import Gate
from beleidszoeker.api.options import Options
from beleidszoeker.api.pages.assets import asset

SEARCH = "/api/v1/search?q=water"
PAGE = "/?q=water"
HTML = {"accept": "text/html"}


@dataclass
class Asking:
    """One request, and what was answered."""

    app: FastAPI
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""
    left: asyncio.Event = field(default_factory=asyncio.Event)
    status: int = 0
    told: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    async def done(self) -> "Asking":
        parts, sent = urlsplit(self.path), False
        given = {"host": "localhost", **self.headers}
        if self.content:
            given |= {"content-type": "application/json", "content-length": str(len(self.content))}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "http",
            "method": "POST" if self.content else "GET",
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in given.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }

        async def receive() -> MutableMapping[str, Any]:
            nonlocal sent
            if sent:
                await self.left.wait()
                return {"type": "http.disconnect"}
            sent = True
            return {"type": "http.request", "body": self.content, "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                self.status = message["status"]
                self.told = {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                self.body += message.get("body", b"")

        await self.app(scope, receive, send)
        return self


Story = Callable[[FastAPI, Gate], Awaitable[None]]


def tell(shelf: Shelf, story: Story, **options: Any) -> None:
    """Let something happen to a service that answers one at once."""
    app = create_app(shelf.library, lambda: shelf.embedder, options=Options(at_once=1, **options))

    async def run() -> None:
        async with app.router.lifespan_context(app):
            await story(app, app.state.gate)

    in_a_loop(run)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():  # noqa: ASYNC110 - the line has no event to wait for
            await asyncio.sleep(0.01)


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.fill(made("Het water stijgt.", title="Water"), made("Het water daalt.", title="Peil"))
    return shelf


def test_a_search_waits_for_its_turn(filled: Shelf) -> None:
    """It is answered as ever once who was before it is done."""

    async def story(app: FastAPI, gate: Gate) -> None:
        async with gate.place("test"):
            waiting = [asyncio.create_task(Asking(app, path).done()) for path in (SEARCH, PAGE)]
            await until(lambda: gate.waiting == 2)
        api, page = await asyncio.gather(*waiting)
        assert (api.status, page.status) == (200, 200)
        assert json.loads(api.body)["results"]
        assert b"Het water" in page.body

    tell(filled, story)


def test_too_many_are_refused_with_a_time_to_come_back(filled: Shelf) -> None:
    """A program gets problem details (RFC 9457) with status 429 and ``Retry-After``, and no cache has it."""

    async def story(app: FastAPI, gate: Gate) -> None:
        async with gate.place("test", size=600):
            refused = await Asking(app, SEARCH).done()
        assert refused.status == 429
        assert refused.told["content-type"] == "application/problem+json"
        assert refused.told["cache-control"] == "no-store"
        assert "etag" not in refused.told
        seconds = int(refused.told["retry-after"])
        problem = json.loads(refused.body)
        assert problem["code"] == "busy"
        assert problem["advice"] == f"Probeer het over {seconds} seconden opnieuw."
        assert 30 < seconds <= 60
        assert (await Asking(app, SEARCH).done()).status == 200

    tell(filled, story)


def test_people_get_a_page(filled: Shelf) -> None:
    """In Dutch, with a link to the same question, and escaped; a part of a page gets a part."""

    async def story(app: FastAPI, gate: Gate) -> None:
        async with gate.place("test", size=600):
            page = await Asking(app, PAGE + "%22%3E%3Cb%3E", HTML).done()
            part = await Asking(app, PAGE, {**HTML, "hx-request": "true"}).done()
        assert (page.status, part.status) == (429, 429)
        assert int(page.told["retry-after"]) > 1
        text = page.body.decode()
        assert "Het is nu druk" in text
        assert "Probeer het over" in text
        assert 'href="/?q=water%22%3E%3Cb%3E"' in text
        assert "<b>" not in text
        assert "<html" in text
        assert "<html" not in part.body.decode()
        assert "Het is nu druk" in part.body.decode()

    tell(filled, story)


def test_what_costs_little_never_waits(filled: Shelf) -> None:
    """Health, files, the start page, suggestions, and what is still right by its tag, pass a full line."""

    async def story(app: FastAPI, gate: Gate) -> None:
        tag = (await Asking(app, SEARCH).done()).told["etag"]
        paths = ["/healthz", "/readyz", asset("css/search.css"), "/", "/api/v1/suggest?q=wat"]
        async with gate.place("test", size=600):
            for path in paths:
                assert (await Asking(app, path).done()).status == 200, path
            assert (await Asking(app, SEARCH, {"if-none-match": tag}).done()).status == 304
            assert (await Asking(app, SEARCH).done()).status == 429

    tell(filled, story)


def test_who_leaves_is_not_searched_for(filled: Shelf) -> None:
    """A closed connection gives its place in line to the next, and nothing is sent to nobody."""

    async def story(app: FastAPI, gate: Gate) -> None:
        async with gate.place("test"):
            leaver, other = Asking(app, SEARCH), Asking(app, PAGE)
            tasks = [asyncio.create_task(each.done()) for each in (leaver, other)]
            await until(lambda: gate.waiting == 2)
            leaver.left.set()
            await tasks[0]
            assert gate.waiting == 1
        await tasks[1]
        assert (leaver.body, other.status) == (b"", 200)

    tell(filled, story)


def test_a_batch_counts_for_what_it_holds(filled: Shelf) -> None:
    """Fifty questions in one request keep others waiting as fifty do."""

    async def story(app: FastAPI, gate: Gate) -> None:
        content = json.dumps({"queries": [{"q": "water"}] * 50}).encode()
        async with gate.place("test"):
            batch = asyncio.create_task(Asking(app, "/api/v1/search/batch", content=content).done())
            await until(lambda: gate.waiting == 1)
            assert gate.expected() > 4.9
        answered = await batch
        assert (answered.status, len(json.loads(answered.body)["answers"])) == (200, 50)

    tell(filled, story)


def test_others_search_while_a_model_writes(filled: Shelf) -> None:
    """An answer holds a place for its search only: writing takes long, and other processors than ours."""
    may_write, writing = threading.Event(), threading.Event()

    def slowly(handler: Handler) -> None:
        writing.set()
        may_write.wait(60)
        quoting(handler)

    async def story(app: FastAPI, gate: Gate) -> None:
        content = json.dumps({"q": "water"}).encode()
        answer = asyncio.create_task(Asking(app, "/api/v1/answers", content=content).done())
        await until(writing.is_set)
        assert (await Asking(app, SEARCH).done()).status == 200
        may_write.set()
        assert (await answer).status == 200
        assert gate.expected() == 0

    with speaking(slowly) as server:
        tell(filled, story, writer=server.endpoint)


def test_all_that_waits_says_so_in_the_description(filled: Shelf) -> None:
    """Each operation that may be refused for a long line describes 429 with ``Retry-After``, no other."""
    contents = {
        "/api/v1/search/batch": b'{"queries": [{"q": "water"}]}',
        "/api/v1/answers": b'{"q": "water"}',
        "/api/v1/kamervragen/earlier": b'{"q": "water"}',
        "/api/v1/saved-searches": b'{"q": "water"}',
    }

    async def story(app: FastAPI, gate: Gate) -> None:
        described, waiting, paths = set[str](), set[str](), app.openapi()["paths"]
        for path in [*(path for path, item in paths.items() if "get" in item), *contents]:
            operation = paths[path]["post" if path in contents else "get"]
            if refusal := operation["responses"].get("429"):
                described.add(path)
                assert "Retry-After" in refusal["headers"]
                assert set(refusal["content"]) == {"application/problem+json"}
            asking = Asking(app, re.sub(r"{.*?}", "x", path) + "?q=water", content=contents.get(path, b""))
            async with gate.place("test", size=60_000):
                if (await asking.done()).status == 429:
                    waiting.add(path)
        assert described == waiting
        assert len(waiting) > 12
        assert {"/api/v1/search", "/api/v1/facets", "/api/v1/compare", *contents} < waiting

    tell(filled, story)


@pytest.mark.parametrize(
    "path",
    [
        "/documenten",
        "/documenten/x",
        "/documenten/x/lijkt-op",
        "/export?passage=x",
        "/kamervragen?vraag=water",
        "/tijdlijn?onderwerp=water",
        "/toezeggingen",
        "/programmas",
        "/programmas/matrix",
        "/zoekopdrachten/nieuw?q=water",
    ],
)
def test_pages_that_read_much_wait_too(filled: Shelf, path: str) -> None:
    """Each of them is refused while the line is too long."""

    async def story(app: FastAPI, gate: Gate) -> None:
        async with gate.place("test", size=60_000):
            assert (await Asking(app, path, HTML).done()).status == 429

    tell(filled, story)
