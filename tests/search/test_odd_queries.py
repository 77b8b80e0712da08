"""Queries that no one should type, and everyone does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import Shelf, made

from beleidszoeker.index.filters import Filters
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.search.result import to_json


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    shelf = Shelf(tmp_path_factory.mktemp("odd"))
    shelf.fill(
        made("Het water stijgt. <script>alert(1)</script>\n\nDe € 26,4 miljard voor F-35's."), made("Bodem.")
    )
    return shelf.engine()


@pytest.mark.parametrize("query", ["", " ", "\n\t", "?!…", '()[]{}*:"^~\\/', "___", "🚧", "\0", "-", "’"])
def test_a_query_without_words(engine: SearchEngine, query: str) -> None:
    """It is no error; the answer is empty and says to type words."""
    response = engine.search(query)
    assert (response.answered, response.results, response.query) == (False, (), query)
    assert response.message == "Typ een of meer woorden om te zoeken."


@pytest.mark.parametrize(
    "query",
    [
        "de het een van",
        "water " * 400,
        "w" * 2000,
        "net" * 700,
        "water 🚧 bodem",
        "water\0bodem",
        "water AND NOT (bodem OR",
        'title:"water"^4 bodem~',
        "<script>alert(1)</script>",
        "'; DROP TABLE documents; --",
        "荷兰 вода ماء",
        "é e\u0301 \u00ad",
        "½ ㈠ ﷺ ß İ",
        "26,4 miljard",
        '"' * 999 + " water",
        '"water" ' * 200,
        "-water " * 250 + "bodem",
        " OR ".join(["water"] * 300),
        "wat* " * 300,
        '"' + "water " * 300 + '"',
        "soort:" * 300,
        'titel:"water" -titel:bodem dossier:29 826 na:0000 voor:99999',
        "what does the cabinet say about water",
        "is het dat en de van",
        '"de" "het" OR "een"',
    ],
)
@pytest.mark.parametrize("mode", list(Mode))
def test_odd_queries_are_answered(engine: SearchEngine, query: str, mode: Mode) -> None:
    """Whatever it holds, a query with a letter or digit is searched for, and comes back as it was asked."""
    response = engine.search(query, mode=mode)
    assert response.query == query
    for result in response.results:
        assert all(result.text[quote.start : quote.end] == quote.text for quote in result.quotes)


def test_half_a_character_is_replaced(engine: SearchEngine) -> None:
    """Half a surrogate pair, as a broken terminal gives, becomes a question mark."""
    assert engine.search("water \ud800").query == "water ?"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("water " * 334, True),
        ("de het een van", True),
        ("what about the water", True),
        ('"water stijgt" ' * 130, True),
        ("?!… -- ** ::", False),
        ('"" „” «»', False),
        ("- OR -", True),
    ],
)
def test_odd_queries_give_sensible_answers(engine: SearchEngine, query: str, *, found: bool) -> None:
    """Long, stop words only, and English: what holds the words; signs only: a request for words."""
    response = engine.search(query)
    assert response.answered is found
    assert found or response.message == "Typ een of meer woorden om te zoeken."


@settings(max_examples=150, deadline=None)
@given(query=st.text(), names=st.lists(st.text(max_size=5), max_size=2))
def test_any_text_can_be_asked(engine: SearchEngine, query: str, names: list[str]) -> None:
    """No query and no filter value ever raises, and the answer is plain JSON."""
    filters = Filters.parse(organisations=tuple(names), dossiers=tuple(names), documents=tuple(names))
    for limits in (None, filters):
        answer = to_json(engine.search(query, filters=limits))
        assert answer["answered"] == bool(answer["results"])
