"""Every route of the service, over a small library."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.index.library import Library
from beleidszoeker.model.base import Embedder

PROBLEM = {"type", "title", "status", "code", "detail", "advice"}
HOSTILE = "<script>alert('water')</script> Water & bodem."


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(
        made("Het water stijgt in Limburg.", title="Water", kind="nota", date="2024-05-17", labels=["1"]),
        made("Het water daalt in Utrecht.", title="Peil", kind="motie", organisations=["Provincie Utrecht"]),
        made(HOSTILE, title="<b>Bodem</b>", dossiers=["29826"]),
    )
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def found(client: TestClient, **parameters: Any) -> list[str]:
    response = client.get("/api/v1/search", params=parameters)
    assert response.status_code == HTTPStatus.OK, response.text
    return sorted(result["citation"]["title"] for result in response.json()["results"])


def assert_problem(response: Any, status: HTTPStatus, code: str) -> None:
    body = response.json()
    assert response.status_code == body["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    assert set(body) == PROBLEM
    assert (body["code"], body["type"]) == (code, f"urn:beleidszoeker:{code}")
    assert body["detail"]


def test_search_gives_cited_passages(client: TestClient) -> None:
    """The best passage comes first, with its quote and citation."""
    body = client.get("/api/v1/search", params={"q": "water Limburg", "k": 1}).json()
    assert body["answered"]
    (result,) = body["results"]
    assert result["quotes"] == [{"text": "Het water stijgt in Limburg.", "start": 0, "end": 28}]
    assert result["citation"]["label"] == "Nota Water, 17 mei 2024, p. 1"


@pytest.mark.parametrize(
    ("parameters", "titles"),
    [
        ({}, ["<b>Bodem</b>", "Peil", "Water"]),
        ({"kind": "nota"}, ["Water"]),
        ({"kind": ["nota", "motie"]}, ["Peil", "Water"]),
        ({"from": "2024", "to": "2024-06"}, ["Water"]),
        ({"organisation": "utrecht"}, ["Peil"]),
        ({"dossier": "29 826"}, ["<b>Bodem</b>"]),
        ({"document": "x"}, []),
    ],
)
def test_search_takes_filters(client: TestClient, parameters: dict[str, Any], titles: list[str]) -> None:
    """Each filter is a parameter; a repeated one means either."""
    assert found(client, q="water", **parameters) == titles


def test_a_passage_can_be_read_in_full(client: TestClient) -> None:
    """By the id of a result: text, sentences, citation and its place on paper."""
    (result,) = client.get("/api/v1/search", params={"q": "Limburg", "k": 1}).json()["results"]
    body = client.get(f"/api/v1/passages/{result['passage_id']}").json()
    assert body["text"] == result["text"]
    assert body["citation"] == result["citation"]
    assert body["sentences"] == [[0, 28]]
    assert body["places"] == [{"page": 1, "box": [70, 500, 500, 512]}]


def test_documents_can_be_listed_and_read(client: TestClient) -> None:
    """The list holds each document as its own address gives it."""
    listed = client.get("/api/v1/documents").json()
    assert [document["title"] for document in listed] == ["Water", "<b>Bodem</b>", "Peil"]
    assert listed[0]["pages"] == 1
    assert listed[2]["pages"] is None
    for document in listed:
        assert client.get(f"/api/v1/documents/{document['id']}").json() == document


def test_health(client: TestClient) -> None:
    """The service lives, is ready, and tells what it searches."""
    assert client.get("/healthz").json()["status"] == "ok"
    ready = client.get("/readyz").json()
    assert ready == {"status": "ready", "snapshot": 1, "passages": 3, "model": "hashing-64-v1"}


def test_text_stays_text(client: TestClient) -> None:
    """Markup in documents and queries goes through as JSON text, untouched, and is never served as HTML."""
    response = client.get("/api/v1/search", params={"q": "<script>alert bodem", "k": 1})
    assert response.headers["content-type"] == "application/json"
    assert response.json()["query"] == "<script>alert bodem"
    assert response.json()["results"][0]["text"] == HOSTILE
    missing = client.get("/api/v1/passages/<img src=x>")
    assert missing.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/passages/x", HTTPStatus.NOT_FOUND, "passage-not-found"),
        ("/api/v1/documents/x", HTTPStatus.NOT_FOUND, "document-not-found"),
        ("/api/v1/nergens", HTTPStatus.NOT_FOUND, "not-found"),
        ("/api/v1/search", HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-parameter"),
        ("/api/v1/search?q=a&k=0", HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-parameter"),
        ("/api/v1/search?q=a&k=101", HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-parameter"),
        ("/api/v1/search?q=a&k=tien", HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-parameter"),
        (f"/api/v1/search?q={'a' * 4001}", HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-parameter"),
        ("/api/v1/search?q=a&kind=brief", HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-filter"),
        ("/api/v1/search?q=a&from=gisteren", HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-filter"),
    ],
)
def test_problems(client: TestClient, path: str, status: HTTPStatus, code: str) -> None:
    """Each error is a problem with a stable code."""
    assert_problem(client.get(path), status, code)


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("", "De parameter 'q' is onbruikbaar: hij ontbreekt."),
        ("q=a&k=0", "De parameter 'k' is onbruikbaar: geef minstens 1."),
        ("q=a&k=101", "De parameter 'k' is onbruikbaar: geef hooguit 100."),
        ("q=a&k=x", "De parameter 'k' is onbruikbaar: geef een geheel getal."),
        ("q=" + "a" * 4001, "De parameter 'q' is onbruikbaar: geef hooguit 4000 tekens."),
    ],
)
def test_problems_are_told_in_dutch(client: TestClient, query: str, detail: str) -> None:
    """What is wrong with a parameter is one Dutch sentence that names it."""
    assert client.get(f"/api/v1/search?{query}").json()["detail"] == detail


def test_only_reading_is_allowed(client: TestClient) -> None:
    """Another method is a problem that says which are allowed, of all routes of the address together."""
    response = client.post("/api/v1/search")
    assert_problem(response, HTTPStatus.METHOD_NOT_ALLOWED, "method-not-allowed")
    assert response.headers["allow"] == "GET, HEAD"
    assert client.put("/api/v1/collections/x").headers["allow"] == "GET, PATCH, DELETE, HEAD"


def test_the_limits_themselves_are_allowed(client: TestClient) -> None:
    """A hundred passages and four thousand characters can be asked."""
    assert client.get("/api/v1/search", params={"q": "a" * 4000, "k": 100}).status_code == HTTPStatus.OK


def test_no_page_loads_from_elsewhere(client: TestClient) -> None:
    """No documentation page fetches scripts from other machines; the description itself is there."""
    for path in ("/docs", "/redoc", "/docs/oauth2-redirect"):
        assert client.get(path).status_code == HTTPStatus.NOT_FOUND
    assert "http://" not in client.get("/openapi.json").text.replace("http://localhost", "")


def test_not_ready_without_a_snapshot(shelf: Shelf) -> None:
    """Before the first publication the service says what is missing; afterwards it is ready by itself."""
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        assert client.get("/healthz").status_code == HTTPStatus.OK
        for path in ("/readyz", "/api/v1/search?q=water"):
            assert_problem(client.get(path), HTTPStatus.SERVICE_UNAVAILABLE, "snapshot-missing")
        assert client.get("/api/v1/documents").json() == []
        shelf.fill(made("Het water stijgt."))
        assert client.get("/readyz").status_code == HTTPStatus.OK
        assert found(client, q="water") == ["Voortgang"]


def test_not_ready_without_a_model(shelf: Shelf) -> None:
    """A model that cannot be used keeps the service up and is told at each question."""
    shelf.fill(made("Water."))

    def fail() -> Embedder:
        raise ModelUnavailableError("Er is geen taalmodel.", advice="Kies een ander.")

    with TestClient(create_app(shelf.library, fail)) as client:
        assert_problem(client.get("/readyz"), HTTPStatus.SERVICE_UNAVAILABLE, "model-unavailable")
        assert_problem(client.get("/api/v1/search?q=a"), HTTPStatus.SERVICE_UNAVAILABLE, "model-unavailable")
        assert client.get("/api/v1/documents").status_code == HTTPStatus.OK


def test_an_unexpected_error_tells_nothing(tmp_path: Path) -> None:
    """What we did not foresee is a problem without a trace of our code in it."""

    class Broken(Library):
        @property
        def reader(self) -> Any:
            raise ZeroDivisionError("geheim")

    with Broken(tmp_path, create=True) as library:
        app = create_app(library, lambda: Shelf(tmp_path / "other").embedder)
        app.state.service._engine = None
        client = TestClient(app, raise_server_exceptions=False)
        response = client.get("/api/v1/documents")
        assert_problem(response, HTTPStatus.INTERNAL_SERVER_ERROR, "internal")
        assert "geheim" not in response.text


def test_a_new_snapshot_is_served(client: TestClient, shelf: Shelf) -> None:
    """What is published while the service runs is found by the next request."""
    shelf.put("new.txt", made("Nieuw water.", title="Nieuw"))
    assert "Nieuw" not in found(client, q="water")
    shelf.publish()
    assert "Nieuw" in found(client, q="water")
    assert client.get("/readyz").json()["snapshot"] == 2
