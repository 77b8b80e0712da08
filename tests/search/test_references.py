"""A query that names a Kamerstuk finds it in any spelling, above what is merely alike in meaning."""

from pathlib import Path

import pytest
from tests.support import Shelf, made

NOTES = ("Kamerstuk 29 826-211",)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """One passage cites the Kamerstuk in a footnote; the others talk of Kamerstukken at length."""
    shelf = Shelf(tmp_path / "library")
    shelf.fill(
        made(
            "Kamerstukken over industrie en Kamerstukken over energie zijn Kamerstukken.",
            title="Over Kamerstukken",
        ),
        made("De voortgang van de verduurzaming is eerder beschreven.", title="Voortgang", notes=NOTES),
        made("Een Kamerstuk is een stuk van de Kamer met een nummer.", title="Uitleg Kamerstuk"),
    )
    return shelf


@pytest.mark.parametrize(
    "query",
    [
        "Kamerstuk 29826-211",
        "29 826-211",
        "Kamerstukken II 2024/25, 29 826, nr. 211",
        "29826",
        "kamerstuk 29 826, nr. 211",
    ],
)
def test_the_passage_that_cites_it_comes_first(shelf: Shelf, query: str) -> None:
    """Spaces, hyphens and *nr.* make no difference; a footnote counts for the passage that cites it."""
    results = shelf.engine().search(query).results
    assert results[0].citation.title == "Voortgang"
    assert results[0].footnotes == NOTES
    assert results[0].why.terms
