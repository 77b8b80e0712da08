"""The service as it runs: a real server process on a real port."""

import json
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support import command, environment, run


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """Our ``serve`` in a child process."""

    def __init__(self, library: Path) -> None:
        self.address = f"http://127.0.0.1:{(port := free_port())}"
        self.process = subprocess.Popen(
            command("serve", "--port", str(port)), env=environment(library), stderr=subprocess.PIPE, text=True
        )

    def get(self, path: str) -> tuple[int, Any]:
        """Ask once the server listens."""
        for _ in range(300):
            try:
                with urllib.request.urlopen(self.address + path, timeout=10) as response:  # noqa: S310 - our own
                    return response.status, json.load(response)
            except urllib.error.HTTPError as error:
                with error:
                    return error.code, json.load(error)
            except OSError:
                assert self.process.poll() is None, self.process.communicate()[1]
                time.sleep(0.1)
        raise TimeoutError(self.address)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documenten"
    folder.mkdir()
    (folder / "a.txt").write_text("Het water stijgt langs de rivieren van Limburg.", encoding="utf-8")
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server over a library in which nothing was published yet."""
    (tmp_path / "leeg").mkdir()
    assert run(tmp_path / "library", "ingest", tmp_path / "leeg").returncode == 0
    (tmp_path / "library" / "snapshots" / "CURRENT").unlink()
    made = Server(tmp_path / "library")
    yield made
    made.process.kill()
    made.process.communicate()


def test_a_server_from_start_to_end(tmp_path: Path, documents: Path, server: Server) -> None:
    """It waits for an index, finds what is published, answers like the command line, and stops."""
    assert server.get("/readyz")[0] == 503
    assert server.get("/healthz")[0] == 200

    assert run(tmp_path / "library", "ingest", documents).returncode == 0
    assert server.get("/readyz")[0] == 200
    assert server.get("/api/v1/search?q=water")[1]["results"][0]["citation"]["source"] == "a.txt"

    (documents / "b.md").write_text("# Zee\n\nHet water van de zee is zout.", encoding="utf-8")
    assert run(tmp_path / "library", "ingest", documents).returncode == 0
    answer = server.get("/api/v1/search?q=water%20zee&k=5")[1]
    assert answer["results"][0]["citation"]["source"] == "b.md"

    told = json.loads(run(tmp_path / "library", "search", "water zee", "-k", "5", "--json").stdout)
    of_pages = {"next": None, "facets": None}  # what the service adds
    assert {**told, **of_pages, "took_ms": 0} == {**answer, "took_ms": 0}
    passage = answer["results"][0]["passage_id"]
    shown = json.loads(run(tmp_path / "library", "show", passage, "--json").stdout)
    assert shown == server.get(f"/api/v1/passages/{passage}")[1]
    listed = json.loads(run(tmp_path / "library", "documents", "--json").stdout)
    assert listed == server.get("/api/v1/documents")[1]

    server.process.send_signal(signal.SIGTERM)
    _, told_on_stderr = server.process.communicate(timeout=15)
    assert server.process.returncode in {0, -signal.SIGTERM}
    assert re.search(r"luistert op http://127\.0\.0\.1:\d+/", told_on_stderr)
    assert "Traceback" not in told_on_stderr


def test_a_server_without_a_library_does_not_start(tmp_path: Path) -> None:
    """It says which library is missing, and makes none."""
    ended = run(tmp_path / "nergens", "serve", "--port", str(free_port()))
    assert ended.returncode == 2
    assert str(tmp_path / "nergens") in ended.stderr
    assert not (tmp_path / "nergens").exists()
