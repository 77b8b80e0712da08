"""``/api``: the description as a page for programmers."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf

from beleidszoeker.api.app import create_app
from beleidszoeker.api.description.document import operations


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def test_everything_that_is_described_is_shown(client: TestClient) -> None:
    """Each operation with its parameters, and each form with its fields, under an address of its own."""
    html, document = client.get("/api").text, client.get("/openapi.json").json()
    for path, method, operation in operations(document):
        assert f'id="{operation["operationId"]}"' in html
        assert f"<strong>{method.upper()}</strong> {path}<" in html
        for parameter in operation.get("parameters", ()):
            assert f"<code>{parameter['name']}</code>" in html
    for name in ("SearchForm", "Problem", "DocumentForm"):
        assert f'id="{name}"' in html


def test_every_link_leads_somewhere(client: TestClient) -> None:
    """Links within the page have a place to go to, and no place has the name of another."""
    html = client.get("/api").text
    places = re.findall(r' id="([^"]+)"', html)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(places)


def test_it_is_english_and_without_scripts_of_its_own(client: TestClient) -> None:
    """Programmers of all countries read it; the frame around it stays Dutch."""
    html = client.get("/api").text
    assert '<div lang="en"' in html
    assert html.count("<script") == client.get("/niets", headers={"accept": "text/html"}).text.count(
        "<script"
    )


def test_code_stands_as_code(client: TestClient) -> None:
    """What stands between backticks in a description is shown as code, and no backtick is left."""
    html = client.get("/api").text
    assert "<code>ETag</code>" in html
    assert "`" not in re.sub(r"<pre.*?</pre>", "", html, flags=re.DOTALL)
