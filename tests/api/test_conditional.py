"""Entity tags: an answer that is still right is not made again, one that is not is never withheld."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app

PATHS = [
    "/api/v1/search?q=water",
    "/api/v1/facets?q=water",
    "/api/v1/suggest?q=wat",
    "/api/v1/documents",
    "/api/v1/documents/{document}",
    "/api/v1/documents/{document}/questions",
    "/api/v1/passages/{passage}",
    "/api/v1/passages/{passage}/similar",
    "/api/v1/compare?first={document}&second={document}",
]


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(made("Het water stijgt.", title="Water"), made("Het water daalt.", title="Peil"))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def address(client: TestClient, path: str) -> str:
    found = client.get("/api/v1/search?q=water&k=1").json()["results"][0]
    return path.format(document=found["citation"]["document_id"], passage=found["passage_id"])


def unchanged(client: TestClient, path: str, tag: str) -> bool:
    response = client.get(path, headers={"if-none-match": tag})
    assert response.status_code in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}
    return response.status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_that_is_still_right_is_not_made_again(client: TestClient, path: str) -> None:
    """With its tag comes 304 without content, and with the headers that caches need."""
    path = address(client, path)
    first = client.get(path)
    assert first.headers["etag"].startswith('W/"')
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(path, headers={"if-none-match": f'"iets", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert {name: again.headers[name] for name in ("etag", "cache-control")} == {
        name: first.headers[name] for name in ("etag", "cache-control")
    }


def test_a_tag_is_of_one_request(client: TestClient) -> None:
    """Another question, page or choice of fields has another tag."""
    asked = ["q=water", "q=peil", "q=water&k=1", "q=water&fields=total", "q=water&sort=date"]
    assert len({client.get(f"/api/v1/search?{query}").headers["etag"] for query in asked}) == len(asked)


@pytest.mark.parametrize("path", PATHS[:5])
def test_any_change_to_the_library_counts(client: TestClient, shelf: Shelf, path: str) -> None:
    """A document taken in, a publication and a removal each make what was told before unknown."""
    path, gone = address(client, path), shelf.put("weg.txt", made("Weg."))
    tag = client.get(path).headers["etag"]
    assert unchanged(client, path, tag)
    shelf.put("nieuw.txt", made("Nieuw water."))
    assert not unchanged(client, path, tag)
    tag = client.get(path).headers["etag"]
    shelf.publish()
    assert not unchanged(client, path, tag)
    tag = client.get(path).headers["etag"]
    with shelf.library.writing() as writer:
        writer.remove_documents([gone])
    assert not unchanged(client, path, tag)


def test_a_tag_does_not_outlive_the_service(shelf: Shelf, client: TestClient) -> None:
    """Another process may have another version, model or settings: its tags are others."""
    other = create_app(shelf.library, lambda: shelf.embedder)
    tag = client.get("/api/v1/documents").headers["etag"]
    with TestClient(other) as another:
        assert not unchanged(another, "/api/v1/documents", tag)


def test_problems_have_no_tag_and_are_never_hidden(client: TestClient) -> None:
    """What cannot be answered is told each time, also to who claims to hold anything at all."""
    for path in ("/api/v1/passages/x", "/api/v1/search?q=a&kind=x", "/api/v1/search"):
        response = client.get(path, headers={"if-none-match": "*"})
        assert response.status_code >= HTTPStatus.BAD_REQUEST
        assert "etag" not in response.headers


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/readyz", "/openapi.json", "/", "/api"])
def test_head_is_answered_like_get(client: TestClient, path: str) -> None:
    """The status and headers of GET, without the content."""
    path = address(client, path)
    got, headed = client.get(path), client.head(path)
    assert headed.status_code == got.status_code == HTTPStatus.OK
    assert headed.content == b""
    for name in ("content-type", "etag", "content-security-policy"):
        assert headed.headers.get(name) == got.headers.get(name)


def test_head_tells_of_problems(client: TestClient) -> None:
    """What GET would refuse, HEAD refuses."""
    assert client.head("/api/v1/passages/x").status_code == HTTPStatus.NOT_FOUND


def test_what_is_told_while_a_snapshot_is_opened_is_not_right_afterwards(
    client: TestClient, shelf: Shelf
) -> None:
    """Such an answer is of the snapshot before; its tag must not stand for the new one."""
    path = "/api/v1/search?q=water"
    before = client.get(path)
    shelf.publish(force=True)
    with client.app.state.service.engine()._live._lock:  # type: ignore[attr-defined]  # as who opens it
        during = client.get(path)
        assert during.json()["results"] == before.json()["results"]
    client.get("/api/v1/search?q=peil")  # opens it
    assert client.get(path, headers={"if-none-match": during.headers["etag"]}).status_code == HTTPStatus.OK
    after = client.get(path).headers["etag"]
    assert unchanged(client, path, after)
