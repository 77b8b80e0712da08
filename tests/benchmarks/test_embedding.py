"""What ``benchmarks/embedding.py`` says of vectors and rankings that differ."""

import numpy as np
import pytest

from benchmarks.encoding.likeness import BEST, cosines, ranking


@pytest.fixture
def scores() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Two questions and twelve passages, each a hundredth less like the question than the one before."""
    return np.tile(0.9 - np.arange(12) / 100, (2, 1))


def test_equal_scores_are_equal_rankings(scores: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    """Nothing differs, and the gap after the tenth place is told all the same."""
    found = ranking(scores, scores)
    assert (found["same_top_10"], found["shared_of_top_10"], found["largest_loss"]) == (1.0, 1.0, 0.0)
    assert found["gap_after_10"] == pytest.approx(0.01)


def test_one_exchange_in_one_of_two_questions(
    scores: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> None:
    """Half of the rankings are the same, one place in twenty went elsewhere, and what was lost is told."""
    found = scores.copy()
    found[0, BEST - 1] -= 0.05
    result = ranking(found, scores)
    assert (result["same_top_10"], result["shared_of_top_10"]) == (0.5, 0.95)
    assert result["largest_loss"] == pytest.approx(0.01)


def test_cosines_are_of_directions() -> None:
    """A longer vector of the same direction is the same; the worst one decides the minimum."""
    found = cosines(np.array([[2.0, 0.0], [1.0, 1.0]]), np.array([[1.0, 0.0], [1.0, 0.0]]))
    assert found["cosine_min"] == pytest.approx(0.5**0.5)
    assert found["cosine_mean"] == pytest.approx((1 + 0.5**0.5) / 2)
