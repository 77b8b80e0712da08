"""When *nothing found* is the answer."""

import pytest

from beleidszoeker.search.ranking.answerable import Signs, is_answered

E5 = "multilingual-e5-small-q4@1571fc982750"


@pytest.mark.parametrize(
    ("cosine", "sentence", "coverage", "answered"),
    [
        (0.90, 0.4, 0.0, True),  # close in meaning, other words
        (0.84, 0.4, 0.2, False),  # far in meaning, few words: noise
        (0.83, 0.2, 1.0, True),  # all the words stand there: an abbreviation, a name, a number
        (0.845, 0.5, 0.5, True),  # all signs half: together enough
        (0.845, 0.3, 0.5, False),  # the same, where no sentence comes near
        (0.78, 0.4, 0.79, False),
    ],
)
def test_the_signs_decide_together(
    cosine: float, sentence: float, coverage: float, *, answered: bool
) -> None:
    """Nearness of a passage and of a sentence, or the words themselves, or enough of all."""
    assert is_answered(Signs(cosine, sentence, coverage), model=E5) is answered


def test_a_model_without_a_threshold_answers_what_it_finds() -> None:
    """A threshold measured on one model says nothing about another."""
    assert is_answered(Signs(0.1, 0.0, 0.0), model="some/other-model@abc")


@pytest.mark.parametrize(("cosine", "answered"), [(0.86, True), (0.84, False)])
def test_without_a_map_sentences_are_no_sign(cosine: float, *, answered: bool) -> None:
    """There the passage and the words decide, by a floor of their own."""
    assert is_answered(Signs(cosine, None, 0.0), model=E5) is answered
