"""Quotations as files, and permalinks."""

import csv
import hashlib
import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.exporting import FORMATS, About, Cited, to_bibtex, to_csv, to_docx, to_ris
from beleidszoeker.search.quoting.quotation import quotation
from beleidszoeker.search.result import Citation

LETTER = """Het net is vol in Limburg. Dat duurt nog jaren. Het net wordt in Limburg verzwaard met 50 % & zo.

=HYPERLINK("http://x") is hier gewoon tekst over het net in Limburg_Zuid.

<script>alert('net')</script> staat er ook, met {accolades} en \\ een streep."""
NOTE = "Kamerstuk 29826, nr. 211."
CITATION = Citation(
    document_id="3c3f9f883bb38cbb",
    title="Ruimte & water: 50% {meer}",
    kind="rapport",
    date="2025-06-20",
    source="rapport.pdf",
    page_first=2,
    page_last=3,
    section=("1. Inleiding",),
    label="Ruimte & water: 50% {meer}, 20 juni 2025, p. 2-3",
    url="https://example.nl/a_b?c=1&d={2}",
    start=10,
    end=40,
)
ITEM = Cited("Het net is vol.", CITATION, "http://localhost/passages/x")


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(
        made(
            LETTER,
            title="Netcapaciteit",
            kind="kamerbrief",
            date="2025-06-20",
            section=("1. Inleiding", "1.1 Het net"),
            labels=["1", "2", "3"],
            notes=(NOTE,),
            organisations=["Ministerie van Klimaat"],
            url="https://example.nl/brief",
        ),
        made("Het water stijgt in Utrecht.", title="Water", kind="rapport"),
    )
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def searched(client: TestClient, q: str = "net Limburg", **more: Any) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = client.get("/api/v1/search", params={"q": q, **more}).json()["results"]
    return results


def exported(client: TestClient, form: str, ids: list[str], q: str = "net Limburg", **more: Any) -> bytes:
    response = client.get("/export", params={"passage": ids, "formaat": form, "q": q, **more})
    assert response.status_code == HTTPStatus.OK, response.text
    assert response.headers["content-type"] == FORMATS[form].media_type
    assert response.headers["content-disposition"].endswith(f'{FORMATS[form].suffix}"')
    return response.content


def shown(result: dict[str, Any]) -> str:
    return " […] ".join(quote["text"] for quote in result["quotes"])


def paragraphs(data: bytes, style: str) -> list[str]:
    return [each.text for each in Document(io.BytesIO(data)).paragraphs if each.style.name == style]  # type: ignore[union-attr]


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def records(data: bytes) -> list[list[tuple[str, str]]]:
    """Read RIS by its specification: a tag, two spaces, a hyphen, a space and a value on each line."""
    found: list[list[tuple[str, str]]] = []
    for line in data.decode().split("\r\n")[:-1]:
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        tag, value = match.groups()
        if tag == "TY":
            found.append([])
        assert "ER" not in dict(found[-1])
        found[-1].append((tag, value))
    assert all(record[-1] == ("ER", "") for record in found)
    return found


def entries(data: bytes) -> list[tuple[str, str, dict[str, str]]]:
    """Read BibTeX: (type, key, fields); a brace with a backslash before it does not count."""
    text, found = data.decode(), []
    for match in re.finditer(r"^@(\w+)\{([\w-]+),\n(.*?)^\}$", text, re.MULTILINE | re.DOTALL):
        fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", match[3], re.MULTILINE))
        assert len(fields) == match[3].count("\n")
        for value in fields.values():
            bare = re.sub(r"\\[{}]", "", value)
            assert bare.count("{") == bare.count("}")
        found.append((match[1], match[2], fields))
    return found


