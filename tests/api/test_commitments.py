"""Commitments, motions and decisions over HTTP: as JSON, as files, and on the page."""

import csv
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser
from tests.promises import (
    ANSWER,
    MOTION,
    OPEN,
    PROMISE,
    VAGUE,
    commitment,
    debate,
    entries,
    fill,
    letter,
    minutes,
    reply,
)
from tests.promises import with_knowledge as saying
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app

API = "/api/v1"


@pytest.fixture
def ids(shelf: Shelf) -> list[str]:
    return fill(shelf, letter(), reply(), debate(), minutes())


@pytest.fixture
def client(shelf: Shelf, ids: list[str]) -> Iterator[TestClient]:
    assert ids
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def ask(client: TestClient, path: str, **parameters: Any) -> Any:
    answer = client.get(API + path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def texts(found: Any, name: str = "commitments") -> list[str]:
    return [each["text"] for each in found[name]]


def test_commitments_are_literal_and_cited(client: TestClient, shelf: Shelf, ids: list[str]) -> None:
    """Sentence, act and term are spans of the document; what may answer is given with its own."""
    (record,) = ask(client, "/commitments", due_before="2025-12")["commitments"]
    text = shelf.library.reader.text(ids[0]) or ""
    for part in (record, record["act"], record["term"]):
        assert text[part["start"] : part["end"]] == part["text"]
    assert (record["status"], record["overdue"], record["kind"]) == ("possibly-met", True, "promise")
    (suggestion,) = record["suggestions"]
    assert (suggestion["document_id"], suggestion["text"]) == (ids[1], ANSWER)
    assert suggestion["shared"] == ["kst-31234-7"]


def test_filters_limit(client: TestClient) -> None:
    """By state, role, term, words, organisation and document."""
    assert texts(ask(client, "/commitments", state="overdue")) == [PROMISE]
    assert set(texts(ask(client, "/commitments", state="open"))) == {OPEN, VAGUE}
    assert texts(ask(client, "/commitments", role="cabinet")) == [VAGUE]
    assert texts(ask(client, "/commitments", due_after="2026")) == [OPEN]
    assert texts(ask(client, "/commitments", q="plannen voor dijken")) == [OPEN]
    assert texts(ask(client, "/commitments", organisation="van Vuur")) == []
    assert texts(ask(client, "/commitments", sort="term")) == [PROMISE, OPEN, VAGUE]


def test_pages_hang_together(client: TestClient) -> None:
    """Cursors lead to the end, give each once, and belong to their question."""
    seen: list[str] = []
    cursor: dict[str, str | None] = {}
    for _ in range(3):
        found = ask(client, "/commitments", limit=1, **cursor)
        seen += texts(found)
        cursor = {"cursor": found["next"]}
    assert (len(set(seen)), cursor["cursor"]) == (3, None)
    first = ask(client, "/commitments", limit=1)["next"]
    wrong = client.get(f"{API}/commitments", params={"cursor": first, "role": "cabinet"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid-cursor")


def test_a_cursor_expires_with_the_library(client: TestClient, shelf: Shelf, ids: list[str]) -> None:
    """A place that counts records means nothing when records went."""
    cursor = ask(client, "/commitments", limit=1)["next"]
    with shelf.library.writing() as writer:
        writer.remove_documents([ids[3]])
    assert client.get(f"{API}/commitments", params={"limit": 1, "cursor": cursor}).status_code == 410


def test_motions_have_their_clauses(client: TestClient) -> None:
    """Proposers, number and what is asked; by number, by words, and none for another number."""
    (motion,) = ask(client, "/motions", q="peil")["motions"]
    assert motion["text"] == MOTION
    assert [each["value"] for each in motion["proposers"]] == ["Wilg"]
    assert [each["text"] for each in motion["requests"]] == ["verzoekt de regering een peil vast te stellen"]
    assert ask(client, "/motions", number="kst-31234-8")["total"] == 1
    assert ask(client, "/motions", number="kst-1-1")["total"] == 0


def test_decisions_are_asked_or_taken(client: TestClient) -> None:
    """Each with the item that it is about."""
    (taken,) = ask(client, "/decisions", asked=False)["decisions"]
    assert (taken["text"], taken["subject"]["text"]) == ("Het dak te herstellen.", "Dak van de school")
    assert texts(ask(client, "/decisions", asked=True), "decisions") == ["Instemmen met de brief."]


@pytest.mark.parametrize("address", [f"{API}/commitments?format=ics", "/toezeggingen/bestand?formaat=ics"])
def test_the_calendar_can_be_read_again(client: TestClient, address: str) -> None:
    """An entry for each commitment with a day: literal, cited, with a link that leads to it, and no other."""
    answer = client.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = entries(answer.content)
    assert set(found) == {"2025-06-30", "2087-06-30"}
    entry = found["2025-06-30"]
    assert f"“{PROMISE}” (Kamerbrief Brief over de beek, 20 januari 2025)" in entry["description"]
    assert "mogelijk nagekomen" in entry["description"]
    link = urlsplit(entry["url"])
    followed = client.get(f"{link.path}?{link.query}")
    assert PROMISE in LexborHTMLParser(followed.text).text()
    again = entries(client.get(address).content)
    assert [each["uid"] for each in again.values()] == [each["uid"] for each in found.values()]
    assert len({each["uid"] for each in found.values()}) == 2


@pytest.mark.parametrize(
    ("address", "column", "first"),
    [
        (f"{API}/commitments?format=csv&sort=term", "toezegging", PROMISE),
        ("/toezeggingen/bestand?formaat=csv&volgorde=termijn", "toezegging", PROMISE),
        (f"{API}/motions?format=csv", "verzoek", "verzoekt de regering een peil vast te stellen"),
        ("/toezeggingen/bestand?wat=moties&formaat=csv", "nummer", "kst-31234-8"),
        (f"{API}/decisions?format=csv&asked=true", "besluit", "Instemmen met de brief."),
        ("/toezeggingen/bestand?wat=besluiten&formaat=csv&status=genomen", "onderwerp", "Dak van de school"),
    ],
)
def test_tables_hold_the_literal_words(client: TestClient, address: str, column: str, first: str) -> None:
    """As a spreadsheet opens them: a row each, with the source and a permalink."""
    answer = client.get(address)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][column] == first
    assert rows[0]["permalink"].startswith("http://testserver/passages/")


def page(client: TestClient, **parameters: str) -> LexborHTMLParser:
    answer = client.get("/toezeggingen", params=parameters)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def test_the_page_shows_each_with_its_term_marked(client: TestClient, ids: list[str]) -> None:
    """The literal sentence, the term in it, who and to whom, how it stands, and a link to the place."""
    (one,) = page(client, status="verstreken").css(".prom-one")
    assert one.css("blockquote")[0].text() == PROMISE
    assert one.css("mark")[0].text() == "voor 1 juli 2025"
    badges = [badge.text() for badge in one.css(".prom-badge")]
    assert badges == ["termijn verstreken", "mogelijk nagekomen"]
    assert ANSWER in one.css("details")[0].text()
    at = (0, len(PROMISE))
    link = one.css(".prom-source a")[0].attributes["href"]
    assert link == f"/documenten/{ids[0]}?plek={at[0]}-{at[1]}#plek"
    assert client.get(link).status_code == 200


def test_nothing_says_that_a_promise_was_kept_or_broken(client: TestClient) -> None:
    """The page suggests; it does not find."""
    told = page(client).text().lower()
    for word in ("gebroken", "niet nagekomen", "is voldaan", "te laat"):
        assert word not in told


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({}, 3),
        ({"status": "open"}, 2),
        ({"rol": "cabinet"}, 1),
        ({"termijn": "2025-12-31"}, 1),
        ({"organisatie": "ministerie van Water", "van": "2025-01-01", "tot": "2025-01-31"}, 3),
        ({"q": "dijken"}, 1),
        ({"wat": "moties"}, 1),
        ({"wat": "besluiten"}, 2),
        ({"wat": "besluiten", "status": "gevraagd"}, 1),
        ({"pagina": "2"}, 0),
    ],
)
def test_the_address_holds_the_filters(client: TestClient, parameters: dict[str, str], count: int) -> None:
    """Each list can be linked to; what is chosen stands in the form."""
    found = page(client, **parameters)
    assert len(found.css(".prom-one")) == count
    for name in parameters.keys() & {"status", "rol", "organisatie"}:
        assert found.css(f"select[name={name}] option[selected]")[0].attributes["value"] == parameters[name]


