"""Saved searches over HTTP: saving, previewing, reading what was told, and the feed."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import etree
from pydantic import BaseModel
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.v1.forms import saved as saved_forms
from beleidszoeker.index.desk import Desk
from beleidszoeker.search.alerting.run import run_alerts

NET = "Het tekort aan netcapaciteit remt de verduurzaming van Chemelot."
WATER = "Het water stijgt langs de rivieren van Limburg."
HOSTILE = "<script>alert('netcapaciteit')</script> ]]> & \x1b netcapaciteit."
API = "/api/v1/saved-searches"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(made(WATER, title="Water", date="2024-05-17"), made(NET, title="Oud net", date="2025-01-02"))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def tell(shelf: Shelf, name: str, text: str, **facts: Any) -> str:
    """Take a document in, run the alerts, and return its id."""
    document = shelf.put(name, made(text, **facts))
    shelf.publish()
    list(run_alerts(shelf.library, Desk(shelf.library.folder), shelf.engine))
    return document


def saved(client: TestClient, query: str = "netcapaciteit", **more: Any) -> dict[str, Any]:
    response = client.post(API, json={"query": query, **more})
    assert response.status_code == HTTPStatus.CREATED, response.text
    found: dict[str, Any] = response.json()
    return found


def atom(client: TestClient, search: dict[str, Any]) -> Any:
    response = client.get(f"/zoekopdrachten/feed/{search['feed']}.atom")
    assert response.status_code == HTTPStatus.OK
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(response.content, etree.XMLParser(resolve_entities=False))


def test_a_search_is_saved_and_tells(client: TestClient, shelf: Shelf) -> None:
    """What came in after it was saved stands among its alerts with quote, citation and why."""
    search = saved(client, title=" Het \n net ", filters={"kind": ["nota"], "from": "2025"})
    assert search["title"] == "Het net"
    assert search["filters"] == {
        **{name: [] for name in ("year", "organisation", "dossier", "programme", "document")},
        "kind": ["nota"],
        "from": "2025-01-01",
        "to": None,
    }
    assert client.get(f"{API}/{search['id']}").json() == search
    tell(shelf, "a.txt", NET, title="Geen nota", date="2025-03-01")
    document = tell(shelf, "b.txt", f"{NET} Echt.", title="Wel nota", kind="nota", date="2025-03-01")
    (alert,) = client.get(f"{API}/{search['id']}/alerts").json()["alerts"]
    assert alert["citation"]["document_id"] == document
    assert alert["quotes"] == [{"text": NET, "start": 0, "end": len(NET)}]
    assert alert["why"]["told"] == "‘netcapaciteit’ staat er letterlijk."
    assert (alert["gone"], alert["new_version_of"]) == (False, None)


def test_seen_is_counted(client: TestClient, shelf: Shelf) -> None:
    """New alerts are unseen until somebody says that they were looked at."""
    search = saved(client)
    tell(shelf, "a.txt", f"{NET} A.")
    address = f"{API}/{search['id']}"
    counts = [client.get(address).json()[name] for name in ("alerts", "unseen")]
    assert counts == [1, 1]
    assert client.post(f"{address}/seen").json()["unseen"] == 0
    tell(shelf, "b.txt", f"{NET} B.")
    assert client.get(address).json()["unseen"] == 1


def test_alerts_come_in_pages(client: TestClient, shelf: Shelf) -> None:
    """A cursor leads on; each alert comes once, the newest first; another's cursor is refused."""
    search, other = saved(client), saved(client)
    for name in "abc":
        tell(shelf, f"{name}.txt", f"{NET} {name}.", title=name)
    seen, cursor = [], None
    for _ in range(3):
        asked = {"k": 1, **({"cursor": cursor} if cursor else {})}
        body = client.get(f"{API}/{search['id']}/alerts", params=asked).json()
        seen += [one["citation"]["title"] for one in body["alerts"]]
        cursor = body["next"] or cursor
    assert seen == ["c", "b", "a"]
    refused = client.get(f"{API}/{other['id']}/alerts", params={"cursor": cursor})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_search_is_renamed_and_removed(client: TestClient) -> None:
    """Without a name it is called by its question; once removed, neither it nor its feed is there."""
    search = saved(client)
    assert search["title"] == "netcapaciteit"
    renamed = client.patch(f"{API}/{search['id']}", json={"title": "Net"}).json()
    assert renamed["title"] == "Net"
    assert client.patch(f"{API}/{search['id']}", json={"title": "\x00"}).json()["title"] == "netcapaciteit"
    assert client.delete(f"{API}/{search['id']}").status_code == HTTPStatus.NO_CONTENT
    for path in (f"{API}/{search['id']}", f"/zoekopdrachten/feed/{search['feed']}.atom"):
        assert client.get(path).json()["code"] == "saved-search-not-found"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"query": ""}, "nothing-to-watch"),
        ({"query": "soort:nota"}, "nothing-to-watch"),
        ({"query": "a" * 4001}, "invalid-parameter"),
        ({"query": "net", "title": "a" * 201}, "invalid-parameter"),
        ({"query": "net", "filters": {"kind": ["brief"]}}, "invalid-filter"),
        ({"query": "net", "filters": {"soort": ["nota"]}}, "invalid-parameter"),
        ({"query": "net", "more": 1}, "invalid-parameter"),
    ],
)
def test_what_cannot_be_saved(client: TestClient, content: dict[str, Any], code: str) -> None:
    """It is refused with a problem that says why."""
    response = client.post(API, json=content)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert response.json()["code"] == code


