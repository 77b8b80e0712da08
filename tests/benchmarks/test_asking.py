"""The questions that a service is measured with, and the figures that come of it."""

from pathlib import Path

from tests.support import Shelf, made

from benchmarks.scaling.asking import combined, spread, taken


def test_no_question_comes_twice() -> None:
    """Every two questions are combined once, near ones first, until there are enough."""
    assert combined(["a", "b", "c"], 10) == ["a en b", "b en c", "c en a"]
    assert combined(list("abcdefg"), 8)[-1] == "a en c"
    many = combined([str(number) for number in range(40)], 2000)
    assert len(many) == len(set(many)) == 40 * 19


def test_questions_can_be_taken_from_a_library(shelf: Shelf) -> None:
    """Words that stand in a row in it, without stop words; the same ones each time."""
    text = "Het waterschap versterkt de dijken langs de rivier en betaalt de kosten."
    shelf.fill(made(text), made("De gemeente bouwt woningen naast het station."))
    folder = Path(shelf.library.folder)
    found = taken(folder, 2)
    assert found == taken(folder, 2)
    telling = "waterschap versterkt dijken langs rivier betaalt kosten gemeente bouwt woningen naast station"
    assert found
    assert all(each in telling and " " in each for each in found)


def test_percentiles_are_told_by_name() -> None:
    """Half of the values lie below the p50; no values have no percentiles."""
    assert spread([1.0, 2.0, 3.0]) == {"p50": 2.0, "p95": 2.9, "p99": 3.0}
    assert spread([]) == {}
