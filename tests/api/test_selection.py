"""``fields=``: only what was asked for."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.v1.forms.search import DocumentForm, SearchForm
from beleidszoeker.api.v1.reading.selection import choose, pick
from beleidszoeker.errors import UnknownFieldError


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(made("Het water stijgt.", title="Water"))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


@pytest.mark.parametrize(
    ("fields", "picked"),
    [
        (["a"], {"a": 1}),
        (["b.c"], {"b": [{"c": 2}, {"c": 4}]}),
        (["b.c,a"], {"a": 1, "b": [{"c": 2}, {"c": 4}]}),
        (["b", "b.c"], {"b": [{"c": 2, "d": 3}, {"c": 4, "d": 5}]}),
        (["e.c"], {"e": None}),
    ],
)
def test_parts_are_picked(fields: list[str], picked: dict[str, Any]) -> None:
    """Names go inwards, lists item by item; what is wanted whole stays whole; nothing stays null."""

    class Inner(DocumentForm):
        c: int
        d: int

    class Outer(DocumentForm):
        a: int
        b: list[Inner]
        e: Inner | None

    data = {"a": 1, "b": [{"c": 2, "d": 3}, {"c": 4, "d": 5}], "e": None}
    assert pick(choose(Outer, fields), data) == picked


@pytest.mark.parametrize(
    ("field", "known"),
    [
        ("results.citation.label", True),
        ("results.why.words.found", True),
        ("facets.values.count", True),
        ("", True),
        ("results.quots", False),
        ("query.length", False),
        ("results.", False),
        (".", False),
        ("__class__", False),
    ],
)
def test_unknown_fields_are_named(field: str, *, known: bool) -> None:
    """A name that no answer has is an error that repeats it, so that nobody waits for what never comes."""
    if known:
        choose(SearchForm, [field])
        return
    with pytest.raises(UnknownFieldError, match=f"Onbekende velden: {field}"):
        choose(SearchForm, ["query", field])


@pytest.mark.parametrize(
    ("path", "fields", "answer"),
    [
        (
            "/api/v1/search?q=water",
            "results.citation.title,total",
            {"results": [{"citation": {"title": "Water"}}], "total": 1},
        ),
        ("/api/v1/documents", "title", [{"title": "Water"}]),
        ("/api/v1/documents/{document}", "title,kind", {"title": "Water", "kind": "overig"}),
        ("/api/v1/passages/{passage}", "citation.title", {"citation": {"title": "Water"}}),
        ("/api/v1/passages/{passage}/similar", "answered", {"answered": False}),
    ],
)
def test_answers_hold_what_was_chosen(client: TestClient, path: str, fields: str, answer: Any) -> None:
    """Wherever fields can be chosen, the answer has these and no others, and a tag as the whole has."""
    (found,) = client.get("/api/v1/search?q=water").json()["results"]
    address = path.format(document=found["citation"]["document_id"], passage=found["passage_id"])
    response = client.get(address, params={**client.get(address).request.url.params, "fields": fields})
    assert response.json() == answer
    assert response.headers["etag"]
    refused = client.get(address, params={**response.request.url.params, "fields": "nietsig"})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown-field")
