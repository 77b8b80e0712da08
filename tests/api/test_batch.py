"""Many questions at once."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app

PATH = "/api/v1/search/batch"
WATER = {"q": "water"}


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(
        made("Het water stijgt.", title="Water", kind="nota", date="2024-05-17"),
        made("Het water daalt.", title="Peil", kind="motie"),
    )
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def post(client: TestClient, *queries: Any, **more: Any) -> list[dict[str, Any]]:
    response = client.post(PATH, json={"queries": queries, **more})
    assert response.status_code == HTTPStatus.OK, response.text
    return list(response.json()["answers"])


def test_each_question_has_the_answer_that_a_search_gives(client: TestClient) -> None:
    """Filters, order and size included; answers come in the order of the questions."""
    asked: list[dict[str, Any]] = [
        {"q": "water"},
        {"q": "water", "kind": ["nota"], "k": 1},
        {"q": "water", "from": "2024", "to": "2024-06", "sort": "date"},
        {"q": ""},
    ]
    for question, told in zip(asked, post(client, *asked), strict=True):
        alone = client.get("/api/v1/search", params=question).json()
        assert told["problem"] is None
        assert {**told["answer"], "took_ms": 0} == {**alone, "took_ms": 0}


def test_a_question_that_cannot_be_answered_costs_itself_alone(client: TestClient) -> None:
    """Its problem stands in its place; the others are answered."""
    first, second, third = post(client, {"q": "water"}, {"q": "water", "kind": ["brief"]}, {"q": "peil"})
    assert first["answer"]["answered"]
    assert third["answer"]["answered"]
    assert second["answer"] is None
    assert (second["problem"]["status"], second["problem"]["code"]) == (422, "invalid-filter")


def test_fields_can_be_chosen(client: TestClient) -> None:
    """For all answers at once; a problem stays whole."""
    told = post(client, {"q": "water"}, {"q": "a", "year": ["x"]}, fields=["total"])
    assert told[0] == {"answer": {"total": 2}, "problem": None}
    assert told[1]["problem"]["code"] == "invalid-filter"


@pytest.mark.parametrize(
    ("content", "code", "detail"),
    [
        ({}, "invalid-parameter", "'queries' is onbruikbaar: hij ontbreekt"),
        ({"queries": []}, "invalid-parameter", "'queries' is onbruikbaar: geef er minstens 1"),
        ({"queries": [WATER] * 51}, "invalid-parameter", "'queries' is onbruikbaar: geef er hooguit 50"),
        ({"queries": [WATER, {"q": 7}]}, "invalid-parameter", "'queries.1.q' is onbruikbaar: geef tekst"),
        (
            {"queries": [{**WATER, "soort": "nota"}]},
            "invalid-parameter",
            "'queries.0.soort' is onbruikbaar: zo'n veld is er niet",
        ),
        (
            {"queries": [{**WATER, "sort": "x"}]},
            "invalid-parameter",
            "'queries.0.sort' is onbruikbaar: kies uit 'relevance' or 'date'",
        ),
        ({"queries": [WATER], "fields": ["x"]}, "unknown-field", "Onbekende velden: x"),
        ([], "invalid-content", "Het verzoek vraagt om een JSON-object als inhoud"),
    ],
)
def test_content_of_another_form_is_a_problem_of_the_whole(
    client: TestClient, content: Any, code: str, detail: str
) -> None:
    """It says in Dutch which field, and what is wrong with it."""
    response = client.post(PATH, json=content)
    assert (response.status_code, response.json()["code"]) == (422, code)
    assert response.json()["detail"].removeprefix("Het veld ") == f"{detail}."


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"{", "application/json", 422),
        (b'"\xff"', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"queries": [{"q": "\\ud800"}]}', "application/json", 422),
        (b"q=water", "application/x-www-form-urlencoded", 415),
        (b"water", "text/plain", 415),
        (b"", "application/json", 422),
        (b'"' + b"a" * 2_000_000 + b'"', "application/json", 413),
    ],
)
def test_unreadable_content_is_a_problem(
    client: TestClient, content: bytes, media_type: str, status: int
) -> None:
    """Whatever is sent, the answer is problem details with a Dutch sentence."""
    response = client.post(PATH, content=content, headers={"content-type": media_type})
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"].endswith(".")


def test_the_largest_questions_are_answered(client: TestClient) -> None:
    """Fifty questions of four thousand characters, of the most bytes each, are not too large."""
    assert len(post(client, *[{"q": "水" * 4000, "k": 1}] * 50)) == 50
