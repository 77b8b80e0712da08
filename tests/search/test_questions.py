"""Kamervragen out of a library: stored, shown side by side, over the CLI and the API."""

import json
from http import HTTPStatus
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, invoke, made

from beleidszoeker.api.app import create_app
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.search.questions import document_questions, question_sets

TEXT = """# Vragen van het lid De Wit (ABC) aan de Minister van Defensie over bruggen

Ingezonden 6 maart 2024.

Antwoord van Minister Bos (Defensie) (ontvangen 25 maart 2024).

## Vraag 1

Zijn de bruggen nagekeken?

## Antwoord 1

Zie het antwoord op vraag 2.

## Vraag 2

Hoeveel bruggen zijn er?

## Antwoord 2

Er zijn er twaalf, en alle zijn nagekeken.
"""


def bridges() -> PreparedDocument:
    return prepare_document("bruggen.md", TEXT.encode(), split=SentenceSplitter(trained=None).split)


@pytest.fixture
def filled(shelf: Shelf) -> tuple[Shelf, list[str]]:
    return shelf, shelf.fill(bridges(), made("Een brief over water."))


def test_questions_come_out_of_the_store_as_they_went_in(filled: tuple[Shelf, list[str]]) -> None:
    """Members, ministers, dates and every span survive the database."""
    shelf, (asked, other) = filled
    assert shelf.library.reader.questions(asked) == bridges().questions
    assert shelf.library.reader.questions(other) is None


def test_a_document_that_is_removed_takes_its_questions_with_it(filled: tuple[Shelf, list[str]]) -> None:
    """Nothing is left of a set whose document is gone."""
    shelf, (asked, _) = filled
    with shelf.library.writing() as writer:
        writer.remove_documents([asked])
    assert shelf.library.reader.questions(asked) is None
    assert question_sets(shelf.library.reader) == []


def test_an_answer_that_refers_shows_what_it_refers_to(filled: tuple[Shelf, list[str]]) -> None:
    """Each text is literal at its place, and a bare reference comes with the answer that it means."""
    shelf, (asked, _) = filled
    found = document_questions(shelf.library.reader, asked)
    text = shelf.library.reader.parsed(asked).text
    first, second = found["exchanges"]
    assert (first["numbers"], first["refers_to"], first["defers"]) == ([1], [2], True)
    assert first["resolved"] == [{"numbers": [2], "answer": second["answer"]}]
    assert second["resolved"] == []
    for said in (*first["questions"], first["answer"], *second["questions"], second["answer"]):
        assert text[said["start"] : said["end"]] == said["text"] != ""


def test_the_command_shows_and_lists(tmp_path: Path) -> None:
    """With an id the questions and answers, without one the sets; JSON holds the same."""
    shelf = Shelf(tmp_path / "library")
    with shelf.library:
        asked, other = shelf.fill(bridges(), made("Een brief over water."))
    shown = invoke(tmp_path / "library", "kamervragen", asked).stdout
    assert "De Wit (ABC)" in shown
    assert shown.count("Er zijn er twaalf") == 2
    assert "1 document met" in invoke(tmp_path / "library", "kamervragen").stdout
    (listed,) = json.loads(invoke(tmp_path / "library", "kamervragen", "--json").stdout)
    assert (listed["document_id"], listed["questions"], listed["asked"]) == (asked, 2, "2024-03-06")
    found = json.loads(invoke(tmp_path / "library", "kamervragen", asked, "--json").stdout)
    assert found["ministers"] == [{"role": "minister", "portfolio": "Defensie", "name": "Bos"}]
    assert "geen Kamervragen" in invoke(tmp_path / "library", "kamervragen", other).stdout


def test_the_service_answers_alike(filled: tuple[Shelf, list[str]]) -> None:
    """The API gives what the command gives; no questions is an empty list, no document is a problem."""
    shelf, (asked, other) = filled
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        path = "/api/v1/documents/{}/questions"
        assert client.get(path.format(asked)).json() == document_questions(shelf.library.reader, asked)
        assert client.get(path.format(other)).json()["exchanges"] == []
        assert client.get(path.format("x")).status_code == HTTPStatus.NOT_FOUND
