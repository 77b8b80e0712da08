"""``/handleiding``: the guide in the product, and how its Markdown becomes a page."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.pages.guide.markdown import Chapter, read
from beleidszoeker.api.pages.guide.pictures import Picture
from beleidszoeker.api.pages.search.start import HELP

DOCS = Path(__file__).parents[2] / "docs"
PICTURE = Picture("a.png", b"", "0a1b", 800, 600)


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    shelf.fill(made("Het water stijgt in Limburg."))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def test_the_guide_is_shown_with_its_pictures(client: TestClient) -> None:
    """Every picture is there under an address that browsers may keep, and has its size and its words."""
    page = client.get("/handleiding").text
    images = re.findall(r"<img [^>]*>", page)
    assert len(images) == len(list((DOCS / "images").iterdir()))
    for image in images:
        (address,) = re.findall(r'src="([^"]+)"', image)
        answer = client.get(address)
        assert answer.status_code == HTTPStatus.OK
        assert answer.headers["content-type"] == "image/png"
        assert "immutable" in answer.headers["cache-control"]
        assert answer.content.startswith(b"\x89PNG")
        assert re.search(r'alt="[^"]{40,}"', image)
        assert re.search(r'width="\d+" height="\d+"', image)


@pytest.mark.parametrize("name", ["", "handleiding.md", "..%2Fapi.md", "niets.png", "a/b.png"])
def test_nothing_else_of_the_docs_is_shown(client: TestClient, name: str) -> None:
    """Only pictures, and only under their own names."""
    assert client.get(f"/handleiding/000000000000/{name}").status_code == HTTPStatus.NOT_FOUND


def test_every_inner_link_has_its_place(client: TestClient) -> None:
    """Links to chapters, in the text and beside it, lead to headings that are there."""
    page = client.get("/handleiding").text
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_guide_names_all_of_the_query_language() -> None:
    """Each way to ask that the search page explains stands in the guide, as its own example or in another."""
    text = (DOCS / "handleiding.md").read_text(encoding="utf-8")
    asked = text[text.index("### Preciezer zoeken") : text.index("### Filters")]
    assert [example for example, _ in HELP if example not in asked] == []


def test_markdown_becomes_a_page_and_html_stays_text() -> None:
    """Headings get anchors, pictures their size, and tags are letters."""
    guide = read(
        "# A\n\n## Niets gevonden, en nu?\n\n<b>x</b> ![Een *foto*](images/a.png)", {"a.png": PICTURE}
    )
    assert guide.title == "A"
    assert guide.chapters == (Chapter("niets-gevonden-en-nu", "Niets gevonden, en nu?"),)
    assert "&lt;b&gt;x&lt;/b&gt;" in guide.html
    assert 'alt="Een foto"' in guide.html
    assert 'src="/handleiding/0a1b/a.png"' in guide.html
    assert 'width="800" height="600"' in guide.html


def test_a_picture_that_is_not_there_is_an_error() -> None:
    """A guide that names one is not shown in part."""
    with pytest.raises(KeyError):
        read("![x](images/b.png)", {"a.png": PICTURE})
