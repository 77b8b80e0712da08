"""Programmes over HTTP: the pages, their files, and the API."""

import csv
import io
import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from tests.naming import headed, naming
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.ingest.knowledge.model import Definition

API = "/api/v1/programmes"
LETTER = "Het MIEK is een programma.\n\nHet MIEK raakt Chemelot. TNO telt mee."
NOTE = "# Over Chemelot\n\nNOVEX en het MIEK groeien.\n\nXYZ ook."
HOSTILE = "Het MIEK raakt <script>Chemelot</script> & =1+1."


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(
        naming(
            made(LETTER, title="Brief", kind="kamerbrief", date="2024-05-17"), Definition(0, 26, "miek", 94)
        ),
        naming(headed(made(NOTE, title="Nota", kind="nota", date="2025-01-02"))),
        naming(made(HOSTILE, title="<b>Kwaad</b>")),
    )
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def got(client: TestClient, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK, response.text
    return response.json() if address.startswith("/api") else response.text


def rows(client: TestClient, address: str) -> list[list[str]]:
    response = client.get(address)
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_names_are_paged(client: TestClient) -> None:
    """Each name comes once, those in the most documents first; a cursor expires when passages change."""
    first = got(client, f"{API}?limit=2")
    assert [(each["id"], each["documents"]) for each in first["names"]] == [("miek", 3), ("chemelot", 3)]
    assert first["total"] == 5
    seen = [*first["names"]]
    while first["next"]:
        first = got(client, f"{API}?limit=2&cursor={first['next']}")
        seen += first["names"]
    assert sorted(each["id"] for each in seen) == ["chemelot", "miek", "novex", "tno", "~xyz"]
    assert client.get(f"{API}?limit=1&cursor=x").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_cursor_ends_with_the_library_that_it_was_of(client: TestClient, shelf: Shelf) -> None:
    """After a change it says so rather than leaving anything out."""
    cursor = got(client, f"{API}/passages?name=miek&limit=1")["next"]
    shelf.put("nieuw.txt", naming(made("Het MIEK is er weer.")))
    address = f"{API}/passages?name=miek&limit=1&cursor={cursor}"
    assert client.get(address).status_code == HTTPStatus.GONE


def test_one_name(client: TestClient) -> None:
    """What it means with its literal sentence, its years, and what it meets; by id or by name."""
    found = got(client, f"{API}/MIEK?kind=kamerbrief")
    assert (found["id"], found["documents"], found["passages"]) == ("miek", 1, 2)
    assert found["years"] == [{"year": "2024", "documents": 1, "passages": 2}]
    (told,) = found["definitions"]
    assert (told["text"], told["label"]) == ("Het MIEK is een programma.", "Kamerbrief Brief, 17 mei 2024")
    assert found["related"][0]["name"]["id"] == "chemelot"
    assert got(client, f"{API}/NPLG")["documents"] == 0
    assert got(client, f"{API}/{quote('~xyz')}")["learned"] is True
    assert client.get(f"{API}/bestaat-niet").status_code == HTTPStatus.NOT_FOUND


def test_matrix_and_its_passages(client: TestClient) -> None:
    """A cell has as many passages as it opens; every mark stands on its name; the closest come first."""
    made_matrix = got(client, f"{API}/matrix?columns=cluster")
    cells = {(each["row"], each["column"]): each for each in made_matrix["cells"]}
    assert cells["miek", "chemelot"]["passages"] == 3
    assert cells["novex", "chemelot"]["years"] == [{"year": "2025", "documents": 1, "passages": 1}]
    found = got(client, f"{API}/passages?name=MIEK&other=Chemelot")
    near = [each["closeness"] for each in found["passages"]]
    assert near == ["sentence", "sentence", "heading"]
    assert found["documents"] == 3
    for each in found["passages"]:
        passage = each["passage"]
        for mark in passage["marks"]:
            written = passage["text"][mark["start"] - passage["start"] : mark["end"] - passage["start"]]
            assert written.lower() == mark["name"]
    assert found["passages"][2]["headings"] == [{"text": "# Over Chemelot", "marks": [[7, 15]]}]


def test_chosen_rows_and_columns(client: TestClient) -> None:
    """Names are taken by what people call them, and an unknown one is a problem."""
    made_matrix = got(client, f"{API}/matrix?row=NOVEX&row=MIEK&column=tno")
    assert [each["id"] for each in made_matrix["rows"]] == ["novex", "miek"]
    assert client.get(f"{API}/matrix?row=niets").status_code == HTTPStatus.NOT_FOUND
    assert client.get(f"{API}/passages?name=miek&other=niets").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/programmas", "3 programma’s"),
        ("/programmas?naam=tno", "1 naam met ‘tno’"),
        ("/programmas?naam=xyz", "uit de documenten geleerd"),
        ("/programmas?soort=nota&van=2025", "3 programma’s"),
        ("/programmas?van=gisteren", "‘gisteren’ is geen datum."),
        ("/programmas?pagina=9", "Zo ver gaat de lijst niet."),
        ("/programmas/matrix", "Programma’s en clusters"),
        ("/programmas/matrix?rij=MIEK,niets&kolommen=organisation", "Niet bekend: ‘niets’."),
        ("/programmas/matrix?aantal=0&rijen=niets", "De 1 meest genoemde"),
        ("/programmas/matrix?van=1900&tot=1901", "Geen document noemt zulke namen."),
        ("/programmas/passages?naam=miek&met=chemelot", "3 passages in 3 documenten"),
        ("/programmas/passages?naam=NOVEX&met=tno", "Geen passage voldoet hieraan."),
        ("/programmas/naam/miek", "Het MIEK is een programma."),
        ("/programmas/naam/novex", "legt het in één zin uit"),
        ("/programmas/naam/~xyz", "uit de documenten geleerd"),
    ],
)
def test_pages(client: TestClient, address: str, told: str) -> None:
    """Each page says what was asked; what cannot be read is told and the rest counts."""
    assert told in got(client, address)


