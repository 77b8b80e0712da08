"""Cursors: pages fit together, and a cursor that does not fit any more says so."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app

MANY = 23


@pytest.fixture
def ids(shelf: Shelf) -> list[str]:
    """Documents with dates, some of them the same, some without."""
    documents = [
        made(
            f"Het water stijgt in gebied {number}.",
            title=f"Water {number % 7}",
            kind="nota" if number % 2 else "motie",
            date=f"2024-05-{number % 9 + 1:02}" if number % 4 else None,
        )
        for number in range(MANY)
    ]
    return shelf.fill(*documents)


@pytest.fixture
def client(shelf: Shelf, ids: list[str]) -> Iterator[TestClient]:
    assert ids
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def ask(client: TestClient, path: str, **parameters: Any) -> Any:
    response = client.get(path, params=parameters)
    assert response.status_code == HTTPStatus.OK, response.text
    return response.json()


def walk(client: TestClient, **parameters: Any) -> list[dict[str, Any]]:
    """Ask for all pages of a search."""
    found, cursor = [], None
    while True:
        page = ask(client, "/api/v1/search", cursor=cursor, **parameters)
        found += page["results"]
        if (cursor := page["next"]) is None:
            return found


@pytest.mark.parametrize("sort", ["relevance", "date"])
@pytest.mark.parametrize("size", [1, 4, 23, 100])
def test_pages_of_a_search_fit_together(client: TestClient, sort: str, size: int) -> None:
    """Page after page gives what one large page gives: nothing twice, nothing left out, ranks going on."""
    whole = ask(client, "/api/v1/search", q="water", k=100, sort=sort)
    assert whole["total"] == len(whole["results"]) == MANY
    assert whole["next"] is None
    assert walk(client, q="water", k=size, sort=sort) == whole["results"]


def test_a_search_can_be_sorted_by_date(client: TestClient) -> None:
    """The newest document comes first, those without a date last."""
    dates = [result["citation"]["date"] for result in walk(client, q="water", k=10, sort="date")]
    assert dates == sorted(dates, key=lambda date: date or "", reverse=True)
    assert dates[0]
    assert dates[-1] is None


def problem(client: TestClient, path: str, **parameters: Any) -> tuple[int, str]:
    response = client.get(path, params=parameters)
    assert response.headers["content-type"] == "application/problem+json"
    return response.status_code, response.json()["code"]


def test_a_cursor_expires_with_the_library(client: TestClient, shelf: Shelf, ids: list[str]) -> None:
    """After a removal, and after another publication, an old place means nothing: that is told."""
    first = ask(client, "/api/v1/search", q="water", k=4)
    with shelf.library.writing() as writer:
        writer.remove_documents([first["results"][0]["citation"]["document_id"]])
    expired = (HTTPStatus.GONE, "cursor-expired")
    assert problem(client, "/api/v1/search", q="water", k=4, cursor=first["next"]) == expired

    again = ask(client, "/api/v1/search", q="water", k=4)
    assert again["total"] == len(ids) - 1
    shelf.put("nieuw.txt", made("Nog meer water."))
    shelf.publish()
    assert problem(client, "/api/v1/search", q="water", k=4, cursor=again["next"]) == expired


@pytest.mark.parametrize(
    "other", [{"q": "waterstand"}, {"q": "water", "kind": "nota"}, {"q": "water", "sort": "date"}]
)
def test_a_cursor_is_of_one_question(client: TestClient, other: dict[str, Any]) -> None:
    """With another question, filter or order it is refused; another size of page is allowed."""
    cursor = ask(client, "/api/v1/search", q="water", k=4)["next"]
    assert ask(client, "/api/v1/search", q="water", k=7, cursor=cursor)["results"][0]["rank"] == 5
    refused = (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-cursor")
    assert problem(client, "/api/v1/search", cursor=cursor, **other) == refused


def forged(cursor: str, place: Any) -> str:
    """Put another place in a cursor of ours."""
    padded = cursor + "=" * (-len(cursor) % 4)
    parts = json.loads(urlsafe_b64decode(padded))
    return urlsafe_b64encode(json.dumps([*parts[:3], place]).encode()).decode()


@pytest.mark.parametrize("place", [-1, 1.5, True, None, "7", [3], {"a": 1}, 2**70, [[[]]]])
@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/documents"])
def test_a_forged_place_is_refused(client: TestClient, path: str, place: Any) -> None:
    """Whatever stands in a cursor, it is a place or a problem."""
    response = client.get(path, params={"q": "water", "k": 2, "limit": 2})
    cursor = (
        response.json()["next"] if "search" in path else response.links["next"]["url"].split("cursor=")[1]
    )
    refused = (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-cursor")
    assert problem(client, path, q="water", limit=2, cursor=forged(cursor, place)) == refused


@pytest.mark.parametrize("cursor", ["x", "é", "%%%", "W10", "bnVsbA", "W1tbW1tb" * 900, "A" * 7999])
def test_what_is_no_cursor_is_refused(client: TestClient, cursor: str) -> None:
    """Any text in its place is a problem that says what to do."""
    refused = (HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-cursor")
    assert problem(client, "/api/v1/search", q="water", cursor=cursor) == refused
    assert problem(client, "/api/v1/documents", cursor=cursor) == refused


def pages(client: TestClient, **parameters: Any) -> Iterator[list[dict[str, Any]]]:
    """Follow the links from page to page of the documents."""
    address = str(client.build_request("GET", "/api/v1/documents", params=parameters).url)
    while address:
        response = client.get(address)
        assert response.status_code == HTTPStatus.OK
        yield response.json()
        address = response.links.get("next", {}).get("url", "")


@pytest.mark.parametrize("order", ["date", "title"])
def test_pages_of_documents_fit_together(client: TestClient, order: str) -> None:
    """Following the links gives each document once, in the order of the whole list."""
    whole = client.get("/api/v1/documents", params={"sort": order})
    assert whole.headers["x-total-count"] == str(MANY)
    assert "link" not in whole.headers
    paged = [document for page in pages(client, sort=order, limit=5) for document in page]
    assert paged == whole.json()
    assert len({document["id"] for document in paged}) == MANY


def test_documents_that_come_and_go_do_not_shift_the_others(client: TestClient, shelf: Shelf) -> None:
    """A cursor of documents goes on where it was, also where the document it points at has gone."""
    follow = pages(client, limit=5)
    first, wanted = next(follow), ask(client, "/api/v1/documents")[5:]
    shelf.put("nieuw.txt", made("Nieuw.", date="2026-01-01"))
    with shelf.library.writing() as writer:
        writer.remove_documents([first[0]["id"], first[-1]["id"]])
    assert [document for page in follow for document in page] == wanted


def test_documents_take_filters(client: TestClient) -> None:
    """The same filters as a search."""
    listed = ask(client, "/api/v1/documents", kind="nota", **{"from": "2024-05-03"})
    assert {document["kind"] for document in listed} == {"nota"}
    assert min(document["date"] for document in listed) >= "2024-05-03"
    assert len(listed) < MANY
    assert problem(client, "/api/v1/documents", kind="brief")[1] == "invalid-filter"
