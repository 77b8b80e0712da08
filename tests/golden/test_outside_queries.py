"""*Nothing found* on real documents, by queries that the threshold was not set on."""

import pytest
from tests.golden.marks import own_queries
from tests.golden.outside_queries import ANSWERABLE, OUTSIDE

from beleidszoeker.search import SearchEngine

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
    """Of eighty queries that have an answer at most one in fifty is refused."""
    wrong = [query for query in KNOWN if query not in answered]
    assert len(KNOWN) == 80
    assert len(wrong) <= 0.02 * len(KNOWN), wrong
