"""*Nothing found* on real documents: queries on other things, and queries that have their answer there."""

import pytest
from tests.golden.marks import own_queries
from tests.golden.outside_queries import ANSWERABLE, OUTSIDE

from beleidszoeker.search.engine import SearchEngine

STRANGE = [query for queries in OUTSIDE.values() for query in queries]
KNOWN = [*(asked.query for asked in own_queries()), *ANSWERABLE]


@pytest.fixture(scope="module")
def answered(real_engine: SearchEngine) -> set[str]:
    return {query for query in [*STRANGE, *KNOWN] if real_engine.search(query).answered}


def test_what_is_not_there_is_not_found(answered: set[str]) -> None:
    """Of sixty queries on other things at most one in twenty is answered."""
    wrong = [query for query in STRANGE if query in answered]
    assert len(STRANGE) == 60
    assert len(wrong) <= 0.05 * len(STRANGE), wrong


def test_what_is_there_is_not_refused(answered: set[str]) -> None:
    """Of forty keyword queries that have an answer at most one in fifty is refused."""
    wrong = [query for query in ANSWERABLE if query not in answered]
    assert len(ANSWERABLE) == 40
    assert len(wrong) <= 0.02 * len(ANSWERABLE), wrong


def test_only_queries_in_other_words_are_refused(answered: set[str]) -> None:
    """Where a word of the query stands in the answer it is found; of the others most are, not all."""
    refused = [asked for asked in own_queries() if asked.query not in answered]
    assert all(asked.without_words for asked in refused), refused
    assert len(refused) <= 9, refused
