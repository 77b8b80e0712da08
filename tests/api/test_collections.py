"""Collections through the pages' forms and through the API."""

import csv
import io
import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import docx
import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.exporting.links import written
from beleidszoeker.api.http.cookies import MOST_IDS
from beleidszoeker.api.pages.collections.keeping import is_here
from beleidszoeker.api.pages.collections.known import COOKIE
from beleidszoeker.api.v1.forms import collections as forms
from beleidszoeker.index.desk.kept import LONGEST_NOTE
from beleidszoeker.search.quoting.quotation import Part, digest_of

HTMX = {"hx-request": "true"}
HTML = {"accept": "text/html"}
SECRET = re.compile(r"[A-Za-z0-9_-]{22}")
TEXT = "Het net is vol. Er komt een plan.\n\nHet <b>water</b> stijgt in Limburg."
UNKNOWN = "onbekend-onbekend-onbe"


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(
        made(TEXT, title="Net <i>en</i> water", kind="nota", date="2024-05-17", labels=["1", "2"]),
        made("Het spoor ligt er.", title="Spoor", organisations=["Provincie Utrecht"]),
    )
    with TestClient(create_app(shelf.library, lambda: shelf.embedder), follow_redirects=False) as opened:
        yield opened


def passages(client: TestClient) -> dict[str, str]:
    """Return passage ids by the first words of their texts."""
    found = client.get("/api/v1/search", params={"q": "net water spoor"}).json()["results"]
    return {result["text"][:10]: result["passage_id"] for result in found}


def keep(client: TestClient, passage: str, **fields: Any) -> Any:
    return client.post("/mappen/bewaren", data={"passage": passage, **fields})


def known(client: TestClient) -> list[str]:
    return (client.cookies.get(COOKIE) or "").split(".")


def items(client: TestClient, collection: str) -> list[dict[str, Any]]:
    response = client.get(f"/api/v1/collections/{collection}")
    forms.CollectionForm.model_validate(response.json())
    found: list[dict[str, Any]] = response.json()["items"]
    return found


@pytest.fixture
def filled(client: TestClient) -> tuple[str, list[str]]:
    """The id of a collection of three passages, and theirs."""
    collection = client.post("/api/v1/collections", json={"title": "Net"}).json()["id"]
    made_ids = [
        client.post(f"/api/v1/collections/{collection}/items", json={"passage_id": passage}).json()["id"]
        for passage in sorted(passages(client).values())
    ]
    assert len(set(made_ids)) == 3
    return collection, made_ids


# Keeping


def test_a_first_passage_makes_a_collection(client: TestClient) -> None:
    """Without a collection one is made; the next passage goes there too, and the page says so once."""
    ids = passages(client)
    first = keep(client, ids["Het net is"], terug="/?q=net&soort=nota")
    assert (first.status_code, first.headers["location"]) == (303, "/?q=net&soort=nota")
    (collection,) = known(client)
    page = client.get("/mappen").text
    assert "De passage is bewaard in ‘Mijn map’" in page
    assert "De passage is bewaard" not in client.get("/mappen").text
    second = keep(client, ids["Het spoor "])
    assert second.headers["location"] == f"/mappen/{collection}"
    assert len(items(client, collection)) == 2


def test_the_same_passage_is_told(client: TestClient) -> None:
    """A passage that is there already is told and not doubled, with htmx and without."""
    passage = passages(client)["Het net is"]
    keep(client, passage)
    keep(client, passage)
    assert "stond al in ‘Mijn map’" in client.get("/mappen").text
    again = client.post("/mappen/bewaren", data={"passage": passage}, headers=HTMX)
    assert again.text.startswith("Staat al in")
    assert len(items(client, known(client)[0])) == 1


