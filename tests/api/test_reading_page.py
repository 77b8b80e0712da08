"""The reading page, the overview and a document's own bytes, without a browser."""

import hashlib
import html
import re
import zipfile
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made, run

from beleidszoeker.api.app import create_app
from beleidszoeker.index.library import Library
from beleidszoeker.index.originals import TURNS
from beleidszoeker.model.hashing import HashingEmbedder

LETTER = "Het water in de Maas stijgt sneller dan gedacht.\n\nDe dijken bij Venlo worden verhoogd.\n"
HOSTILE = "<script>alert(1)</script> Het water staat hoog."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files that were taken into a library beside them, once for all tests."""
    folder = tmp_path_factory.mktemp("reading") / "files"
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    (folder / "pagina.html").write_text("<h1>Peil</h1><p>Het peil van de Maas.</p>", encoding="utf-8")
    with zipfile.ZipFile(folder / "doos.zip", "w") as archive:
        archive.writestr("binnen/nota.txt", "De nota over het waterpeil bij Roermond is klaar.")
    assert run(folder.parent / "library", "ingest", folder).returncode == 0
    return folder


@pytest.fixture
def files(kept: Path) -> Iterator[Path]:
    """The same; what a test does to the letter is undone."""
    data = (kept / "brief.txt").read_bytes()
    yield kept
    (kept / "brief.txt").write_bytes(data)


@pytest.fixture
def client(files: Path) -> Iterator[TestClient]:
    """The service over files on disk."""
    with TestClient(create_app(Library(files.parent / "library"), HashingEmbedder)) as opened:
        yield opened


@pytest.fixture
def shelved(shelf: Shelf) -> Iterator[tuple[TestClient, Shelf]]:
    """The service over documents made by hand."""
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as opened:
        yield opened, shelf


def id_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def test_the_file_is_given_as_it_was_read(client: TestClient, files: Path) -> None:
    """The bytes are those on disk; what is no PDF is kept and never rendered."""
    path = files / "brief.txt"
    for address in (f"/documenten/{id_of(path)}/bestand", f"/api/v1/documents/{id_of(path)}/file"):
        answer = client.get(address)
        assert answer.content == path.read_bytes()
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith('attachment; filename="brief.txt"')
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_part_of_the_file_can_be_asked(client: TestClient, files: Path) -> None:
    """pdf.js reads a large file in ranges; what a browser has already is not sent again."""
    path = files / "brief.txt"
    address = f"/documenten/{id_of(path)}/bestand"
    part = client.get(address, headers={"range": "bytes=4-8"})
    assert part.status_code == HTTPStatus.PARTIAL_CONTENT
    assert part.content == path.read_bytes()[4:9]
    again = client.get(address, headers={"if-none-match": part.headers["etag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_a_file_in_an_archive_is_taken_out(client: TestClient) -> None:
    """A document inside an archive comes as itself, not as the archive."""
    data = b"De nota over het waterpeil bij Roermond is klaar."
    answer = client.get(f"/documenten/{hashlib.sha256(data).hexdigest()[:16]}/bestand")
    assert answer.content == data
    assert 'filename="nota.txt"' in answer.headers["content-disposition"]


def test_files_are_taken_out_of_archives_in_turn(client: TestClient) -> None:
    """Each costs a process, and anybody may ask: who would be one too many is told to come back."""
    data = b"De nota over het waterpeil bij Roermond is klaar."
    address = f"/documenten/{hashlib.sha256(data).hexdigest()[:16]}/bestand"
    with TURNS, TURNS:
        answer = client.get(address)
    assert (answer.status_code, answer.json()["code"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "library")
    assert client.get(address).content == data


@pytest.mark.parametrize("size", ["other", "same"])
def test_a_file_that_changed_is_not_given(client: TestClient, files: Path, size: str) -> None:
    """Other bytes are never served as the document, not even as many; the text is there still."""
    path = files / "brief.txt"
    document_id = id_of(path)
    assert client.get(f"/documenten/{document_id}/bestand").status_code == HTTPStatus.OK
    path.write_text(LETTER.upper() if size == "same" else "Iets anders.", encoding="utf-8")
    answer = client.get(f"/documenten/{document_id}/bestand")
    assert answer.status_code == HTTPStatus.GONE
    assert answer.json()["code"] == "original-gone"
    assert "stijgt sneller" in client.get(f"/documenten/{document_id}").text


def test_a_file_that_is_gone_leaves_its_text(client: TestClient, files: Path) -> None:
    """The page says that the file is gone, and offers no link to it."""
    path = files / "brief.txt"
    document_id = id_of(path)
    path.unlink()
    page = client.get(f"/documenten/{document_id}").text
    assert "gewijzigd of weg; de tekst is er nog" in page
    assert f"/documenten/{document_id}/bestand" not in page


@pytest.mark.parametrize("name", ["onbekend", "..%2f..%2fetc%2fpasswd", "%00", "a" * 150])
def test_an_unknown_document_is_not_found(client: TestClient, name: str) -> None:
    """An id is looked up and never a path."""
    for rest in ("", "/bestand", "/lijkt-op"):
        answer = client.get(f"/documenten/{name}{rest}", headers={"accept": "text/html"})
        assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "asked",
    ["plek=9-2", "plek=0-99999999", "plek=<script>", "passage=geen", "deel=999", "pagina=999", "q=%22%22"],
)
def test_what_makes_no_sense_in_the_address_is_passed_over(
    client: TestClient, files: Path, asked: str
) -> None:
    """The document is shown whatever else is asked."""
    answer = client.get(f"/documenten/{id_of(files / 'brief.txt')}?{asked}")
    assert answer.status_code == HTTPStatus.OK
    assert "De dijken bij Venlo" in answer.text
    assert "<script>" not in answer.text


def test_a_passage_of_another_document_is_not_marked(client: TestClient, files: Path) -> None:
    """The page says that the passage does not stand in this document."""
    other = client.get(
        "/api/v1/search", params={"q": "peil", "document": id_of(files / "pagina.html")}
    ).json()
    passage = other["results"][0]["passage_id"]
    page = client.get(f"/documenten/{id_of(files / 'brief.txt')}?passage={passage}").text
    assert "staat niet (meer) in dit document" in page
    assert "read-quote" not in page


def test_text_is_escaped_and_marks_are_not(shelved: tuple[TestClient, Shelf]) -> None:
    """Script in a document is text; the words that match are marked in it, in title and text alike."""
    client, shelf = shelved
    (document_id,) = shelf.fill(made(HOSTILE, title="<i>Nota</i>", url="javascript:alert(1)"))
    page = client.get(f"/documenten/{document_id}?q=water").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<i>Nota" not in page
    assert 'href="javascript:' not in page
    assert '<mark class="read-word">water</mark>' in page


def test_a_long_document_is_shown_in_parts(shelved: tuple[TestClient, Shelf]) -> None:
    """Half a million characters come in parts of a bounded size, and a passage opens its own part."""
    client, shelf = shelved
    text = "\n\n".join(f"Alinea {number} gaat over water en land. " * 12 for number in range(1000))
    (document_id,) = shelf.fill(made(text.strip()))
    first = client.get(f"/documenten/{document_id}").text
    assert "Deel 1 van" in first
    assert len(first) < 150_000
    place = text.index("Alinea 700 ")
    page = client.get(f"/documenten/{document_id}?plek={place}-{place + 10}").text
    assert 'id="plek"' in page
    assert '<mark class="read-quote">Alinea 700</mark>' in page


def test_the_text_can_be_read_in_pieces(client: TestClient, files: Path) -> None:
    """The API gives the text piece by piece; its spans count in the whole text."""
    document_id = id_of(files / "brief.txt")
    first = client.get(f"/api/v1/documents/{document_id}/text", params={"count": 20}).json()
    rest = client.get(f"/api/v1/documents/{document_id}/text", params={"start": first["next"]}).json()
    whole = first["text"] + rest["text"]
    assert rest["next"] is None
    assert len(whole) == first["length"]
    assert [whole[block["start"] : block["end"]] for block in rest["blocks"]] == LETTER.strip().split("\n\n")


def test_the_outline_has_headings(client: TestClient, files: Path) -> None:
    """The API gives the headings; an HTML document has no pages."""
    body = client.get(f"/api/v1/documents/{id_of(files / 'pagina.html')}/outline").json()
    assert [heading["text"] for heading in body["headings"]] == ["Peil"]
    assert body["pages"] == []


def test_the_overview_filters_and_counts(shelved: tuple[TestClient, Shelf]) -> None:
    """Filters combine and stand in the address; the form tells how many documents each value has."""
    client, shelf = shelved
    shelf.fill(
        made(
            "Water.", title="Water in Limburg", kind="nota", date="2024-05-17", organisations=["Provincie A"]
        ),
        made("Peil.", title="Peil in Limburg", kind="motie", date="2023-05-17"),
        made("Land.", title="Land in Zeeland", kind="nota"),
    )
    assert "3 documenten" in client.get("/documenten").text
    page = client.get("/documenten", params={"titel": "LIMB in", "soort": "nota"}).text
    assert "1 document" in page
    assert "Water in Limburg" in page
    assert "Peil in" not in page
    assert "Motie (1)" in page
    assert "Land in Zeeland" in client.get("/documenten", params={"jaar": "onbekend"}).text
    assert "Geen document voldoet" in client.get("/documenten", params={"organisatie": "<b>"}).text
    part = client.get("/documenten", headers={"hx-request": "true"}).text
    assert part.lstrip().startswith("<section")


def test_the_overview_is_paged(shelved: tuple[TestClient, Shelf]) -> None:
    """Twenty-five on a page, and beyond the last there is a way back."""
    client, shelf = shelved
    shelf.fill(*(made(f"Tekst {number}.", title=f"Stuk {number:03}") for number in range(30)))
    assert client.get("/documenten").text.count('class="docs-one"') == 25
    assert client.get("/documenten?pagina=2").text.count('class="docs-one"') == 5
    assert "Naar het begin" in client.get("/documenten?pagina=9").text


def test_not_every_passage_is_a_hit(shelved: tuple[TestClient, Shelf]) -> None:
    """Beside the five best only passages that hold a word of the question count as hits."""
    client, shelf = shelved
    other = "\n\n".join(f"De raad vergadert op dag {number}." for number in range(12))
    (document,) = shelf.fill(made(f"{other}\n\nDe verzilting neemt toe.\n\nVerzilting schaadt gewassen."))
    page = client.get(f"/documenten/{document}?q=verzilting").text
    assert "5 treffers in dit document" in page


def test_the_cited_passage_keeps_its_quote_however_far_it_is(shelved: tuple[TestClient, Shelf]) -> None:
    """A cited passage without a word of the question is still quoted by its sentences, not as a whole."""
    client, shelf = shelved
    text = "\n\n".join(
        f"De raad vergadert op dag {number}. De wethouder licht toe. De burgemeester sluit."
        for number in range(9)
    )
    (document,) = shelf.fill(made(f"{text}\n\nDe verzilting neemt toe."))
    found = client.get("/api/v1/search", params={"q": "verzilting", "document": document, "k": 100}).json()
    last = found["results"][-1]
    page = client.get(f"/documenten/{document}?q=verzilting&passage={last['passage_id']}").text
    assert len(last["quotes"]) == 1
    assert last["quotes"][0]["text"] != last["text"]
    quoted = re.search(r'<blockquote class="bz-quote">(.*?)</blockquote>', page, re.DOTALL)
    assert quoted is not None
    assert html.unescape(quoted[1]) == last["quotes"][0]["text"]
