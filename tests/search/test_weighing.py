"""How much meaning, sentences and words count for a query."""

import pytest

from beleidszoeker.search.query import How, Wanted
from beleidszoeker.search.ranking.fusion import Weights
from beleidszoeker.search.ranking.weighing import weigh

RAREST = 6.5


def wanted(*terms: str, how: How = How.WORD) -> list[Wanted]:
    return [Wanted(term, 1.0 if how is How.WORD else 0.5, how, term, term) for term in terms]


def weights(terms: list[Wanted], best: float) -> Weights:
    return weigh(terms, {term.term: RAREST for term in terms}, best, passages=1000)


def test_words_count_by_their_evidence() -> None:
    """All the query's words in one passage, or two rare ones, are full evidence; one of five is little."""
    assert weights(wanted(*"abcdefghijklmno"), 14.0).lexical == pytest.approx(0.4, abs=0.001)
    assert weights(wanted(*"abcde"), 6.5).lexical == pytest.approx(0.4 / 4, abs=0.01)
    assert weights(wanted(*"abcde"), 0.0).lexical == 0.0
    assert weights([], 0.0).lexical == 0.0


def test_a_short_query_that_stands_there_whole_is_answered_by_its_words() -> None:
    """One or two words in one passage count double; half of them, or all of a long query, do not."""
    assert weights(wanted("netcongestie"), 7.0).lexical == pytest.approx(0.8)
    assert weights(wanted("a", "b"), 14.0).lexical == pytest.approx(0.8)
    assert weights(wanted("a", "b"), 6.5).lexical < 0.15
    assert weights(wanted(*"abcdefgh"), 60.0).lexical == pytest.approx(0.5)


@pytest.mark.parametrize("best", [0.0, 3.0, 6.5, 40.0])
def test_both_sides_share_what_there_is(best: float) -> None:
    """What words do not count, meaning does."""
    found = weights(wanted(*"abcde"), best)
    assert found.dense + found.lexical == pytest.approx(1.0)


def test_sentences_count_for_short_queries() -> None:
    """The longer the query, the less a single sentence can answer it."""
    found = [weights(wanted(*"abcdefghijklmnop"[:count]), 5.0).sentences for count in (1, 2, 4, 8, 16)]
    assert found == [2.0, 2.0, 1.0, 0.5, 0.25]


def test_parts_of_words_are_no_words_of_the_query() -> None:
    """A compound with three parts is one word."""
    terms = [*wanted("net"), *wanted("a", "b", "c", how=How.PART)]
    assert weights(terms, 5.0).sentences == weights(wanted("net"), 5.0).sentences


def test_only_a_short_query_is_about_the_digits() -> None:
    """A long question that cites a Kamerstuk in passing still asks what it asks."""
    assert weights(wanted("kamerstuk", "29826-211"), 7.0) == Weights(0.15, 0.85)
    assert weights(wanted("29826", *"abcdefghij"), 20.0).lexical == pytest.approx(0.4, abs=0.01)


def test_in_a_tiny_library_nothing_breaks() -> None:
    """With one passage no word is rare."""
    assert weigh(wanted("a"), {"a": 0.0}, 0.3, passages=1).lexical <= 0.8
    assert weigh(wanted("a"), {"a": 0.0}, 0.0, passages=0).lexical == 0.0
