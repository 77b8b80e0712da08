"""The timeline over HTTP: pages that fit together, and pages for people that hold the literal words."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel
from tests.support import Shelf
from tests.timelines import DOSSIER, fill, letter, promise

from beleidszoeker.api.app import create_app
from beleidszoeker.api.v1.forms.timeline import ChangesForm, TimelineForm
from beleidszoeker.ingest.knowledge.model import Knowledge

EVIL = "<script>alert(1)</script> & wij sturen u uiterlijk 1 mei 2025 de <b>brief</b>."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Shelf, list[str]]]:
    shelf = Shelf(tmp_path_factory.mktemp("timeline"))
    with shelf.library:
        ids = list(fill(shelf))
        said = Knowledge(commitments=(promise(EVIL, EVIL, term="uiterlijk 1 mei 2025", until="2025-05-01"),))
        ids.append(
            shelf.put("evil.txt", letter(EVIL, date="2025-01-02", title="<i>Titel</i>", knowledge=said))
        )
        shelf.publish()
        with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
            yield client, shelf, ids


def asked(client: TestClient, path: str = "timeline", **parameters: Any) -> dict[str, Any]:
    answer = client.get(f"/api/v1/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("form", [TimelineForm, ChangesForm])
def test_examples_fit_their_forms(form: type[BaseModel]) -> None:
    """Each form has an example with all of its fields and no others."""
    (example,) = form.model_json_schema()["examples"]
    assert form.model_validate(example, strict=False).model_dump(mode="json") == example


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_pages_fit_together(served: tuple[TestClient, Shelf, list[str]], order: str) -> None:
    """Following the cursors gives every event once, in the order of all at once."""
    client, _, _ = served
    whole = asked(client, dossier=DOSSIER, order=order)
    found, cursor = [], None
    while True:
        part = asked(client, dossier=DOSSIER, order=order, limit=4, **({"cursor": cursor} if cursor else {}))
        found += [event["id"] for event in part["events"]]
        if not (cursor := part["next"]):
            break
    assert found == [event["id"] for event in whole["events"]]
    assert len(set(found)) == whole["total"] == 18


def test_a_cursor_outlives_what_is_added(served: tuple[TestClient, Shelf, list[str]]) -> None:
    """A document of an earlier day comes in between: nothing after the cursor is lost or told twice."""
    client, shelf, _ = served
    first = asked(client, q="", dossier=DOSSIER, limit=5)
    whole = [event["id"] for event in asked(client, dossier=DOSSIER)["events"]]
    added = shelf.put("vroeg.txt", letter("Een vroege brief.", date="2020-01-01"))
    rest = asked(client, dossier=DOSSIER, cursor=first["next"])
    assert [event["id"] for event in (*first["events"], *rest["events"])] == whole
    with shelf.library.writing() as writer:
        writer.remove_sources(["/vroeg.txt"])
    assert added not in {event["document"]["id"] for event in asked(client, dossier=DOSSIER)["events"]}


def test_what_changed_is_told(served: tuple[TestClient, Shelf, list[str]]) -> None:
    """Between two letters on the same plan: one pair with a later deadline, and what only the second says."""
    client, _, ids = served
    found = asked(client, "timeline/changes", before=ids[0], after=ids[1])
    assert (found["same_work"], [pair["deadline"] for pair in found["pairs"]]) == (False, ["later"])
    assert len(found["only_after"]) == 1


@pytest.mark.parametrize(
    ("parameters", "status", "code"),
    [
        ({}, 422, "no-timeline"),
        ({"document": "0000000000000000"}, 404, "document-not-found"),
        ({"dossier": "29826", "cursor": "x"}, 422, "invalid-cursor"),
        ({"dossier": "29826", "from": "gisteren"}, 422, "invalid-filter"),
    ],
)
def test_what_makes_no_sense_is_told(
    served: tuple[TestClient, Shelf, list[str]], parameters: dict[str, str], status: int, code: str
) -> None:
    """As problem details, each with a code of its own."""
    answer = served[0].get("/api/v1/timeline", params=parameters)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_page_tells_the_same_as_the_api(served: tuple[TestClient, Shelf, list[str]]) -> None:
    """Every event of the dossier is on the page, under its day, with its words and a link to its place."""
    client, _, _ = served
    text = client.get("/tijdlijn", params={"dossier": DOSSIER}).text
    for event in asked(client, dossier=DOSSIER)["events"]:
        assert f'id="{event["id"]}"' in text
        if event["excerpt"] and event["kind"] != "document":
            assert html.escape(event["excerpt"]["text"]).replace("&#x27;", "&#39;") in text
            place = f"plek={event['excerpt']['start']}-{event['excerpt']['end']}#plek"
            assert place in text
    assert re.search(r'<time datetime="2024-07-01">1 juli 2024</time>', text)


def test_nothing_of_a_document_becomes_markup(served: tuple[TestClient, Shelf, list[str]]) -> None:
    """Neither its words nor its title, on both pages."""
    client, _, ids = served
    for address in (f"/tijdlijn?dossier={DOSSIER}", f"/tijdlijn/wijzigingen?eerst={ids[0]}&later={ids[4]}"):
        text = client.get(address).text
        assert "&lt;script&gt;" in text
        assert "<script>alert" not in text
        assert "<i>Titel" not in text


def test_what_went_and_what_came_is_marked(served: tuple[TestClient, Shelf, list[str]]) -> None:
    """With elements that say so without colour."""
    client, _, ids = served
    text = client.get(f"/tijdlijn/wijzigingen?eerst={ids[0]}&later={ids[1]}").text
    assert re.search(r"<del>[^<]*juli[^<]*</del>", text)
    assert re.search(r"<ins>[^<]*december[^<]*</ins>", text)
    assert "De termijn ligt later." in text


@pytest.mark.parametrize(
    "address",
    [
        "/tijdlijn",
        "/tijdlijn?dossier=99999",
        "/tijdlijn?dossier=29826&pagina=999999",
        "/tijdlijn?dossier=29826&pagina=x&soort=niets&van=gisteren&tot=31-2-2024",
        "/tijdlijn?q=%ED%A0%80&dossier=%00",
        "/tijdlijn?q=%3Cscript%3E",
        "/tijdlijn?document=x&q=y",
    ],
)
def test_odd_addresses_get_a_page(served: tuple[TestClient, Shelf, list[str]], address: str) -> None:
    """Whatever is typed, the page is whole and says what could not be read."""
    answer = served[0].get(address, headers={"accept": "text/html"})
    assert answer.status_code in {200, 404}
    assert "<h1" in answer.text