def test_word_holds_each_quote_literally(client: TestClient) -> None:
    """Opened again the annex has for each chosen passage the very quotes that the search shows."""
    results = searched(client)
    assert len(results) >= 2
    data = exported(client, "docx", [result["passage_id"] for result in results])
    assert paragraphs(data, "Quote") == [shown(result) for result in results]
    assert paragraphs(data, "List Number") == [result["citation"]["label"] for result in results]
    library = client.app.state.service.reader  # type: ignore[attr-defined]
    for result, quote in zip(results, paragraphs(data, "Quote"), strict=True):
        text = library.text(result["citation"]["document_id"])
        assert all(part in text for part in quote.split(" […] "))


def test_word_has_links_that_lead_back(client: TestClient) -> None:
    """Each quotation has a permalink, and following it leads to the passage."""
    results = searched(client)
    data = exported(client, "docx", [result["passage_id"] for result in results])
    document = Document(io.BytesIO(data))
    links = [link.address for each in document.paragraphs for link in each.hyperlinks]
    permalinks = [link for link in links if "/passages/" in link]
    assert len(permalinks) == len(results)
    for link, result in zip(permalinks, results, strict=True):
        led = client.get(link, follow_redirects=False)
        assert led.status_code == HTTPStatus.FOUND
        assert f"passage={result['passage_id']}" in led.headers["location"]
    assert "https://example.nl/brief" in links


def test_word_tells_what_it_is(client: TestClient) -> None:
    """Title, question, properties and language are ours; nothing of a template's author is left."""
    ids = [result["passage_id"] for result in searched(client)]
    data = exported(client, "docx", ids, titel="Bijlage 3 <net>")
    document = Document(io.BytesIO(data))
    known = document.core_properties
    assert (known.title, known.author, known.language) == ("Bijlage 3 <net>", "Beleidszoeker", "nl-NL")
    assert known.comments == ""
    assert b"python-docx" not in data
    assert paragraphs(data, "Title") == ["Bijlage 3 <net>"]
    assert "Zoekvraag: net Limburg" in paragraphs(data, "Normal")
    assert paragraphs(data, "Heading 1") == ["Citaten", "Bronnen"]
    assert f"Voetnoot in het document: {NOTE}" in paragraphs(data, "Caption")
    assert any("Onder: 1. Inleiding › 1.1 Het net." in each for each in paragraphs(data, "List Continue"))
    assert 'w:val="nl-NL"' in document.styles.element.xml
    assert 'w:instr="PAGE"' in document.sections[0].footer._element.xml


def test_without_a_question_the_whole_passage_is_quoted(client: TestClient) -> None:
    """The quote is the passage in full."""
    first = searched(client)[0]
    data = exported(client, "docx", [first["passage_id"]], q="")
    assert paragraphs(data, "Quote") == [first["text"]]