def test_an_id_opens_only_its_own(client: TestClient) -> None:
    """The feed's secret does not lead to the search, nor the search's to a feed."""
    search = saved(client)
    for path in (f"{API}/{search['feed']}", f"/zoekopdrachten/feed/{search['id']}.atom", f"{API}/x"):
        assert client.get(path).status_code == HTTPStatus.NOT_FOUND
    shown = client.get(f"/zoekopdrachten/feed/{search['feed']}.atom").text
    assert search["id"] not in shown


def test_the_past_is_shown_before_saving(client: TestClient) -> None:
    """Documents that answer, by their dates; nothing is kept by looking."""
    body = client.get(f"{API}/preview", params={"q": "netcapaciteit"}).json()
    assert (body["total"], body["more"], body["undated"]) == (1, False, 0)
    assert body["latest"][0]["citation"]["label"] == "Oud net, 2 januari 2025"
    shown = client.get("/zoekopdrachten/nieuw", params={"q": "netcapaciteit"})
    assert "Oud net, 2 januari 2025" in shown.text
    refused = client.get(f"{API}/preview", params={"q": "soort:nota"})
    assert refused.json()["code"] == "nothing-to-watch"


def test_the_feed_is_valid_atom(client: TestClient, shelf: Shelf) -> None:
    """All that RFC 4287 demands is there once, ids stay the same, and one entry stands for one document."""
    search = saved(client, title="Net & <net>")
    tell(shelf, "a.txt", HOSTILE, title="<b>Brief</b> & net", date="2025-03-01")
    feed = atom(client, search)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    assert feed.findtext(f"{ATOM}title") == "Net & <net>"
    (entry,) = feed.findall(f"{ATOM}entry")
    for name in ("id", "title", "updated", "summary", "content"):
        assert len(entry.findall(f"{ATOM}{name}")) == 1
    assert entry.findtext(f"{ATOM}title") == "<b>Brief</b> & net, 1 maart 2025"
    assert "<script>alert('netcapaciteit')</script> ]]> &" in entry.findtext(f"{ATOM}content")
    assert "‘netcapaciteit’" in entry.findtext(f"{ATOM}summary")
    stamps = [one.text for one in feed.iter(f"{ATOM}updated")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp) for stamp in stamps)
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": f"http://testserver/zoekopdrachten/feed/{search['feed']}.atom",
        "alternate": "http://testserver/?q=netcapaciteit",
    }
    assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/passages/")
    ids = {one.text for one in feed.iter(f"{ATOM}id")}
    tell(shelf, "b.txt", f"{NET} B.")
    assert ids < {one.text for one in atom(client, search).iter(f"{ATOM}id")}


def test_a_feed_that_did_not_change_is_not_sent_again(client: TestClient, shelf: Shelf) -> None:
    """Whoever holds its tag gets 304, until something is told."""
    search = saved(client)
    address = f"/zoekopdrachten/feed/{search['feed']}.atom"
    tag = client.get(address).headers["etag"]
    for held in (tag, f'"x", W/{tag}'):
        again = client.get(address, headers={"if-none-match": held})
        assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
        assert again.headers["etag"] == tag
    tell(shelf, "a.txt", NET + " A.")
    assert client.get(address, headers={"if-none-match": tag}).status_code == HTTPStatus.OK


