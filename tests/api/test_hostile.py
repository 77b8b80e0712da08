"""What a hostile browser, website or program sends: refused in time, and never an error of ours."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.http.limits import MOST_BYTES
from beleidszoeker.api.managing.access import network_of
from beleidszoeker.api.options import Options
from beleidszoeker.errors import LibraryError
from beleidszoeker.model.base import Embedder

HTML = {"accept": "text/html"}
HTMX = {**HTML, "hx-request": "true"}
SITE = "https://zoek.voorbeeld.nl"
FORGED = {"host": "elders.example"}
PART = b'--x\r\nContent-Disposition: form-data; name="titel"; filename="a.bin"\r\n\r\n'


def serving(shelf: Shelf, **options: object) -> TestClient:
    app = create_app(shelf.library, lambda: shelf.embedder, options=Options(**options))  # type: ignore[arg-type]
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.fill(made("Het water stijgt in Limburg.", title="Water", kind="nota", date="2024-05-17"))
    return shelf


@pytest.fixture
def client(filled: Shelf) -> Iterator[TestClient]:
    with serving(filled) as made_client:
        yield made_client


@pytest.mark.parametrize("path", ["/mappen", "/api/v1/search/batch", "/beheer/sleutel", "/zoekopdrachten"])
@pytest.mark.parametrize("begin", [b"", PART])
def test_a_form_with_files_is_no_way_around_the_limit(client: TestClient, path: str, begin: bytes) -> None:
    """Where no files are received, content of any type stops being read at the limit."""
    content = begin + b"a" * (MOST_BYTES + 1)
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.post(path, content=content, headers=headers)
    assert answer.status_code in {404, 413}, answer.text
    assert client.get("/api/v1/collections/x").status_code == 404


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "//", "niets", "http://elders.example:x"])
def test_an_origin_that_is_none_is_another_site(client: TestClient, origin: str) -> None:
    """What cannot be read is refused, and is no error of ours."""
    answer = client.post("/mappen", data={"titel": "x"}, headers={"origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["[", "a b", 'elders"><x', "a/b?c#d", "a@b", "", "x:99999999", "\xff"])
def test_a_host_that_is_none_is_refused(client: TestClient, host: str) -> None:
    """Nothing is made of a header that names no computer."""
    answer = client.get("/api/v1/search?q=water", headers={b"host": host.encode("latin-1")})
    assert answer.status_code == 400
    assert answer.json()["code"] == "bad-host"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8765", 200),
        ("LOCALHOST.", 200),
        ("127.0.0.1:8765", 200),
        ("[::1]:8765", 200),
        ("192.168.1.4", 200),
        ("zoek.voorbeeld.nl", 200),
        ("elders.example", 421),
        ("localhost.elders.example", 421),
        ("127.0.0.1.elders.example:8765", 421),
        ("1.2.3.4.5", 421),
    ],
)
def test_a_local_service_goes_by_no_other_name(filled: Shelf, host: str, status: int) -> None:
    """A website that lets its own name lead here (DNS rebinding) reads nothing."""
    with serving(filled, local=True, address=SITE) as client:
        answer = client.get("/api/v1/search?q=water", headers={"host": host})
    assert answer.status_code == status
    if status != 200:
        assert answer.json()["code"] == "other-host"
        assert "BELEIDSZOEKER_ADDRESS" in answer.json()["advice"]


def test_permalinks_begin_with_the_address_that_was_set(filled: Shelf) -> None:
    """Whatever host a request names, what is copied, exported or followed leads to this service."""
    with serving(filled, address=SITE + "/") as client:
        passage = client.get("/api/v1/search?q=water").json()["results"][0]["passage_id"]
        found = client.get("/?q=water", headers=FORGED | HTML).text
        files = [
            client.get(f"/export?passage={passage}&formaat={form}", headers=FORGED).text
            for form in ("csv", "ris", "bibtex")
        ]
        api = client.get(f"/api/v1/passages/{passage}/permalink", headers=FORGED)
        saved = client.post("/api/v1/saved-searches", json={"query": "water"}, headers=FORGED).json()
        feed = client.get(saved["feed_url"].removeprefix(SITE), headers=FORGED)
        kept = client.post("/mappen/bewaren", data={"passage": passage}, headers=FORGED)
    assert f"{SITE}/passages/{passage}" in found
    assert saved["feed_url"].startswith(f"{SITE}/zoekopdrachten/feed/")
    assert kept.status_code == 200
    for text in (found, *files, api.text, feed.text, kept.text):
        assert "elders.example" not in text
    ET.fromstring(feed.content)  # noqa: S314 - our own


def test_without_an_address_permalinks_name_the_host_that_was_asked(client: TestClient) -> None:
    """A service on somebody's own computer needs no setting."""
    assert "http://testserver/passages/" in client.get("/?q=water", headers=HTML).text


def test_another_server_before_it_may_name_it_otherwise(filled: Shelf) -> None:
    """Forms of the address that was set are ours, and their cookies are kept to HTTPS."""
    with serving(filled, address=SITE) as client:
        answer = client.post("/mappen", data={"titel": "x"}, headers={"origin": SITE}, follow_redirects=False)
        other = client.post("/mappen", data={"titel": "x"}, headers={"origin": "https://elders.example"})
    assert answer.status_code == 303
    assert "Secure" in answer.headers["set-cookie"]
    assert other.status_code == 403


@pytest.mark.parametrize("path", ["/?q=water", "/documenten/x", "/mappen/x"])
def test_a_part_that_fails_is_a_part(shelf: Shelf, path: str) -> None:
    """What htmx puts into a page is a sentence in an alert and no page; what was there can be asked again."""

    def none() -> Embedder:
        raise LibraryError("Het model ontbreekt.")

    with TestClient(create_app(shelf.library, none)) as client:
        part = client.get(path, headers=HTMX)
        whole = client.get(path, headers=HTML)
    assert part.status_code == whole.status_code >= 400
    assert 'role="alert"' in part.text
    assert "<html" not in part.text
    assert part.headers["hx-reswap"] == "innerHTML"
    assert "<html" in whole.text


def test_a_change_that_fails_leaves_what_was_written(client: TestClient) -> None:
    """The alert goes on top of what would have been replaced."""
    answer = client.post("/mappen/x/passages/y/verwijderen", headers=HTMX)
    assert (answer.status_code, answer.headers["hx-reswap"]) == (404, "afterbegin")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("10.0.0.1", "10.0.0.2", False),
        ("::ffff:10.0.0.1", "::ffff:10.0.0.2", False),
        ("testclient", "", False),
    ],
)
def test_tries_count_by_network(one: str, other: str, *, same: bool) -> None:
    """A computer has a whole network of IPv6 addresses to try the key from, and one of IPv4."""
    assert (network_of(one) == network_of(other)) == same


@pytest.mark.parametrize(
    "cookie",
    [
        "melding=bewaard.\xff",
        "mappen=~~~",
        "bz-beheer=..",
        "zoekopdrachten=" + ".".join(["A" * 22] * 200),
        "=;;=",
    ],
)
def test_cookies_of_others_are_passed_over(client: TestClient, cookie: str) -> None:
    """No cookie is an error of ours."""
    for path in ("/", "/mappen", "/zoekopdrachten"):
        answer = client.get(path, headers={b"cookie": cookie.encode("latin-1")})
        assert answer.status_code == 200
