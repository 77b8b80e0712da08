"""How quick an ingest goes, and how long it still takes."""

import pytest

from beleidszoeker.index.pace import READING, Pace


class Clock:
    """Tells the seconds that it is given."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(clock)


def test_nothing_is_told_at_once(pace: Pace, clock: Clock) -> None:
    """After a second nobody can know how long it takes; after ten without a step neither."""
    pace.begin("embedden", 1000)
    pace.advance(20)
    clock.now += 1
    assert (pace.rate, pace.left, pace.told) == (None, None, "")
    pace.begin("embedden", 1000)
    clock.now += 10
    assert (pace.rate, pace.left) == (None, None)
    pace.advance(20)
    clock.now += 10
    assert pace.told == ""


def test_what_comes_before_the_first_step_does_not_count(pace: Pace, clock: Clock) -> None:
    """A model that loads for a minute says nothing of the passages after it."""
    pace.begin("indexeren", 1000)
    clock.now += 60
    pace.advance(200)
    clock.now += 5
    pace.advance(200)
    assert pace.told == "40 passages per seconde, nog minder dan een minuut"


def test_passages_go_at_a_rate(pace: Pace, clock: Clock) -> None:
    """Steps of a phase of passages are passages."""
    pace.begin("embedden", 1100)
    pace.advance(100)
    clock.now += 20
    pace.advance(200)
    assert (pace.rate, pace.left) == (10.0, 80.0)
    assert pace.told == "10 passages per seconde, nog ongeveer 1 minuut"


def test_other_phases_tell_no_rate_of_passages(pace: Pace, clock: Clock) -> None:
    """Of Kamervragen only the time left is told."""
    pace.begin("Kamervragen embedden", 40)
    pace.advance(1)
    clock.now += 10
    pace.advance(10)
    assert pace.told == "nog minder dan een minuut"


def test_while_reading_the_slower_side_decides(pace: Pace, clock: Clock) -> None:
    """What the files that are still to be read will hold is reckoned from those that were."""
    pace.begin(READING, 100)
    pace.embedded(0, 10)
    pace.advance(1)
    clock.now += 100
    pace.advance(49)
    assert pace.left == pytest.approx(100 / 49 * 50)
    pace.embedded(0, 1000)  # of which nobody knows yet how long they take
    assert pace.told == ""
    pace.embedded(250, 1000)  # so 2000 in all
    assert (pace.rate, pace.left) == (2.5, 700.0)
    told = "250 passages doorzoekbaar, 2,5 passages per seconde, nog ongeveer 12 minuten"
    assert pace.told == told


def test_hours_are_told_as_hours(pace: Pace, clock: Clock) -> None:
    """Nobody plans by minutes then."""
    pace.begin("embedden", 1_000_000)
    pace.advance(0)
    clock.now += 360
    pace.advance(10_000)
    assert pace.told == "28 passages per seconde, nog ongeveer 10 uur"