def test_a_table_for_dutch_excel(client: TestClient) -> None:
    """Semicolons behind a byte order mark; each cell comes out as it went in, a formula as text."""
    results = searched(client)
    found = rows(exported(client, "csv", [result["passage_id"] for result in results]))
    assert [row["citaat"].removeprefix("'") for row in found] == [shown(result) for result in results]
    assert [row["bron"] for row in found] == [result["citation"]["label"] for result in results]
    assert {row["soort"] for row in found} <= {"Kamerbrief", "Rapport"}
    dangerous = [row["citaat"] for row in found if "HYPERLINK" in row["citaat"]]
    assert dangerous
    assert all(cell.startswith("'=") for cell in dangerous)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n-1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet would calculate has an apostrophe before it, in every column."""
    citation = Citation(**{**{name: getattr(CITATION, name) for name in Citation.__slots__}, "title": cell})
    (row,) = rows(to_csv([Cited(cell, citation, "x", note=cell)]))
    assert {row["citaat"], row["titel"], row["notitie"]} == {f"'{cell}".replace("\r", "\n")}


def test_cells_keep_quotes_lines_and_semicolons() -> None:
    """What RFC 4180 has to quote comes back unharmed."""
    text = 'een "aanhaling"; en\neen nieuwe regel'
    assert rows(to_csv([Cited(text, CITATION, "x")]))[0]["citaat"] == text


def test_ris_has_a_record_for_each_document(client: TestClient) -> None:
    """Two quotations of one letter are two notes of one record."""
    results = [*searched(client), *searched(client, "water Utrecht")[:1]]
    found = records(exported(client, "ris", [result["passage_id"] for result in results]))
    assert len(found) == len({result["citation"]["document_id"] for result in results})
    letter = next(record for record in found if ("TI", "Kamerbrief Netcapaciteit") in record)
    assert letter[0] == ("TY", "GOVDOC")
    assert {("PY", "2025"), ("DA", "2025/06/20/"), ("UR", "https://example.nl/brief")} <= set(letter)
    assert ("PB", "Ministerie van Klimaat") in letter
    notes = [value for tag, value in letter if tag == "N1"]
    assert notes
    assert all(re.search(r"^“.+” \(Kamerbrief .+\) http\S+$", note) for note in notes)


def test_ris_cannot_be_broken_from_within() -> None:
    """A quote with a record's end in it stays one value."""
    item = Cited("een\nER  - \nTY  - JOUR\r\ntwee", CITATION, "x", note="a\nER  - ")
    (record,) = records(to_ris([item]))
    assert record[0] == ("TY", "RPRT")
    assert ("SP", "2") in record
    assert ("EP", "3") in record


def test_bibtex_is_escaped_and_its_keys_stay() -> None:
    """Whatever TeX reads as a command is written out; a key is that of the document, in each export."""
    (entry,) = entries(to_bibtex([ITEM]))
    kind, key, fields = entry
    assert (kind, key) == ("techreport", "rapport2025ruimte-3c3f9f883bb38cbb")
    assert fields["title"] == r"{Ruimte \& water: 50\% \{meer\}}"
    assert fields["url"] == "https://example.nl/a_b?c=1&d=%7B2%7D"
    assert fields["pages"] == "2--3"
    hostile = Cited(r"\input{/etc/passwd} $x_1^2$ ~#", CITATION, "x")
    (_, again, other) = entries(to_bibtex([hostile, ITEM]))[0]
    assert again == key
    assert (
        r"\textbackslash{}input\{/etc/passwd\} \$x\_1\textasciicircum{}2\$ \textasciitilde{}\#"
        in other["annotation"]
    )


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_quotations_give_the_same_bytes(name: str) -> None:
    """Nothing in a file tells at what second it was made; control characters harm no format."""
    items = [ITEM, Cited("\x00\x0b\x1f\ufffe\ud800 = tekst", CITATION, "javascript:alert(1)", note="\x07")]
    made_one, made_two = (FORMATS[name].write("Titel\x00", items, About("2025-07-01")) for _ in range(2))
    assert made_one == made_two
    assert isinstance(FORMATS[name].write("", [], About()), bytes)


def test_a_dangerous_link_is_no_link_in_word() -> None:
    """Only web addresses can be clicked."""
    document = Document(io.BytesIO(to_docx("T", [Cited("q", CITATION, "javascript:alert(1)")])))
    links = [link.address for each in document.paragraphs for link in each.hyperlinks]
    assert links == [CITATION.url]


def test_all_results_can_be_exported(client: TestClient) -> None:
    """With its filters the whole search is exported, and the annex says so."""
    results = searched(client, kind="kamerbrief", k=100)
    data = exported(client, "docx", [], alles="1", soort="kamerbrief")
    assert paragraphs(data, "List Number") == [result["citation"]["label"] for result in results]
    assert "Beperkt tot: soort kamerbrief" in paragraphs(data, "Normal")


def test_without_a_format_there_is_a_page(client: TestClient) -> None:
    """It shows the quotations as text and offers the formats; nothing chosen says how to choose."""
    ids = [result["passage_id"] for result in searched(client, "script alert net")]
    page = client.get("/export", params={"passage": ids, "q": "script alert"})
    assert page.status_code == HTTPStatus.OK
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text
    assert all(f'value="{name}"' in page.text for name in FORMATS)
    assert "nog niets gekozen" in client.get("/export").text


