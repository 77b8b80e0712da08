"""Scripts of other websites: off, but for those that a setting names."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.options import Options
from beleidszoeker.errors import ConfigurationError
from beleidszoeker.settings import load_settings

NAMED = "https://intranet.example"
SEARCH = "/api/v1/search?q=water"
BATCH = "/api/v1/search/batch"
ASKED = {"queries": [{"q": "water"}]}


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(made("Het water stijgt."))
    app = create_app(shelf.library, lambda: shelf.embedder, options=Options(origins=(NAMED,)))
    with TestClient(app) as made_client:
        yield made_client


def allowed(client: TestClient, path: str, origin: str) -> bool:
    return client.get(path, headers={"origin": origin}).headers.get("access-control-allow-origin") == origin


def test_nobody_is_allowed_by_default(shelf: Shelf) -> None:
    """Without the setting no answer carries permission."""
    shelf.fill(made("Het water stijgt."))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        assert not allowed(client, SEARCH, NAMED)
        preflight = {"origin": NAMED, "access-control-request-method": "POST"}
        assert client.options(BATCH, headers=preflight).status_code == 405


@pytest.mark.parametrize(
    ("path", "origin", "is_allowed"),
    [
        (SEARCH, NAMED, True),
        ("/openapi.json", NAMED, True),
        (SEARCH, "https://elders.example", False),
        (SEARCH, "null", False),
        ("/", NAMED, False),
        ("/healthz", NAMED, False),
    ],
)
def test_named_websites_may_ask_the_api(
    client: TestClient, path: str, origin: str, *, is_allowed: bool
) -> None:
    """They and no others, the API and no page; caches keep the answers apart."""
    assert allowed(client, path, origin) == is_allowed
    answer = client.get(path, headers={"origin": origin})
    assert "access-control-allow-credentials" not in answer.headers
    if is_allowed:
        assert "origin" in answer.headers["vary"].lower()


def test_named_websites_may_post(client: TestClient) -> None:
    """With and without asking first; another website is refused as always."""
    browser = {"origin": NAMED, "sec-fetch-site": "cross-site"}
    preflight = {
        **browser,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    assert client.options(BATCH, headers=preflight).status_code == 200
    assert client.post(BATCH, json=ASKED, headers=browser).status_code == 200
    other = {"origin": "https://elders.example", "sec-fetch-site": "cross-site"}
    assert client.post(BATCH, json=ASKED, headers=other).status_code == 403


def test_a_change_through_a_page_is_refused(client: TestClient) -> None:
    """Permission is for the API: a form of a named website cannot change what people keep."""
    assert (
        client.post("/mappen", headers={"origin": NAMED, "sec-fetch-site": "cross-site"}).status_code == 403
    )


def test_the_setting_names_origins(monkeypatch: pytest.MonkeyPatch) -> None:
    """With spaces or commas between them; empty is none."""
    monkeypatch.setenv("BELEIDSZOEKER_ORIGINS", "https://a.example, http://b.example:8080")
    assert load_settings().named_origins == ("https://a.example", "http://b.example:8080")
    monkeypatch.setenv("BELEIDSZOEKER_ORIGINS", "")
    assert load_settings().named_origins == ()


@pytest.mark.parametrize("value", ["*", "null", "a.example", "https://a.example/pad", "https://a.example *"])
def test_what_is_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """A star would let every website in: a setting that means more than it says is an error."""
    monkeypatch.setenv("BELEIDSZOEKER_ORIGINS", value)
    with pytest.raises(ConfigurationError, match="BELEIDSZOEKER_ORIGINS"):
        load_settings()
