"""When *nothing found* is the answer."""

import pytest

from beleidszoeker.search.ranking.answerable import is_answered

E5 = "multilingual-e5-small-q4@1571fc982750"


@pytest.mark.parametrize(
    ("cosine", "coverage", "answered"),
    [
        (0.90, 0.0, True),  # close in meaning, other words
        (0.84, 0.2, False),  # far in meaning, few words: noise
        (0.83, 1.0, True),  # all the words stand there: an abbreviation, a name, a number
        (0.845, 0.5, True),  # both signs half: together enough
        (0.78, 0.79, False),
    ],
)
def test_both_signs_decide_together(cosine: float, coverage: float, *, answered: bool) -> None:
    """Nearness of meaning, or the words themselves, or enough of both."""
    assert is_answered(cosine, coverage, model=E5) is answered


def test_a_model_without_a_threshold_answers_what_it_finds() -> None:
    """A threshold measured on one model says nothing about another."""
    assert is_answered(0.1, 0.0, model="some/other-model@abc")


def test_words_alone_need_no_threshold() -> None:
    """A passage found by its words holds them."""
    assert is_answered(None, 0.1, model=E5)