def test_just_the_quote_is_kept(client: TestClient) -> None:
    """What a result quotes is kept, with the page that it stands on; the rest of the passage is not."""
    result = client.get("/api/v1/search", params={"q": "net vol"}).json()["results"][0]
    start = result["citation"]["start"]
    quote = result["quotes"][0]
    part = Part(start + quote["start"], start + quote["end"], digest_of(quote["text"]))
    keep(client, result["passage_id"], citaat=written(part))
    (item,) = items(client, known(client)[0])
    assert item["quotes"] == [{"text": quote["text"], "start": part.start, "end": part.end}]
    assert item["citation"]["page_first"] == 1
    wrong = written(Part(part.start, part.end, "00000000"))
    assert keep(client, result["passage_id"], citaat=wrong).status_code == HTTPStatus.CONFLICT
    assert len(items(client, known(client)[0])) == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://elders.nl/",
        "//elders.nl/",
        "/\\elders.nl",
        "\\\\elders.nl",
        "/\t/elders.nl",
        "/\n/elders.nl",
        " //elders.nl",
        "javascript:alert(1)",
        "elders.nl",
        "",
        "/" + "a" * 5000,
        "/zoek\r\nset-cookie: x=y",
    ],
)
def test_keeping_never_leads_to_another_site(client: TestClient, address: str) -> None:
    """Whatever `terug` says, one returns to a path on this site."""
    assert not is_here(address)
    response = keep(client, passages(client)["Het net is"], terug=address)
    assert response.headers["location"] == f"/mappen/{known(client)[0]}"


@pytest.mark.parametrize(
    "fields",
    [
        {"passage": "onbekend"},
        {"passage": ""},
        {},
        {"passage": "\x00\ufffd"},
        {"passage": "x" * 101},
    ],
)
def test_what_is_not_there_is_not_kept(client: TestClient, fields: dict[str, str]) -> None:
    """An unknown passage is a problem, and no collection is made for it."""
    assert client.post("/mappen/bewaren", data=fields).status_code in {404, 422}
    assert COOKIE not in client.cookies


def test_a_link_from_outside_catches_nothing(client: TestClient) -> None:
    """A collection that was opened by a link is known, and yet nothing is kept there until it is chosen."""
    stranger = client.post("/api/v1/collections", json={"title": "Van een ander"}).json()["id"]
    client.get(f"/mappen/{stranger}")
    assert known(client) == [f"~{stranger}"]
    ids = passages(client)
    keep(client, ids["Het net is"])
    assert items(client, stranger) == []
    keep(client, ids["Het net is"], map=stranger)
    keep(client, ids["Het spoor "])
    assert len(items(client, stranger)) == 2  # chosen, and from then on the one used last


@pytest.mark.parametrize(
    "cookie", ["x", "....", "~", "a" * 22 + ".~" + "a" * 22, ".".join(["b" * 22] * 500), '"']
)
def test_any_cookie_is_read(client: TestClient, cookie: str) -> None:
    """A cookie that we did not write breaks nothing."""
    client.cookies.set(COOKIE, cookie)
    client.cookies.set("melding", "bewaard.x'\"<script>")
    assert client.get("/mappen").status_code == HTTPStatus.OK
    assert "<script>" not in client.get("/mappen").text.split("<main")[1]
    assert keep(client, passages(client)["Het net is"]).status_code == 303


def test_a_browser_knows_so_many(client: TestClient) -> None:
    """Beyond a hundred collections a browser is told, rather than made to forget one."""
    client.cookies.set(COOKIE, ".".join(f"{number:022}" for number in range(MOST_IDS)))
    response = client.post("/mappen", data={"titel": "Nog een"}, headers=HTML)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "100 mappen" in response.text


# The pages