def test_a_passage_that_is_gone_is_never_left_out_in_silence(client: TestClient) -> None:
    """The page says which are gone and offers the rest; the API refuses."""
    (first, *_) = searched(client)
    ids = [first["passage_id"], "0123456789abcdef-01234567"]
    page = client.get("/export", params={"passage": ids, "formaat": "docx"})
    assert page.headers["content-type"].startswith("text/html")
    assert "1 gekozen passage is er niet meer" in page.text
    refused = client.get("/api/v1/export", params={"passage": ids})
    assert (refused.status_code, refused.json()["code"]) == (HTTPStatus.NOT_FOUND, "passage-not-found")


@pytest.mark.parametrize("name", FORMATS)
def test_the_api_gives_the_same_files(client: TestClient, name: str) -> None:
    """What the page exports can be asked by programs."""
    ids = [result["passage_id"] for result in searched(client)]
    response = client.get("/api/v1/export", params={"passage": ids, "format": name, "q": "net Limburg"})
    assert response.status_code == HTTPStatus.OK
    assert response.content == exported(client, name, ids)


def test_an_export_of_nothing_is_a_problem(client: TestClient) -> None:
    """It says that there is nothing to export."""
    response = client.get("/api/v1/export")
    assert (response.status_code, response.json()["code"]) == (
        HTTPStatus.NOT_FOUND,
        "nothing-to-export",
    )


def test_the_citation_to_copy(client: TestClient) -> None:
    """Quote, house notation and permalink as text and as HTML; parts that are apart are not glued."""
    (first, *_) = searched(client, "jaren verzwaard")
    found = client.get(
        f"/api/v1/passages/{first['passage_id']}/permalink", params={"q": "vol verzwaard"}
    ).json()
    parts = ["Het net is vol in Limburg.", "Het net wordt in Limburg verzwaard met 50 % & zo."]
    assert found["quote"] == " […] ".join(parts)
    assert (
        found["text"] == f"“{found['quote']}” (Kamerbrief Netcapaciteit, 20 juni 2025, p. 1)\n{found['link']}"
    )
    assert "50 % &amp; zo" in found["html"]
    digests = [hashlib.sha256(part.encode()).hexdigest()[:8] for part in parts]
    spans = [(LETTER.index(part), LETTER.index(part) + len(part)) for part in parts]
    expected = "&".join(f"citaat={s}-{e}-{d}" for (s, e), d in zip(spans, digests, strict=True))
    assert found["link"] == f"http://testserver/passages/{first['passage_id']}?snapshot=1&{expected}"
    led = client.get(found["link"], follow_redirects=False)
    assert led.status_code == HTTPStatus.FOUND
    again = client.get(
        found["link"].replace("/passages/", "/api/v1/passages/").replace("?", "/permalink?")
    ).json()
    assert again == found


def test_neighbouring_quotes_become_one(client: TestClient) -> None:
    """Sentences that follow each other are quoted with what the document has between them."""
    (first, *_) = searched(client, "jaren verzwaard")
    service = client.app.state.service  # type: ignore[attr-defined]
    passage = service.reader.passage(first["passage_id"])
    found = quotation(service.reader, passage, [*passage.sentences[1:], passage.sentences[0]])
    assert found.text == passage.text
    assert len(found.parts) == 1


def test_the_page_to_copy_by_hand(client: TestClient) -> None:
    """Without JavaScript the same text stands in a field."""
    (first, *_) = searched(client)
    page = client.get(f"/passages/{first['passage_id']}/citaat")
    assert page.status_code == HTTPStatus.OK
    assert f"“{first['text']}” ({first['citation']['label']})" in html.unescape(page.text)
    assert "readonly" in page.text


