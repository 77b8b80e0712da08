"""What a facet's count promises, over a library with more passages than one search takes along."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import Shelf, made

from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.facets import FacetValue

WORDS = ("water", "bodem", "haven", "regio", "deal", "netwerk", "nettarief", "brug", "spoor")
KINDS = ("nota", "motie", "rapport")
YEARS = ("2023", "2024", "2025", UNDATED)
NAMES = ("Provincie Limburg", "Ministerie van EZ", "Gemeente Venlo")
DOSSIERS = ("29826", "36410-XIII")
PROGRAMMES = ("miek", "novex", "iza")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    """Forty-five documents of a dozen passages each: 540, where a search looks at 400 at most."""
    shelf, picks = Shelf(tmp_path_factory.mktemp("promise")), random.Random(6)  # noqa: S311 - the same each time
    shelf.fill(
        *(
            made(
                "\n\n".join(" ".join(picks.choices(WORDS, k=picks.randint(2, 9))) + "." for _ in range(12)),
                title=f"{picks.choice(WORDS)} {number}",
                kind=picks.choice(KINDS),
                date=None if (year := picks.choice(YEARS)) == UNDATED else f"{year}-05-17",
                organisations=picks.sample(NAMES, k=picks.randint(0, 2)),
                dossiers=picks.sample(DOSSIERS, k=picks.randint(0, 2)),
                programmes=picks.sample(PROGRAMMES, k=picks.randint(0, 2)),
            )
            for number in range(45)
        )
    )
    return shelf.engine()


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


FILTERS = st.builds(
    Filters,
    kinds=some(KINDS),
    years=some(YEARS),
    organisations=some(NAMES),
    dossiers=some(DOSSIERS),
    programmes=some(PROGRAMMES),
    date_to=st.sampled_from([None, "2024-12-31"]),
)
QUERIES = st.lists(st.sampled_from((*WORDS, "-brug", '"water"', "soort:nota")), min_size=1, max_size=4).map(
    " ".join
)


def found(engine: SearchEngine, query: str, filters: Filters) -> list[dict[str, set[str]]]:
    """Return what each document that is shown can be told apart by."""
    results = engine.search(query, filters=filters, count=100).results
    documents = {result.citation.document_id: result.citation for result in results}
    facets = engine._library.reader.facets(list(documents))
    return [
        {
            "kind": {each.kind},
            "year": {each.date[:4] if each.date else UNDATED},
            "organisation": set(each.organisations),
            "dossier": set(each.dossiers),
            "programme": set(each.programmes),
        }
        for each in facets.values()
    ]


def choosing(filters: Filters, name: str, value: FacetValue) -> Filters:
    """Return the filters with this value as the only one of its facet."""
    parts = {
        "kind": Filters(kinds=(value.value,)),
        "year": Filters(years=(value.value,)),
        "organisation": Filters(organisations=(value.value,)),
        "dossier": Filters(dossiers=(value.value,)),
        "programme": Filters(programmes=(value.value,)),
    }
    mine = parts[name]
    return Filters(
        kinds=mine.kinds or (filters.kinds if name != "kind" else ()),
        years=mine.years or (filters.years if name != "year" else ()),
        organisations=mine.organisations or (filters.organisations if name != "organisation" else ()),
        dossiers=mine.dossiers or (filters.dossiers if name != "dossier" else ()),
        programmes=mine.programmes or (filters.programmes if name != "programme" else ()),
        date_to=filters.date_to,
    )


@settings(max_examples=20, deadline=None)
@given(query=QUERIES, filters=FILTERS)
def test_choosing_a_value_gives_at_least_its_count(
    engine: SearchEngine, query: str, filters: Filters
) -> None:
    """Whatever was asked and chosen before, a value gives so many documents or more, all of them with it."""
    for facet in engine.facets(query, filters=filters):
        for value in facet.values:
            shown = found(engine, query, choosing(filters, facet.name, value))
            assert len(shown) >= value.count
            assert all(value.value in each[facet.name] for each in shown)


@settings(max_examples=60, deadline=None)
@given(query=QUERIES, filters=FILTERS)
def test_counts_are_of_what_is_shown(engine: SearchEngine, query: str, filters: Filters) -> None:
    """A facet without chosen values counts the very documents that are paged through."""
    shown = found(engine, query, filters)
    open_facets = [
        each for each in engine.facets(query, filters=filters) if not any(v.chosen for v in each.values)
    ]
    for facet in open_facets:
        for value in facet.values:
            assert value.count == sum(value.value in each[facet.name] for each in shown)