@pytest.mark.parametrize(
    "parameters",
    [
        {"van": "gisteren", "tot": "<script>", "termijn": "2025-99-99"},
        {"status": "x'; DROP TABLE commitments; --", "rol": "koning", "volgorde": "?", "wat": "alles"},
        {"pagina": "-1"},
        {"pagina": "9" * 40},
        {"pagina": "²"},
        {"q": "\x00" * 20 + "%_*\"'"},
        {"organisatie": "<b>"},
        {"dossier": "29 826", "document": "../../etc"},
        {"wat": "moties", "formaat": "ics"},
    ],
)
def test_what_makes_no_sense_limits_nothing(client: TestClient, parameters: dict[str, str]) -> None:
    """An address that anybody made up is answered with a page, and its words stay words."""
    answer = client.get("/toezeggingen", params=parameters)
    assert answer.status_code == 200
    assert "<script>" not in answer.text.replace("<script src=", "")
    assert client.get("/toezeggingen/bestand", params={"formaat": "csv", **parameters}).status_code == 200


def test_markup_in_a_document_stays_text(shelf: Shelf) -> None:
    """A sentence with HTML in it, or a formula, is shown as it stands."""
    text = "=HYPERLINK(1) Ik zal <img src=x onerror=alert(1)> voor 1 mei 2030 sturen."
    found = commitment(text, text, term=("voor 1 mei 2030", "2030-04-30"))
    shelf.fill(saying(made(text), commitments=(found,)))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        assert "<img" not in client.get("/toezeggingen").text
        rows = client.get("/toezeggingen/bestand?formaat=csv").content.decode("utf-8-sig")
        assert "'=HYPERLINK" in rows


def test_without_a_model_commitments_are_shown(shelf: Shelf) -> None:
    """Nobody looked for answers then, which is told as null."""
    shelf.put("brief.txt", letter())
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        records = ask(client, "/commitments")["commitments"]
    assert [each["suggestions"] for each in records] == [None, None, None]