def test_a_document_that_went_is_still_told_of(client: TestClient, shelf: Shelf) -> None:
    """The alert keeps what was said, and says that the document is gone."""
    search = saved(client)
    document = tell(shelf, "a.txt", f"{NET} A.", title="Brief")
    with shelf.library.writing() as writer:
        writer.remove_documents([document])
    (alert,) = client.get(f"{API}/{search['id']}/alerts").json()["alerts"]
    assert (alert["gone"], alert["citation"]["title"]) == (True, "Brief")
    gone = "Dit document staat niet meer in de bibliotheek."
    assert gone in atom(client, search).findtext(f"{ATOM}entry/{ATOM}summary")
    assert gone in client.get(f"/zoekopdrachten/{search['id']}").text


def test_pages_work_without_scripts(client: TestClient, shelf: Shelf) -> None:
    """Save by form, see what is new, see it no longer as new, rename, remove."""
    posted = client.post("/zoekopdrachten?q=netcapaciteit&soort=overig&van=2020", data={"titel": "Net"})
    address = posted.url.path
    assert "Net" in posted.text
    assert "vanaf 1 januari 2020" in posted.text
    tell(shelf, "a.txt", f"{NET} A.", title="Brief", date="2025-03-01")
    assert "1 nieuw" in client.get("/zoekopdrachten").text
    first, second = (client.get(address).text for _ in range(2))
    assert 'class="saved-new">nieuw' in first
    assert 'class="saved-new">nieuw' not in second
    assert "1 nieuw" not in client.get("/zoekopdrachten").text
    assert "<h1" in client.post(f"{address}/naam", data={"titel": "Ander"}).text
    assert "Ander" in client.get("/zoekopdrachten").text
    assert "voorgoed" in client.get(f"{address}/verwijderen").text
    assert "Ander" not in client.post(f"{address}/verwijderen").text
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_text_of_documents_stays_text(client: TestClient, shelf: Shelf) -> None:
    """Markup in a question, a title or a document is shown, never meant."""
    search = saved(client, query='netcapaciteit "><script>x</script>', title="<img src=x>")
    search = saved(client, title="<img src=x>")
    tell(shelf, "a.txt", HOSTILE, title="<b>Brief</b>")
    shown = client.get(f"/zoekopdrachten/{search['id']}").text
    assert "<script>alert" not in shown
    assert "<img" not in shown
    assert "&lt;b&gt;Brief&lt;/b&gt;" in shown
    odd = client.get("/zoekopdrachten/nieuw", params={"q": 'net"><script>', "organisatie": '"><img'}).text
    assert "><script>" not in odd.replace('"></script>', "").replace("defer></script>", "")
    assert '"><img' not in odd


@pytest.mark.parametrize("path", ["/zoekopdrachten/x", "/zoekopdrachten/feed/x.atom"])
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    """As a page, with a status that says so."""
    response = client.get(path, headers={"accept": "text/html"})
    assert response.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY}
    assert "<h1" in response.text


def test_what_cannot_be_read_is_told_and_left_out(client: TestClient) -> None:
    """A limit that makes no sense is named before anything is saved without it."""
    shown = client.get("/zoekopdrachten/nieuw?q=netcapaciteit&soort=x&van=gisteren").text
    assert "‘x’ is geen bekende soort" in shown
    assert "‘gisteren’ is geen datum" in shown
    assert "Bewaar zoekopdracht" in shown


@pytest.mark.parametrize("form", [saved_forms.SavedSearchForm, saved_forms.SaidForm, saved_forms.AlertForm])
def test_examples_fit_their_forms(form: type[BaseModel]) -> None:
    """Each example can be read, and says the same afterwards."""
    examples = form.model_json_schema()["examples"]
    read = [form.model_validate(example, strict=False) for example in examples]
    assert examples
    assert [each.model_dump(mode="json", by_alias=True, exclude_unset=True) for each in read] == examples


@pytest.mark.parametrize("cookie", ["", "x.y", "." * 5000, "../../etc", "A" * 22, "\"'<>"])
def test_odd_cookies_are_passed_over(client: TestClient, cookie: str) -> None:
    """What is no id of ours is no search."""
    shown = client.get("/zoekopdrachten", headers={"cookie": f"zoekopdrachten={cookie}"})
    assert shown.status_code == HTTPStatus.OK
    assert "nog geen zoekopdrachten" in shown.text


def test_before_the_first_document(tmp_path: Path) -> None:
    """Without an index nothing is saved, and the page says what to do."""
    shelf = Shelf(tmp_path / "library")
    with shelf.library, TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        assert client.get("/zoekopdrachten").status_code == HTTPStatus.OK
        assert client.post(API, json={"query": "net"}).json()["code"] == "snapshot-missing"