@pytest.mark.parametrize(
    "address", ["/programmas/naam/niets", "/programmas/passages", "/programmas/passages?naam=x"]
)
def test_unknown_names_are_not_there(client: TestClient, address: str) -> None:
    """A name that nobody knows has no page."""
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_empty_fields_go_from_the_address(client: TestClient) -> None:
    """A form sends its empty fields too; an address that is shared has none."""
    response = client.get("/programmas/matrix?rijen=programme&rij=&van=", follow_redirects=False)
    assert response.headers["location"] == "/programmas/matrix?rijen=programme"


def test_each_number_opens_its_passages(client: TestClient) -> None:
    """The links of the matrix lead to pages with as many passages, both names marked."""
    shown = got(client, "/programmas/matrix?kolommen=cluster")
    links = re.findall(r'<a href="(/programmas/passages[^"]+)" class="prog-many">(\d+)<', shown)
    assert len(links) == 3
    for link, number in links:
        opened = got(client, link.replace("&amp;", "&"))
        assert f"{number} passage" in opened
        assert opened.count('<li class="prog-found">') == int(number)
        assert "<mark>Chemelot</mark>" in opened


def test_text_of_documents_is_shown_as_text(client: TestClient) -> None:
    """Whatever stands in a passage or a title, no tag of it comes through."""
    for address in ("/programmas/passages?naam=miek&met=chemelot", "/programmas/naam/miek"):
        shown = got(client, address)
        assert "<script>Chemelot" not in shown
        assert "<b>Kwaad" not in shown
        assert "&lt;script&gt;<mark>" in shown or "&lt;script&gt;Chemelot" in shown


def test_files(client: TestClient) -> None:
    """The matrix as it is shown, by year, its passages and all names; no cell is a formula."""
    assert rows(client, "/programmas/matrix.csv?rij=MIEK&kolom=Chemelot,TNO") == [
        ["", "Chemelot", "TNO"],
        ["MIEK", "3", "1"],
    ]
    by_year = rows(client, "/programmas/matrix.csv?rij=NOVEX&kolom=Chemelot&per=jaar")
    assert by_year[1:] == [["NOVEX", "Chemelot", "2025", "1", "1"]]
    passages = rows(client, "/programmas/passages.csv?naam=miek&met=chemelot")
    assert [row[0] for row in passages[1:]] == ["in dezelfde zin", "in dezelfde zin", "in de kop erboven"]
    names = rows(client, "/programmas/namen.csv")
    assert len(names) == 6
    assert not [cell for row in [*passages, *names] for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(
    "address",
    [
        "/programmas?naam=%ED%A0%80&namen=%00&pagina=99999999999",
        "/programmas/matrix?rij=%ED%A0%80,,%00&aantal=-1&van=%FF",
        "/programmas/passages?naam=miek&met=chemelot&pagina=0&soort=x",
        "/programmas/matrix.csv?rij='%22;--",
    ],
)
def test_odd_addresses_are_read_as_far_as_they_go(client: TestClient, address: str) -> None:
    """Nothing that can be typed is an error."""
    assert client.get(address).status_code == HTTPStatus.OK
