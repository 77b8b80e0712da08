"""The MCP server as a real child process, asked by the official SDK's own client."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from tests.looping import in_a_loop
from tests.support import Shelf, command, environment, made, run

from beleidszoeker.api.assistants.forms import WholeDocument
from beleidszoeker.api.assistants.tools import Tools
from beleidszoeker.api.service import Service
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library

pytest.importorskip("mcp", reason="the extra mcp is not installed")
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters

EXAMPLES = Path(__file__).parents[2] / "corpus" / "documents"
TOOLS = {"search", "passage", "document", "similar"}
LONGEST = 20_000


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("mcp") / "library"
    ended = run(library, "ingest", EXAMPLES)
    assert ended.returncode == 0, ended.stderr
    return library


def ask(library: Path, asking: Callable[[Client], Awaitable[Any]]) -> Any:
    """Start the server, do something with a client, and end both."""
    line = command("mcp", "--site", "http://zoeker.test/")
    server = StdioServerParameters(command=line[0], args=line[1:], env=environment(library))

    async def talk() -> Any:
        with anyio.fail_after(120):
            async with Client(server) as client:
                return await asking(client)

    return in_a_loop(talk)


async def call(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """Call a tool; its answer is structured, the same in text, and no longer than agreed."""
    answer = await client.call_tool(tool, arguments)
    assert not answer.is_error, answer.content
    assert isinstance(answer.structured_content, dict)
    (text,) = answer.content
    assert json.loads(text.text) == answer.structured_content  # type: ignore[union-attr]
    assert len(json.dumps(answer.structured_content, ensure_ascii=False)) <= LONGEST
    return answer.structured_content


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    answer = await client.call_tool(tool, arguments)
    assert answer.is_error
    (text,) = answer.content
    return str(text.text)  # type: ignore[union-attr]


def test_the_tools_tell_what_they_take_and_give(examples: Path) -> None:
    """Each tool only reads, has schemas for both sides, and the server says how to quote and cite."""

    async def asking(client: Client) -> Any:
        return client.instructions, (await client.list_tools()).tools

    instructions, tools = ask(examples, asking)
    assert {tool.name for tool in tools} == TOOLS
    assert "letter for letter" in instructions
    assert "label" in instructions
    for tool in tools:
        assert tool.description
        assert tool.input_schema["properties"]
        assert tool.output_schema["properties"]
        assert tool.annotations.read_only_hint


def test_what_is_quoted_stands_in_the_document(examples: Path) -> None:
    """From a question to passage and document: every quote is literally there, at the place that is told."""

    async def asking(client: Client) -> Any:
        found = await call(client, "search", query="netcongestie en vergunningen industrieclusters", count=5)
        passages = [await call(client, "passage", passage_id=hit["passage_id"]) for hit in found["hits"]]
        ids = {hit["source"]["document_id"] for hit in found["hits"]}
        return found, passages, {one: await call(client, "document", document_id=one) for one in ids}

    found, passages, documents = ask(examples, asking)
    assert found["answered"]
    assert len(found["hits"]) == 5
    with Library(examples) as library:
        for hit, passage in zip(found["hits"], passages, strict=True):
            source = hit["source"]
            text = library.reader.parsed(source["document_id"]).text
            assert passage["text"] == hit["text"] == text[passage["start"] : passage["end"]]
            assert hit["quotes"]
            assert all(quote in passage["text"] for quote in hit["quotes"])
            assert passage["source"] == source
            assert source["title"] in source["label"]
            address = f"http://zoeker.test/passages/{hit['passage_id']}?snapshot=1"
            assert source["permalink"] == address
        for document_id, document in documents.items():
            text = library.reader.parsed(document_id).text
            assert document["text"] == text[document["start"] : document["end"]]
            assert document["length"] == len(text)


def test_a_document_can_be_read_by_section_and_span(examples: Path) -> None:
    """A heading gives its section, start and end a span, and nothing beyond what was asked."""

    async def asking(client: Client) -> Any:
        found = await call(client, "search", query="ruimte voor industrieclusters", kind=["kamerbrief"])
        letter = next(hit for hit in found["hits"] if hit["source"]["page_first"])["source"]["document_id"]
        whole = await call(client, "document", document_id=letter)
        section = await call(client, "document", document_id=letter, section="ruimte als rand")
        span = await call(client, "document", document_id=letter, start=10, end=50)
        return whole, section, span

    whole, section, span = ask(examples, asking)
    titles = [heading["title"] for heading in whole["outline"]]
    assert "Ruimte als randvoorwaarde" in titles
    assert section["text"].startswith("Ruimte als randvoorwaarde")
    assert "de clusters zitten grotendeels op slot" not in section["text"]
    assert section["next"] is None
    assert span["text"] == whole["text"][10:50]
    assert not span["outline"]


def test_no_answer_is_longer_than_agreed(shelf: Shelf) -> None:
    """Long passages in a long document come in parts that together are the document, letter for letter."""
    text = "\n\n".join(f"Deel {number}. " + "Het water stijgt overal. " * 60 for number in range(60))
    (document_id,) = shelf.fill(made(text, title="Lang " * 40, notes=("Zie elders. " * 40,) * 20))
    service = Service(shelf.library, lambda: shelf.embedder)
    service.start()
    tools = Tools(service, site="http://zoeker.test")
    found = tools.search("water", count=20, filters=Filters(documents=(document_id,)))
    assert found.hits[0].text
    assert found.hits[-1].text is None
    passage = tools.passage(found.hits[0].passage_id)
    assert passage.truncated
    parts, start = list[WholeDocument](), 0
    while not parts or parts[-1].next is not None:
        parts.append(tools.document(document_id, section=None, start=start, end=None))
        start = parts[-1].end
    assert "".join(part.text for part in parts) == text
    assert max(len(form.model_dump_json()) for form in (found, passage, *parts)) <= LONGEST


def test_filters_limit(examples: Path) -> None:
    """A kind, a date and a document leave out what does not meet them."""

    async def asking(client: Client) -> Any:
        letters = await call(client, "search", query="industrie", kind=["kamerbrief"], date_to="2023")
        (document_id,) = {hit["source"]["document_id"] for hit in letters["hits"]}
        one = await call(client, "search", query="water", document=[document_id], count=1)
        return letters, one, await call(client, "similar", passage_id=one["hits"][0]["passage_id"])

    letters, one, alike = ask(examples, asking)
    assert {hit["source"]["date"] for hit in letters["hits"]} == {"2022-11-25"}
    assert len(one["hits"]) == 1
    own = one["hits"][0]["source"]["document_id"]
    assert own not in {hit["source"]["document_id"] for hit in alike["hits"]}


def test_errors_are_told_in_plain_words(examples: Path) -> None:
    """What cannot be is an error of the tool with our sentence in it; the server goes on."""

    async def asking(client: Client) -> list[str]:
        found = await call(client, "search", query="industrie", count=1)
        own = found["hits"][0]["source"]["document_id"]
        return [
            await refused(client, "passage", passage_id="../../etc/passwd"),
            await refused(client, "document", document_id="weg"),
            await refused(client, "document", document_id=own, section="Bestaat niet"),
            await refused(client, "document", document_id=own, start=10**9),
            await refused(client, "document", document_id=own, start=9, end=3),
            await refused(client, "search", query="x", kind=["gedicht"]),
            await refused(client, "search", query="x", date_from="gisteren"),
            await refused(client, "search", query="x", count=1000),
            await refused(client, "search", query="x" * 5000),
            await refused(client, "similar", passage_id="\x00"),
        ]

    told = ask(examples, asking)
    assert "Er is geen passage met id" in told[0]
    assert "Er is geen document met id 'weg'" in told[1]
    assert "geen kop 'Bestaat niet'" in told[2]
    assert "'gedicht' is geen bekende soort" in told[5]
    assert "Traceback" not in "".join(told)


def test_nothing_but_the_protocol_is_on_stdout(examples: Path) -> None:
    """Every line that the process writes is a JSON-RPC message, also for input that is none."""
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "0"},
        },
    }
    lines = ["onzin", json.dumps(hello), '{"jsonrpc":"2.0","method":"notifications/initialized"}']
    ended = subprocess.run(
        command("mcp"),
        input="\n".join(lines) + "\n",
        env=environment(examples),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    messages = [json.loads(line) for line in ended.stdout.splitlines()]
    assert all(message["jsonrpc"] == "2.0" for message in messages)
    assert any(message.get("id") == 1 for message in messages)


def test_a_library_that_is_not_ready_is_told(tmp_path: Path) -> None:
    """Over a library without a snapshot the server greets, and each tool says what is missing."""
    with Library(tmp_path / "library", create=True):
        told = ask(tmp_path / "library", lambda client: refused(client, "search", query="water"))
    assert "beleidszoeker ingest" in told or "geen index" in told.lower(), told


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path) -> None:
    """It names the exact line, and no traceback."""
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "mcp.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'mcp'\", name='mcp')", encoding="utf-8"
    )
    with Library(tmp_path / "library", create=True):
        ended = run(tmp_path / "library", "mcp", PYTHONPATH=str(tmp_path / "without"))
    assert ended.returncode == 2
    assert "pip install 'beleidszoeker[mcp]'" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not ended.stdout


def test_over_http_only_this_machine_is_heard(examples: Path) -> None:
    """With a port it listens on the loopback address, and refuses a page of another origin or host."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, *command("mcp", "--http", str(port))[1:]],
        env=environment(examples),
        stderr=subprocess.PIPE,
    )
    try:
        address = f"http://127.0.0.1:{port}/mcp"
        for _ in range(300):
            try:
                statuses = [
                    httpx.post(address, json={}, headers=headers).status_code
                    for headers in ({"origin": "https://elders.test"}, {"host": "elders.test"})
                ]
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        assert all(400 <= status < 500 for status in statuses)

        async def asking() -> set[str]:
            async with Client(address) as client:
                await call(client, "search", query="water", count=1)
                return {tool.name for tool in (await client.list_tools()).tools}

        assert in_a_loop(asking) == TOOLS
    finally:
        process.terminate()
        process.communicate(timeout=30)