def test_a_collection_is_made_renamed_and_removed(client: TestClient) -> None:
    """Without JavaScript: forms, redirects, and a question before what cannot be undone."""
    response = client.post("/mappen", data={"titel": "<b>Net</b>"})
    (collection,) = known(client)
    assert (response.status_code, response.headers["location"]) == (303, f"/mappen/{collection}")
    assert SECRET.fullmatch(collection)
    assert client.post(f"/mappen/{collection}/naam", data={"titel": "Net & water"}).status_code == 303
    overview = client.get("/mappen").text
    assert "Net &amp; water" in overview
    assert f"/mappen/{collection}/verwijderen" in overview
    assert "Verwijder voorgoed" in client.get(f"/mappen/{collection}/verwijderen").text
    assert client.get(f"/mappen/{collection}").status_code == HTTPStatus.OK
    assert client.post(f"/mappen/{collection}/verwijderen").headers["location"] == "/mappen"
    assert client.get(f"/mappen/{collection}").status_code == HTTPStatus.NOT_FOUND
    assert "Net &amp; water" not in client.get("/mappen").text


def test_forgetting_is_not_removing(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """Off this browser's list it is still there for whoever has the link."""
    collection, _ = filled
    client.get(f"/mappen/{collection}")
    assert collection in client.get("/mappen").text
    client.post(f"/mappen/{collection}/vergeten")
    assert collection not in client.get("/mappen").text
    assert client.get(f"/mappen/{collection}").status_code == HTTPStatus.OK


def test_a_note_is_kept(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """A note is kept, shown as text and announced with htmx."""
    collection, (item, *_) = filled
    here = f"/mappen/{collection}/passages/{item}/notitie"
    response = client.post(here, data={"notitie": "</textarea><script>x</script>", "versie": "0"})
    assert response.status_code == 303
    page = client.get(response.headers["location"]).text
    assert "Bewaard." in page
    assert "<script>x" not in page
    assert "&lt;/textarea&gt;&lt;script&gt;x" in page
    partial = client.post(here, data={"notitie": "Nu dit.", "versie": "1"}, headers=HTMX)
    assert partial.text.startswith("Bewaard.")
    assert 'value="2"' in partial.text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_nobody_writes_over_a_note_unseen(
    client: TestClient, filled: tuple[str, list[str]], headers: dict[str, str]
) -> None:
    """Two who write one note both find their words back; the later one decides."""
    collection, (item, *_) = filled
    here = f"/mappen/{collection}/passages/{item}/notitie"
    client.post(here, data={"notitie": "Van haar.", "versie": "0"})
    response = client.post(here, data={"notitie": "Van hem.", "versie": "0"}, headers=headers)
    assert response.status_code == HTTPStatus.CONFLICT
    assert "Van haar." in response.text
    assert headers or "Van hem." in response.text
    assert items(client, collection)[0]["note"] == "Van haar."
    client.post(here, data={"notitie": "Van hem.", "versie": "1"})
    assert items(client, collection)[0]["note"] == "Van hem."


def test_a_note_that_is_too_long_is_given_back(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """A note beyond the limit is refused, and what was written stands on the page."""
    collection, (item, *_) = filled
    long = "woord " * (LONGEST_NOTE // 6 + 1)
    for target in (item, UNKNOWN):
        response = client.post(
            f"/mappen/{collection}/passages/{target}/notitie", data={"notitie": long + "x"}
        )
        assert response.status_code == (422 if target == item else 404)
        assert target != item or long.strip() in response.text


def test_passages_are_moved(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """By steps, and to before another; with htmx the answer tells place and order."""
    collection, (a, b, c) = filled
    here = f"/mappen/{collection}/passages"
    assert client.post(f"{here}/{a}/plaats", data={"stap": "1"}).headers["location"].endswith(f"#passage-{a}")
    assert [item["id"] for item in items(client, collection)] == [b, a, c]
    partial = client.post(f"{here}/{c}/plaats", data={"voor": b}, headers=HTMX)
    assert partial.text == "Passage staat nu op plaats 1 van 3."
    assert f'["{c}", "{b}", "{a}"]' in partial.headers["hx-trigger"]
    client.post(f"{here}/{c}/plaats", data={"voor": "einde"})
    assert [item["id"] for item in items(client, collection)] == [b, a, c]
    for wrong in ("x", str(10**30), "1.5"):
        assert client.post(f"{here}/{a}/plaats", data={"stap": wrong}).status_code == 422


def test_taking_out_can_be_undone(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """The page says what was taken out and offers to put it back; elsewhere than there it is not offered."""
    collection, (a, b, c) = filled
    here = f"/mappen/{collection}/passages/{b}"
    page = client.get(client.post(f"{here}/verwijderen").headers["location"]).text
    assert "Zet terug" in page
    assert [item["id"] for item in items(client, collection)] == [a, c]
    client.post(f"{here}/terug")
    assert [item["id"] for item in items(client, collection)] == [a, b, c]
    assert "Zet terug" not in client.get(f"/mappen/{collection}?verwijderd={b}").text
    assert "Zet terug" not in client.get(f"/mappen/{collection}?verwijderd=%3Cscript%3E").text
    assert "Zet terug" in client.post(f"{here}/verwijderen", headers=HTMX).text
    assert f'id="passage-{b}"' in client.post(f"{here}/terug", headers=HTMX).text


def test_a_shared_collection_is_read_only(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """Whoever has the reading link sees quotes and notes, and neither the other link nor anything to send."""
    collection, (item, *_) = filled
    client.post(f"/mappen/{collection}/passages/{item}/notitie", data={"notitie": "Voor u."})
    share = client.get(f"/api/v1/collections/{collection}").json()["share"]
    with TestClient(client.app) as other:
        page = other.get(f"/mappen/gedeeld/{share}")
        assert COOKIE not in other.cookies
        assert other.get(f"/mappen/{share}").status_code == HTTPStatus.NOT_FOUND
        shared = other.get(f"/api/v1/collections/shared/{share}")
        assert other.delete(f"/api/v1/collections/{share}").status_code == HTTPStatus.NOT_FOUND
    assert "Voor u." in page.text
    assert "Het &lt;b&gt;water&lt;/b&gt; stijgt" in page.text
    for text in (page.text, shared.text):
        assert collection not in text
        assert "<form" not in text
    forms.SharedCollectionForm.model_validate(shared.json())


def test_addresses_are_kept_secret(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """No search engine keeps these pages and no other site learns their addresses."""
    collection, _ = filled
    share = client.get(f"/api/v1/collections/{collection}").json()["share"]
    reading = [f"/mappen/gedeeld/{share}", f"/mappen/{collection}/lezen", f"/mappen/{collection}/export"]
    for path in [*reading, "/mappen", f"/mappen/{collection}", f"/mappen/{collection}/verwijderen"]:
        headers = client.get(path).headers
        assert headers["x-robots-tag"] == "noindex"
        assert headers["referrer-policy"] == ("no-referrer" if path in reading else "same-origin")
    cookie = client.get(f"/mappen/{collection}").headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax"} <= set(cookie.split("; "))


@pytest.mark.parametrize("path", ["", "/lezen", "/export", "/verwijderen", "?verwijderd=x"])
def test_unknown_ids_are_all_the_same(client: TestClient, path: str) -> None:
    """Whatever is not there has one answer, in which the id does not stand."""
    answers = {
        client.get(f"/mappen/{name}{path}", headers=HTML).text.split("<main")[1]
        for name in (UNKNOWN, "x", "%00", "é", "a" * 500)
    }
    assert len(answers) == 1
    assert UNKNOWN not in answers.pop()


def test_another_site_cannot_change_anything(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """A form on another site is refused."""
    collection, _ = filled
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://elders.nl"}):
        assert client.post(f"/mappen/{collection}/verwijderen", headers=headers).status_code == 403
        assert client.post("/mappen/bewaren", data={"passage": "x"}, headers=headers).status_code == 403
    assert len(items(client, collection)) == 3


# When documents change


def test_what_became_of_a_document_is_told(
    client: TestClient, shelf: Shelf, filled: tuple[str, list[str]]
) -> None:
    """After a document is removed its quotes stand there as they were kept, with a warning, in files too."""
    collection, _ = filled
    before = items(client, collection)
    with shelf.library.writing() as writer:
        writer.remove_documents({item["citation"]["document_id"] for item in before})
    after = items(client, collection)
    assert [item["quotes"] for item in after] == [item["quotes"] for item in before]
    assert {item["state"] for item in after} == {"removed"}
    for path in ("", "/lezen"):
        page = client.get(f"/mappen/{collection}{path}").text
        assert page.count("Het document is sindsdien gewijzigd of verwijderd") == 3
        assert "/documenten/" not in page.split("<main")[1]
    assert "sindsdien gewijzigd of verwijderd" in client.get(f"/mappen/{collection}/export?vorm=csv").text


# Files


def test_a_word_document_holds_it_all(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """Opened again, the document has title, quotes in order, citations and notes."""
    collection, (a, _, _) = filled
    client.post(f"/mappen/{collection}/passages/{a}/notitie", data={"notitie": "Navragen <wie>?"})
    client.post(f"/mappen/{collection}/passages/{a}/plaats", data={"stap": "2"})
    response = client.get(f"/mappen/{collection}/export?vorm=docx")
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(response.content)).paragraphs)
    places = [text.index(quote["text"]) for item in items(client, collection) for quote in item["quotes"]]
    assert places == sorted(places)
    assert "Navragen <wie>?" in text
    assert "Net" in text
    assert response.headers["content-disposition"] == (
        "attachment; filename=\"Net.docx\"; filename*=UTF-8''Net.docx"
    )


@pytest.mark.parametrize("name", ["docx", "csv", "ris", "bibtex"])
def test_every_format(client: TestClient, filled: tuple[str, list[str]], name: str) -> None:
    """Each format is a file, of a collection and of a shared one, and through the API the same."""
    collection, _ = filled
    client.post(f"/mappen/{collection}/naam", data={"titel": 'Net: "vol"\r\n/ ééé'})
    share = client.get(f"/api/v1/collections/{collection}").json()["share"]
    for path in (
        f"/mappen/{collection}/export?vorm={name}",
        f"/mappen/gedeeld/{share}/export?vorm={name}",
        f"/api/v1/collections/{collection}/export?format={name}",
        f"/api/v1/collections/shared/{share}/export?format={name}",
    ):
        response = client.get(path)
        assert response.status_code == HTTPStatus.OK
        assert len(response.content) > 100
        assert 'filename="Net vol eee.' in response.headers["content-disposition"]
        assert "%C3%A9" in response.headers["content-disposition"]
        assert name != "csv" or len(list(csv.reader(io.StringIO(response.text), delimiter=";"))) == 4


def test_an_unknown_format(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """A page's link gives Word then; the API says what there is."""
    collection, _ = filled
    assert (
        client.get(f"/mappen/{collection}/export?vorm=exe").headers["content-disposition"].endswith(".docx")
    )
    assert client.get(f"/api/v1/collections/{collection}/export?format=exe").status_code == 422


# The API


@pytest.mark.parametrize(
    "form",
    [
        forms.CollectionForm,
        forms.SharedCollectionForm,
        forms.ItemForm,
        forms.TitleForm,
        forms.NewItemForm,
        forms.NoteForm,
        forms.OrderForm,
    ],
)
def test_examples_fit_their_forms(form: type[BaseModel]) -> None:
    """Each form has an example with all of its fields and no others."""
    (example,) = form.model_json_schema()["examples"]
    assert form.model_validate(example, strict=False).model_dump(mode="json") == example


def test_the_api_does_what_the_page_does(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """Title, note, order, taking out and putting back, removing."""
    collection, (a, b, c) = filled
    here = f"/api/v1/collections/{collection}"
    assert client.patch(here, json={"title": "Ander"}).json()["title"] == "Ander"
    noted = client.patch(f"{here}/items/{a}", json={"note": "Nieuw.", "revision": 0})
    assert (noted.json()["note"], noted.json()["revision"]) == ("Nieuw.", 1)
    assert client.patch(f"{here}/items/{a}", json={"note": "Oud.", "revision": 0}).status_code == 409
    version = client.get(here).json()["version"]
    ordered = client.put(f"{here}/order", json={"items": [c, a, b], "version": version})
    assert [item["id"] for item in ordered.json()["items"]] == [c, a, b]
    stale = client.put(f"{here}/order", json={"items": [a, b, c], "version": version})
    assert (stale.status_code, stale.json()["code"]) == (409, "collection-changed")
    assert client.delete(f"{here}/items/{a}").status_code == 204
    assert [item["id"] for item in items(client, collection)] == [c, b]
    assert client.post(f"{here}/items/{a}/restore").json()["note"] == "Nieuw."
    assert [item["id"] for item in items(client, collection)] == [c, a, b]
    assert client.delete(here).status_code == 204
    assert client.get(here).json()["code"] == "collection-not-found"


def test_the_api_tells_of_what_is_there_already(client: TestClient, filled: tuple[str, list[str]]) -> None:
    """A passage that is kept again is answered with 200 and what is there."""
    collection, (a, *_) = filled
    first = items(client, collection)[0]
    body = {"passage_id": first["passage_id"], "quotes": [[0, 7], [4, 10**20], [-5, 3]]}
    response = client.post(f"/api/v1/collections/{collection}/items", json=body)
    assert (response.status_code, response.json()["id"]) == (200, a)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "", {"title": ""}, 422),
        ("POST", "", {"title": " \n "}, 422),
        ("POST", "", {"title": "a" * 201}, 422),
        ("POST", "", {"title": "a", "extra": 1}, 422),
        ("GET", "/x", None, 404),
        ("PATCH", "/x", {"title": "a"}, 404),
        ("DELETE", "/x", None, 404),
        ("GET", "/shared/x", None, 404),
        ("PUT", "/x/order", {"items": [], "version": 1}, 404),
        ("POST", "/x/items", {"passage_id": "y"}, 404),
        ("PATCH", "/x/items/y", {"note": "a"}, 404),
        ("PATCH", "/x/items/y", {"note": "a" * 10_001}, 422),
        ("DELETE", "/x/items/y", None, 404),
        ("POST", "/x/items/y/restore", None, 404),
    ],
)
def test_problems(client: TestClient, method: str, path: str, body: Any, status: int) -> None:
    """What cannot be done is a problem with its status."""
    response = client.request(method, f"/api/v1/collections{path}", json=body)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("odd", ["\\ud800", "\\u0000", "' OR 1=1 --", "../../etc/passwd"])
def test_odd_text_is_no_error_of_ours(client: TestClient, filled: tuple[str, list[str]], odd: str) -> None:
    """Half characters, zeroes and quotes in JSON are text, or a problem of whoever sent them."""
    collection, (item, *_) = filled
    here = f"/api/v1/collections/{collection}"
    for method, path, body in (
        ("POST", "/items", f'{{"passage_id": "{odd}"}}'),
        ("PATCH", f"/items/{item}", f'{{"note": "{odd}"}}'),
        ("PATCH", "", f'{{"title": "a{odd}"}}'),
        ("PUT", "/order", f'{{"items": ["{odd}"], "version": 4}}'),
    ):
        headers = {"content-type": "application/json"}
        response = client.request(method, here + path, content=body, headers=headers)
        assert response.status_code in {200, 404, 409, 422}, response.text
    assert client.get(f"/mappen/{collection}").status_code == HTTPStatus.OK
    assert client.get(f"/mappen/{collection}/export").status_code == HTTPStatus.OK
