"""References and citations as the API and the pages give them."""

import re
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from fastapi.testclient import TestClient
from tests.referring import annotated, telling
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app

LETTER = "Zie Kamerstuk 29 826, nr. 211 en Kamerstuk 33 043, nr. 114."
HOSTILE = '"><script>alert(1)</script>'
PAPER = "https://zoek.officielebekendmakingen.nl/kst-29826-211.html"
OTHER = "https://zoek.officielebekendmakingen.nl/kst-33043-114.html"


@pytest.fixture
def ids(shelf: Shelf) -> list[str]:
    """A Kamerstuk with a hostile title, a letter that cites it, and one that does so in a footnote."""
    return shelf.fill(
        made("Het stuk zelf.", url=PAPER, title=HOSTILE),
        telling(f"{LETTER} {HOSTILE}", title="Brief"),
        annotated("Dat is gemeld aan de Kamer.", LETTER, marker="gemeld", title="Noot"),
    )


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as opened:
        yield opened


def test_a_reference_comes_with_where_it_leads(client: TestClient, ids: list[str]) -> None:
    """To the document in the library where it is there, and to the public address."""
    paper, letter, _ = ids
    found = client.get(f"/api/v1/documents/{letter}/references").json()
    held, public = found["references"]
    assert found["total"] == 2
    assert held["resolves_to"] == {"document_id": paper, "title": HOSTILE, "start": None, "end": None}
    assert (public["resolves_to"], public["address"]) == (None, OTHER)
    assert held["sentences"][0]["text"].startswith(held["text"], held["start"])


def test_references_are_paged(client: TestClient, ids: list[str]) -> None:
    """One page after the other holds each once."""
    address = f"/api/v1/documents/{ids[1]}/references"
    first = client.get(address, params={"limit": 1}).json()
    second = client.get(address, params={"limit": 1, "cursor": first["next"]}).json()
    assert second["next"] is None
    assert [one["key"] for page in (first, second) for one in page["references"]] == [
        "kst-29826-211",
        "kst-33043-114",
    ]


def test_who_cites_is_found_by_document_by_key_and_in_any_spelling(
    client: TestClient, ids: list[str]
) -> None:
    """The three ways give the same."""
    paper, *letters = ids
    ways = [
        client.get(f"/api/v1/documents/{paper}/cited-by"),
        client.get("/api/v1/references", params={"key": "kst-29826-211"}),
        client.get("/api/v1/references", params={"q": "Kamerstukken II 2024/25, 29826, nr. 211"}),
    ]
    found = [way.json() for way in ways]
    assert found[0] == found[1] == found[2]
    assert (found[0]["references"], found[0]["documents"], found[0]["named"]) == (2, 2, [paper])
    assert {one["document_id"] for one in found[0]["cited_by"]} == set(letters)
    (noted,) = (one for one in found[0]["cited_by"] if one["footnote"])
    assert noted["footnote"]["text"] == LETTER
    assert [one["text"] for one in noted["excerpts"]] == ["Dat is gemeld aan de Kamer."]


def test_citations_are_paged(client: TestClient, ids: list[str]) -> None:
    """A cursor holds for its own question only, and counts are those of the whole."""
    first = client.get("/api/v1/references", params={"q": "29 826-211", "limit": 1}).json()
    asked = {"q": "29 826-211", "limit": 1, "cursor": first["next"]}
    second = client.get("/api/v1/references", params=asked).json()
    assert second["next"] is None
    assert first["references"] == second["references"] == 2
    assert {page["cited_by"][0]["document_id"] for page in (first, second)} == set(ids[1:])
    other = client.get("/api/v1/references", params={**asked, "q": "33 043-114"})
    assert other.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("asked", [{}, {"q": " "}, {"key": "x", "cursor": "onzin"}])
def test_what_cannot_be_asked_is_told(client: TestClient, ids: list[str], asked: dict[str, str]) -> None:
    """Without a question, or with a cursor that is not ours."""
    del ids
    assert client.get("/api/v1/references", params=asked).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def links(html: str) -> list[str]:
    return re.findall(r'<a class="read-lead[^>]*>[^<]*</a>', html)


def test_references_in_the_text_are_links(client: TestClient, ids: list[str]) -> None:
    """Into the library, or out of it and marked as such; titles of documents are escaped."""
    html = client.get(f"/documenten/{ids[1]}").text
    inside, outside = links(html)
    assert f'href="/documenten/{ids[0]}"' in inside
    assert inside.endswith(">Kamerstuk 29 826, nr. 211</a>")
    assert f'href="{OTHER}"' in outside
    assert 'rel="noopener noreferrer external"' in outside
    assert 'title="Buiten Beleidszoeker: zoek.officielebekendmakingen.nl"' in outside
    assert "<script>alert" not in html


def test_a_footnote_marker_in_a_reference_stays_beside_its_link(client: TestClient, shelf: Shelf) -> None:
    """A link holds no other link: the reference goes on behind the footnote's number."""
    (letter,) = shelf.fill(annotated("Zie Kamerstuk 29 826, nr. 211.", "Een noot.", marker="29 826"))
    html = client.get(f"/documenten/{letter}").text
    assert [re.sub(r"<[^>]+>", "", link) for link in links(html)] == ["Kamerstuk 29 826", ", nr. 211"]
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", html, re.DOTALL)


def test_beside_the_text_stands_what_it_cites_and_who_cites_it(client: TestClient, ids: list[str]) -> None:
    """Counts, the first ten of each, and all of them on pages of their own."""
    letter = client.get(f"/documenten/{ids[1]}").text
    paper = client.get(f"/documenten/{ids[0]}").text
    assert "Verwijst naar" in letter
    assert f"/documenten/{ids[1]}/verwijzingen" in letter
    assert "2 plekken in 2 documenten" in paper
    every = client.get(f"/documenten/{ids[0]}/aangehaald").text
    assert "2 verwijzingen in 2 documenten" in every
    assert "Dat is gemeld aan de Kamer." in every
    assert "<script>alert" not in every
    assert "2 verwijzingen, waarvan 1 naar" in client.get(f"/documenten/{ids[1]}/verwijzingen").text


def test_a_long_list_is_paged(client: TestClient, shelf: Shelf) -> None:
    """Twenty-five on a page; a page too far leads back."""
    text = " ".join(f"Zie Kamerstuk 29 826, nr. {number}." for number in range(1, 61))
    (letter,) = shelf.fill(telling(text))
    pages = [
        client.get(f"/documenten/{letter}/verwijzingen", params={"pagina": n}).text for n in (1, 2, 3, 4)
    ]
    assert [page.count("<blockquote") for page in pages] == [25, 25, 10, 0]
    assert "Pagina 2 van 3" in pages[1]
    assert "Naar het begin" in pages[3]


def test_pages_of_what_is_not_there_say_so(client: TestClient) -> None:
    """404, as for any document."""
    for name in ("verwijzingen", "aangehaald"):
        assert client.get(f"/documenten/niets/{name}").status_code == HTTPStatus.NOT_FOUND
