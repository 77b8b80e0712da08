"""What every answer carries, and whose requests are refused."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app

HTML = {"accept": "text/html"}


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(made("Het water stijgt.", title="Water"))
    app = create_app(shelf.library, lambda: shelf.embedder)

    @app.get("/stuk")
    def broken() -> None:
        raise ZeroDivisionError

    with TestClient(app, raise_server_exceptions=False) as made_client:
        yield made_client


@pytest.mark.parametrize(
    "path", ["/", "/?q=water", "/api/v1/search?q=water", "/healthz", "/niets", "/stuk", "/openapi.json"]
)
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    """No answer, a failed one included, lets a browser run what is not ours or ask elsewhere."""
    answer = client.get(path, headers=HTML)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ({}, False),
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "same-site"}, True),
        ({"origin": "http://testserver"}, False),
        ({"origin": "https://elders.example"}, True),
        ({"origin": "null"}, True),
    ],
)
def test_changes_that_another_site_asks_for_are_refused(
    client: TestClient, headers: dict[str, str], *, refused: bool
) -> None:
    """A browser that posts on behalf of another site is refused; a program, which says nothing, is not."""
    answer = client.post("/niets", headers=headers)
    assert (answer.status_code == 403) == refused
    if refused:
        assert answer.json()["code"] == "cross-site"


@pytest.mark.parametrize(("path", "status"), [("/niets", 404), ("/stuk", 500)])
def test_people_get_a_page_and_programs_problem_details(client: TestClient, path: str, status: int) -> None:
    """A browser is told in a page what went wrong; a program gets RFC 9457."""
    for_people, for_programs = client.get(path, headers=HTML), client.get(path)
    assert for_people.status_code == for_programs.status_code == status
    assert for_people.headers["content-type"].startswith("text/html")
    assert "<h1" in for_people.text
    assert for_programs.headers["content-type"] == "application/problem+json"
