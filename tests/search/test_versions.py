"""An answer shows one version of each work."""

from tests.support import Shelf, made

from beleidszoeker.index.filters import Filters
from beleidszoeker.search.ranking.versions import surplus

SHARED = " ".join(f"Punt {number} van het plan gaat over straat {number * 7}." for number in range(40))
WATER = "Het kabinet versterkt de dijken langs de Maas."


def test_one_version_is_shown_and_names_the_others(shelf: Shelf) -> None:
    """Of a letter and its concept only the letter is found, and it names the concept."""
    final, concept, other = shelf.fill(
        made(f"{WATER}\n\n{SHARED}", title="Plan", date="2025-06-20"),
        made(f"{WATER}\n\n{SHARED} Slot.", title="Concept plan", date="2025-06-21"),
        made("De dijken langs de Waal zijn hoog genoeg, meldt het waterschap.", title="Waal"),
    )
    results = shelf.engine().search("dijken langs de Maas", count=20).results
    assert {result.citation.document_id for result in results} == {final, other}
    assert [version.document_id for version in results[0].versions] == [concept]
    assert results[0].versions[0].title == "Concept plan"


def test_a_filter_for_a_version_finds_it(shelf: Shelf) -> None:
    """Who asks for the concept by a filter gets the concept."""
    _, concept = shelf.fill(
        made(f"{WATER}\n\n{SHARED}", date="2025-06-20"),
        made(f"{WATER}\n\n{SHARED} Slot.", title="Concept", date="2024-06-20"),
    )
    results = shelf.engine().search("dijken", filters=Filters(date_to="2024-12-31")).results
    assert {result.citation.document_id for result in results} == {concept}


def test_a_version_that_says_more_is_shown_instead() -> None:
    """What only the concept says is not hidden behind the final text."""
    works = {"final": ("final", 0), "concept": ("final", 1)}
    assert surplus([3.0, 1.0, 0.5], ["concept", "final", "final"], works) == {"final"}
    assert surplus([1.2, 1.0, 0.5], ["concept", "final", "final"], works) == {"concept"}


def test_documents_without_other_versions_stay() -> None:
    """Without works nothing is left out."""
    assert surplus([1.0, 0.5], ["a", "b"], {}) == set()