def changed(shelf: Shelf, old: str, new: str | None) -> tuple[TestClient, str, str]:
    """Return a client, the old passage's id and its permalink, after a file changed or went."""
    shelf.put("brief.txt", made(old, title="Brief"), content=old)
    shelf.publish()
    client = TestClient(create_app(shelf.library, lambda: shelf.embedder))
    client.__enter__()
    passage_id = searched(client, "kabel")[0]["passage_id"]
    link = client.get(f"/api/v1/passages/{passage_id}/permalink", params={"q": "kabel"}).json()["link"]
    if new is None:
        with shelf.library.writing() as writer:
            writer.remove_sources(["/brief.txt"])
    else:
        shelf.put("brief.txt", made(new, title="Brief"), content=new)
    shelf.publish()
    return client, passage_id, link


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("Vooraf.\n\nEr komt een kabel. Die is duur. Het kost veel.", "het citaat staat er nog"),
        ("Er komt geen kabel. Die is duur. Het kost veel.", "het citaat staat er zo niet meer in"),
        (None, "Dit document is er niet meer"),
    ],
)
def test_a_permalink_says_that_its_document_changed(shelf: Shelf, new: str | None, told: str) -> None:
    """It is gone, and the page says what is there now and whether the quote still is."""
    client, passage_id, link = changed(shelf, "Er komt een kabel. Die is duur. Het kost veel.", new)
    page = client.get(link, follow_redirects=False)
    assert page.status_code == HTTPStatus.GONE
    assert told in page.text
    assert ("niet dezelfde tekst" in page.text) == (new is not None and "nog" not in told)
    answer = client.get(link.replace("/passages/", "/api/v1/passages/").replace("?", "/permalink?")).json()
    assert answer["passage_id"] == passage_id != answer["found_in"]
    assert answer["literal"] == ("nog" in told)
    client.__exit__(None, None, None)


def test_a_mangled_permalink_is_told(client: TestClient) -> None:
    """With a digest of other words the page says that they do not stand there; rubbish is passed over."""
    (first, *_) = searched(client)
    link = f"/passages/{first['passage_id']}"
    wrong = client.get(link, params={"citaat": "0-5-00000000"}, follow_redirects=False)
    assert wrong.status_code == HTTPStatus.NOT_FOUND
    assert "Dit citaat staat niet in het document" in wrong.text
    for rubbish in ("x", "5-0-00000000", "-", "1-2-3", "<b>"):
        led = client.get(link, params={"citaat": rubbish, "snapshot": rubbish}, follow_redirects=False)
        assert led.status_code == HTTPStatus.FOUND


@pytest.mark.parametrize(
    "address", ["/passages/x", "/passages/<b>", "/passages/0123456789abcdef-01234567/citaat"]
)
def test_a_passage_that_never_was_is_not_found(client: TestClient, address: str) -> None:
    """People get a page, without markup of their own making in it."""
    response = client.get(address, headers={"accept": "text/html"})
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "<b>" not in response.text


def test_pages_are_those_that_are_printed() -> None:
    """Exports have the numbers that the citation has, as on paper; the table has the file's as well."""
    citation = replace(CITATION, page_first=38, page_last=39, printed="35-36")
    item = Cited(ITEM.quote, citation, ITEM.link)
    (record,) = records(to_ris([item]))
    assert (dict(record)["SP"], dict(record)["EP"]) == ("35", "36")
    ((_, _, fields),) = entries(to_bibtex([item]))
    assert fields["pages"] == "35--36"
    (row,) = rows(to_csv([item]))
    assert (row["pagina"], row["pdf-pagina"]) == ("35–36", "38–39")


def test_no_range_of_pages_is_a_day_to_a_spreadsheet() -> None:
    """Excel makes 2 March of 2-3; with a dash it stays a range."""
    (row,) = rows(to_csv([ITEM]))
    assert row["pagina"] == row["pdf-pagina"] == "2–3"
