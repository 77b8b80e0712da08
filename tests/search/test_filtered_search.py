"""Filters limit what is found, alone and together, whatever the mode."""

import pytest
from tests.support import Shelf, made

from beleidszoeker.index.filters import Filters
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.ranking.retrieval import Mode


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    shelf = Shelf(tmp_path_factory.mktemp("filtered"))
    facts = [
        ("A", "nota", "2023-06-01", ["Provincie Limburg"], ["29826"]),
        ("B", "kamerbrief", "2024-06-01", ["Provincie Limburg", "Ministerie van EZ"], ["36410-XIII"]),
        ("C", "kamerbrief", "2025-01-31", ["Coöperatie Élan"], []),
        ("D", "rapport", None, [], ["29826"]),
    ]
    shelf.fill(
        *(
            made(
                f"Het water in {title}.",
                title=title,
                kind=kind,
                date=date,
                organisations=names,
                dossiers=dossiers,
            )
            for title, kind, date, names, dossiers in facts
        )
    )
    return shelf.engine()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (Filters(), "ABCD"),
        (Filters.parse(kinds=("kamerbrief",)), "BC"),
        (Filters.parse(kinds=("kamerbrief", "rapport")), "BCD"),
        (Filters.parse(date_from="2024"), "BC"),
        (Filters.parse(date_to="2024-06"), "AB"),
        (Filters.parse(date_from="2023", date_to="2023"), "A"),
        (Filters.parse(date_from="2025-01-31", date_to="2025-01-31"), "C"),
        (Filters.parse(organisations=("limburg",)), "AB"),
        (Filters.parse(organisations=("ÉLAN", "ministerie")), "BC"),
        (Filters.parse(dossiers=("29 826",)), "AD"),
        (Filters.parse(dossiers=("36410-xiii", "29826")), "ABD"),
        (Filters.parse(kinds=("kamerbrief",), organisations=("limburg",)), "B"),
        (Filters.parse(kinds=("nota",), date_from="2024"), ""),
        (Filters.parse(documents=("onbekend",)), ""),
    ],
)
def test_filters(engine: SearchEngine, filters: Filters, titles: str, mode: Mode) -> None:
    """All that meets the filters is found, and nothing else."""
    response = engine.search("water", filters=filters, mode=mode)
    assert "".join(sorted(result.citation.title for result in response.results)) == titles
    assert response.answered == bool(titles)


def test_one_document_can_be_searched_through(engine: SearchEngine) -> None:
    """Within one document its passages come in plain order of score, and only its own."""
    wanted = engine.search("water").results[0].citation
    response = engine.search("water", filters=Filters(documents=(wanted.document_id,)))
    assert [result.citation for result in response.results] == [wanted]


def test_a_filter_loses_no_answer(shelf: Shelf) -> None:
    """The one passage that meets the filter is found behind hundreds that match better."""
    crowd = "\n\n".join(["Water water water."] * 300)
    shelf.fill(
        made(crowd, kind="nota"), made("In een bijzin staat iets over water, verder niets.", kind="motie")
    )
    for mode in Mode:
        (result,) = shelf.engine().search("water", filters=Filters(kinds=("motie",)), mode=mode).results
        assert result.citation.kind == "motie"
