"""The search page as HTML: its state in the address, and that no address breaks it."""

import html
import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.datastructures import QueryParams
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.pages.search import read_state
from beleidszoeker.api.pages.search.choices import choices
from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.search.facets import Facet, FacetValue

HTMX = {"hx-request": "true", "hx-current-url": "http://testserver/?q=water"}
NAMES = (
    "q",
    "soort",
    "jaar",
    "organisatie",
    "dossier",
    "document",
    "van",
    "tot",
    "sorteer",
    "groepeer",
    "vanaf",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    shelf = Shelf(tmp_path_factory.mktemp("page"))
    shelf.fill(
        made("Het water stijgt in Limburg.", title="Stijging", kind="nota", date="2024-05-17", labels=["1"]),
        made(
            "Het water daalt in Utrecht.", title="Daling", kind="motie", organisations=["Provincie Utrecht"]
        ),
        made("Het water staat stil.", title="<b>Stil</b>", dossiers=["29826"], notes=("Zie <i>bodem</i>.",)),
        *(made(f"Over water in wijk {n}.\n\nMeer water in {n}.", title=f"Wijk {n}") for n in range(12)),
    )
    with TestClient(create_app(shelf.library, lambda: shelf.embedder), follow_redirects=False) as made_client:
        yield made_client


def shown(client: TestClient, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == HTTPStatus.OK, response.text
    return response.text


def titles(page: str) -> list[str]:
    return [html.unescape(title) for title in re.findall(r"<h3[^>]*><a [^>]*>(.*?)</a>", page)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/?q=water&soort=nota", {"Stijging"}),
        ("/?q=water&soort=nota&soort=motie", {"Stijging", "Daling"}),
        ("/?q=water&van=2024&tot=17-5-2024", {"Stijging"}),
        ("/?q=water&jaar=2024", {"Stijging"}),
        ("/?q=water&organisatie=utrecht", {"Daling"}),
        ("/?q=water&dossier=29826", {"<b>Stil</b>"}),
        ("/?q=water&soort=nota&sorteer=datum", {"Stijging"}),
        ("/?q=water&soort=nota&van=gisteren&jaar=x&soort=brief&vanaf=-1&sorteer=x&groepeer=x", {"Stijging"}),
    ],
)
def test_limits_stand_in_the_address(client: TestClient, address: str, expected: set[str]) -> None:
    """Each readable parameter limits what is shown, and one that is no use spoils nothing."""
    assert set(titles(shown(client, address))) == expected


def test_what_is_no_use_is_told_where_it_stands(client: TestClient) -> None:
    """A day, a kind and a year that are none are each named in a Dutch sentence; what was typed stays."""
    page = html.unescape(shown(client, "/?q=water&van=gisteren&tot=31-2-2024&soort=brief&jaar=24"))
    for told in (
        "‘gisteren’ is geen datum",
        "‘31-2-2024’ is geen datum",
        "‘brief’ is geen",
        "‘24’ is geen jaar",
    ):
        assert told in page
    assert 'value="gisteren"' in page
    reversed_days = shown(client, "/?q=water&van=2025&tot=2024")
    assert "De eerste dag ligt na de laatste" in reversed_days
    assert "alleen de eerste 4000 tekens" in shown(client, f"/?q={'water ' * 900}")


def test_documents_are_shown_together(client: TestClient) -> None:
    """Grouped, each document is one card with its passages, and pages count documents."""
    page = shown(client, "/?q=water&groepeer=document")
    assert len(titles(page)) == len(set(titles(page))) == 10
    assert "15 documenten" in page
    rest = shown(client, "/?q=water&groepeer=document&vanaf=10")
    assert set(titles(page)).isdisjoint(titles(rest))
    assert len(titles(rest)) == 5
    assert "Zoek alleen in dit document" in page


def test_empty_fields_leave_the_address(client: TestClient) -> None:
    """A form without scripts sends all its fields; the address that stays is the short one."""
    response = client.get("/?q=water&van=&tot=&sorteer=&soort=nota")
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert response.headers["location"] == "/?q=water&soort=nota"
    assert client.get("/?q=").headers["location"] == "/"


def test_htmx_gets_the_changing_part_and_the_address(client: TestClient) -> None:
    """A part has no frame, and says which address it belongs to; while typing the address stays."""
    response = client.get("/?q=water&soort=nota&van=", headers=HTMX)
    assert "<header" not in response.text
    assert 'id="antwoord"' in response.text
    assert response.headers["hx-push-url"] == "/?q=water&soort=nota"
    same = client.get("/?q=water&van=", headers=HTMX)
    assert same.headers["hx-replace-url"] == "/?q=water"
    assert "hx-push-url" not in same.headers
    typing = client.get("/?q=water", headers={**HTMX, "bz-typing": "true"})
    assert not {"hx-push-url", "hx-replace-url"} & set(typing.headers)
    nothing = client.get('/?q="staat er niet"', headers={**HTMX, "bz-typing": "true"})
    assert nothing.status_code == HTTPStatus.NO_CONTENT
    more = client.get("/?q=water&vanaf=10", headers={**HTMX, "hx-source": "a#meer"})
    assert more.text.lstrip().startswith("<li")
    restored = client.get("/?q=water", headers={**HTMX, "hx-history-restore-request": "true"})
    assert "<header" in restored.text


def test_text_of_documents_and_questions_is_escaped(client: TestClient) -> None:
    """Titles, footnotes and what was typed are letters, never marks of HTML."""
    page = shown(client, "/?q=water<script>x</script>&van=<img src=x>&organisatie=<b>&dossier=29826")
    assert "<script>x" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    stil = shown(client, "/?q=water&dossier=29826")
    assert "&lt;b&gt;Stil&lt;/b&gt;" in stil
    assert "&lt;i&gt;bodem&lt;/i&gt;" in stil


def test_the_start_helps(client: TestClient) -> None:
    """Without a question: what there is to search, examples, and how to ask."""
    page = shown(client, "/")
    assert "15 documenten" in page
    assert "17 mei 2024" in page
    for example in re.findall(r'bz-examples">(.*?)</ul>', page, re.DOTALL):
        assert example.count('href="/?q=') == 4
    assert "soort:kamerbrief" in page
    kept = shown(client, "/?soort=nota")
    assert '<input type="hidden" name="soort" value="nota" form="zoek">' in kept


def test_nothing_found_says_what_was_tried(client: TestClient) -> None:
    """How the question was read, its limits, and the same question without them with what that gives."""
    page = html.unescape(shown(client, '/?q="daalt in"&soort=nota&jaar=2024'))
    assert "Er moet staan: ‘daalt in’." in page
    assert "Binnen de filters: Nota, 2024." in page
    assert re.search(r'href="/\?q=%22daalt\+in%22">Dezelfde vraag zonder filters</a>: 1 passage\b', page)
    assert "Zonder ‘Nota’" not in page  # that alone gives nothing either


def test_links_to_what_others_made(client: TestClient) -> None:
    """A search can be kept, and exported under the names of the API."""
    page = html.unescape(shown(client, "/?q=water&soort=nota&van=2024&sorteer=datum"))
    assert 'href="/zoekopdrachten/nieuw?q=water&soort=nota&van=2024&sorteer=datum"' in page
    assert '<input type="hidden" name="kind" value="nota">' in page
    assert '<input type="hidden" name="from" value="2024-01-01">' in page


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.one_of(
    TEXTS,
    st.sampled_from(
        (
            "nota",
            "2024",
            UNDATED,
            "-1",
            "10",
            "99999999999",
            "datum",
            "document",
            "29826",
            "1-1-2024",
            "²",
            "\x00",
        )
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=8))
def test_any_address_has_a_page(client: TestClient, pairs: list[tuple[str, str]]) -> None:
    """Whatever the parameters, an answer comes; its own address means the same search."""
    params: Any = pairs
    response = client.get("/", params=params)
    if response.status_code == HTTPStatus.SEE_OTHER:
        response = client.get(response.headers["location"])
    assert response.status_code == HTTPStatus.OK
    state = read_state(QueryParams(params))
    assert read_state(QueryParams(state.query_string)) == state
    assert isinstance(state.filters, Filters)


def test_chosen_values_are_always_in_sight() -> None:
    """Of many values the most common are shown first, and those that are chosen with them."""
    values = tuple(FacetValue(str(n), str(n), 50 - n, chosen=n == 30) for n in range(40))
    (choice,) = choices([Facet("dossier", values), Facet("kind", ())])
    assert [value.value for value in choice.values] == [*map(str, range(7)), "30"]
    assert len(choice.values) + len(choice.more) == 40


def test_pages_are_compressed(client: TestClient) -> None:
    """Pages and stylesheets travel compressed where the browser takes that."""
    page = client.get("/?q=water", headers={"accept-encoding": "gzip"})
    assert page.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in page.headers["vary"].lower()
    assert "content-encoding" not in client.get("/?q=water", headers={"accept-encoding": "identity"}).headers
