"""Libraries of an earlier version: nothing found is not the same as nothing known."""

import sqlite3
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made, run

from beleidszoeker.api.app import create_app

_SAID = "ingelezen met een eerdere versie"


@pytest.fixture
def earlier(tmp_path: Path) -> Shelf:
    """A library in which one of two documents was stored by an earlier version."""
    shelf = Shelf(tmp_path / "library")
    first, _ = shelf.fill(made("Ik zal uw Kamer in het najaar informeren."), made("Er komen woningen bij."))
    with sqlite3.connect(tmp_path / "library" / "library.db") as connection:
        connection.execute("UPDATE documents SET parser_version = 2 WHERE id = ?", (first,))
    return shelf


@pytest.mark.parametrize("path", ["/toezeggingen", "/programmas", "/programmas/matrix", "/tijdlijn"])
def test_the_pages_say_what_is_not_known_yet(earlier: Shelf, path: str) -> None:
    """A page of what documents say tells how many of them were not read for it."""
    with TestClient(create_app(earlier.library, lambda: earlier.embedder)) as client:
        assert f"1 document is {_SAID}" in client.get(path).text


def test_a_library_of_this_version_needs_no_word_of_it(shelf: Shelf) -> None:
    """Where every document was read, nothing is said."""
    shelf.fill(made("Er komen woningen bij."))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        assert _SAID not in client.get("/toezeggingen").text


def test_the_commands_say_it_too(earlier: Shelf, tmp_path: Path) -> None:
    """On standard error, so that what a program reads stays what it was."""
    ended = run(tmp_path / "library", "commitments", "--json")
    assert ended.returncode == 0
    assert ended.stdout.strip() == "[]"
    assert _SAID in ended.stderr
    assert earlier.library.reader.knowledge.unread() == 1
