"""By what the documents found can be told apart, and how many there are of each."""

import pytest
from tests.support import CountingEmbedder, Shelf, made

from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.search.engine import SearchEngine

FACTS = [
    ("nota", "2023-06-01", ["Provincie Limburg"], ["29826"], ["miek"]),
    ("nota", "2024-06-01", ["Provincie Limburg", "Ministerie van EZ"], ["36410-XIII"], []),
    ("kamerbrief", "2024-01-31", ["Ministerie van EZ"], ["29826", "36410-XIII"], ["miek", "novex"]),
    ("rapport", None, [], [], []),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    shelf = Shelf(tmp_path_factory.mktemp("facets"))
    shelf.fill(
        *(
            made(
                f"Het water in wijk {number}.\n\nHet water stijgt in {number}.",
                title=f"Wijk {number}",
                kind=kind,
                date=date,
                organisations=names,
                dossiers=dossiers,
                programmes=programmes,
            )
            for number, (kind, date, names, dossiers, programmes) in enumerate(FACTS)
        )
    )
    return shelf.engine()


def counts(engine: SearchEngine, filters: Filters | None = None) -> dict[str, dict[str, int]]:
    found = engine.facets("water", filters=filters)
    return {facet.name: {value.value: value.count for value in facet.values} for facet in found}


def chosen(engine: SearchEngine, filters: Filters) -> set[str]:
    return {
        each.value
        for facet in engine.facets("water", filters=filters)
        for each in facet.values
        if each.chosen
    }


def test_documents_are_counted_not_passages(engine: SearchEngine) -> None:
    """Each document counts once for each of its values, the most common value first, years newest first."""
    assert [list(values.items()) for values in counts(engine).values()] == [
        [("nota", 2), ("kamerbrief", 1), ("rapport", 1)],
        [("2024", 2), ("2023", 1), (UNDATED, 1)],
        [("Ministerie van EZ", 2), ("Provincie Limburg", 2)],
        [("miek", 2), ("novex", 1)],
        [("29826", 2), ("36410-XIII", 2)],
    ]


def test_a_facet_is_not_limited_by_its_own_values(engine: SearchEngine) -> None:
    """Whoever chose one kind sees what the others would add; everything else counts within that kind."""
    filters = Filters(kinds=("nota",))
    assert counts(engine, filters) == {
        "kind": {"nota": 2, "kamerbrief": 1, "rapport": 1},
        "year": {"2024": 1, "2023": 1},
        "organisation": {"Provincie Limburg": 2, "Ministerie van EZ": 1},
        "programme": {"miek": 1},
        "dossier": {"29826": 1, "36410-XIII": 1},
    }
    assert chosen(engine, filters) == {"nota"}
    both = Filters(kinds=("nota",), years=("2024", UNDATED))
    assert counts(engine, both)["kind"] == {"nota": 1, "kamerbrief": 1, "rapport": 1}
    assert counts(engine, both)["year"] == {"2024": 1, "2023": 1, UNDATED: 0}
    assert chosen(engine, both) == {"nota", "2024", UNDATED}


def test_a_range_of_days_limits_the_years(engine: SearchEngine) -> None:
    """A range is no value of the facet, so the years are counted within it."""
    assert counts(engine, Filters(date_from="2024-01-01"))["year"] == {"2024": 2}


def test_documents_without_a_date_can_be_chosen(engine: SearchEngine) -> None:
    """They are called so, and choosing them finds them and no others."""
    (value,) = (one for one in engine.facets("water")[1].values if one.value == UNDATED)
    assert value.label == "Zonder datum"
    found = engine.search("water", filters=Filters(years=(UNDATED,))).results
    assert {result.citation.title for result in found} == {"Wijk 3"}


def test_a_part_of_a_name_stays_to_be_unchosen(engine: SearchEngine) -> None:
    """What was chosen and is no value of any document is listed with what it finds."""
    filters = Filters(organisations=("limburg",), dossiers=("11111",))
    assert counts(engine, Filters(organisations=("limburg",)))["organisation"]["limburg"] == 2
    assert counts(engine, filters)["dossier"]["11111"] == 0
    assert chosen(engine, filters) == {"limburg", "11111"}


def test_labels_are_dutch(engine: SearchEngine) -> None:
    """A kind is called as in citations, a programme by its abbreviation and name."""
    kinds, _, _, programmes, _ = engine.facets("water")
    assert [value.label for value in kinds.values] == ["Nota", "Kamerbrief", "Rapport"]
    assert programmes.values[0].label == "MIEK (Meerjarenprogramma Infrastructuur Energie en Klimaat)"


@pytest.mark.parametrize("query", ["", "!!!", "soort:nota -water", '"water dat er niet staat"', "xyzxyz*"])
def test_without_an_answer_there_is_nothing_to_choose(engine: SearchEngine, query: str) -> None:
    """Facets tell of an answer; where there is none they have no values."""
    assert not engine.search(query).answered
    assert all(not facet.values for facet in engine.facets(query))


class Strict(CountingEmbedder):
    """The hashing model under the name of one whose answers are held against a threshold."""

    @property
    def id(self) -> str:
        return "intfloat/multilingual-e5-small@0"


def test_a_filter_shows_what_is_near_and_says_so(shelf: Shelf) -> None:
    """A question that the library answers is not refused within a filter; one that it does not is."""
    shelf.embedder = Strict()
    near, far = "De brug over de Maas wordt hersteld.", "Vissen in het kanaal mag in de zomer."
    ids = shelf.fill(made(near, kind="nota"), made(far, kind="motie"))
    engine = shelf.engine()
    (kinds, *_) = engine.facets("herstel brug Maas wordt hersteld")
    assert {value.value: value.count for value in kinds.values} == {"nota": 1, "motie": 1}
    within = engine.search("herstel brug Maas wordt hersteld", filters=Filters(kinds=("motie",)))
    assert [result.text for result in within.results] == [far]
    assert "Binnen deze filters past niets goed bij de vraag; dit komt er het dichtst bij." in within.notes
    one = Filters(documents=(ids[1],))
    assert not engine.search("herstel brug Maas wordt hersteld", filters=one).answered
    assert not engine.search("kernfusie satelliet", filters=Filters(kinds=("motie",))).answered
