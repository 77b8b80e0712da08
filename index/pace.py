"""How quick an ingest goes, and how long it still takes: told from what is known so far, or not at all."""

import time
from collections.abc import Callable

READING = "lezen"
"""The phase in which files are read, and embedded meanwhile."""

_OF_PASSAGES = ("embedden", "vectoren", "tellen", "indexeren")
_SOON = 5.0  # seconds of work before which nothing is told
_MANY = 256  # passages that wait, from which the time that embedding takes cannot be left out
_MINUTE, _HOUR = 60, 3600
_MANY_MINUTES = 90


class _Steps:
    """Steps that are done, and how quick: from the first that were told, for before it things get ready."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._first: tuple[float, int] | None = None
        self.done = 0

    def reach(self, done: int) -> None:
        """So many are done by now."""
        self.done = done
        self._first = self._first or (self._clock(), done)

    @property
    def rate(self) -> float | None:
        """Steps a second; ``None`` while that is not known."""
        began, before = self._first or (self._clock(), 0)
        spent, more = self._clock() - began, self.done - before
        return more / spent if more and spent >= _SOON else None


class Pace:
    """Takes in what a ``Reporter`` is told, and reckons.

    Args:
        clock: Tells seconds.

    Attributes:
        phase: What goes on.
        total: All its steps.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.begin("", 0)

    def begin(self, phase: str, total: int) -> None:
        """A phase begins, with this many steps."""
        self.phase, self.total, self._known = phase, total, 0
        self._steps, self._embedded = _Steps(self._clock), _Steps(self._clock)

    def advance(self, count: int) -> None:
        """So many steps more are done."""
        self._steps.reach(self.done + count)

    def embedded(self, done: int, known: int) -> None:
        """While files are read: so many passages are embedded, of all that the files read so far lacked."""
        self._known = known
        self._embedded.reach(done)

    @property
    def done(self) -> int:
        """Steps of the phase that are done."""
        return self._steps.done

    @property
    def passages(self) -> int:
        """Passages embedded while files are read."""
        return self._embedded.done

    @property
    def rate(self) -> float | None:
        """Passages a second, in a phase that goes through passages or embeds beside reading."""
        return (self._steps if self.phase in _OF_PASSAGES else self._embedded).rate

    @property
    def left(self) -> float | None:
        """Seconds that this phase, and embedding what it reads, still take at the pace so far."""
        steps, embedded = self._steps.rate, self._embedded.rate
        if not steps:
            return None
        left = (self.total - self.done) / steps
        if not embedded:
            return left if self._known < _MANY else None
        expected = self._known * max(self.total / self.done, 1)
        return max(left, (expected - self.passages) / embedded)

    @property
    def told(self) -> str:
        """Rate and time left in a few Dutch words; empty while neither is known."""
        rate, left = self.rate, self.left
        embedded = f"{grouped(self.passages)} passages doorzoekbaar" if self.passages else ""
        speed = f"{grouped(rate)} passages per seconde" if rate else ""
        return ", ".join(part for part in (embedded, speed, _spoken(left) if left else "") if part)


def grouped(value: float) -> str:
    """Return a number with points, and one decimal where it is small and has one.

    >>> grouped(1234567), grouped(3.26), grouped(4.0)
    ('1.234.567', '3,3', '4')
    """
    if value < 10 and round(value, 1) != int(value):  # noqa: PLR2004 - a decimal tells nothing beyond
        return f"{value:.1f}".replace(".", ",")
    return f"{value:,.0f}".replace(",", ".")


def _spoken(seconds: float) -> str:
    if seconds < _MINUTE:
        return "nog minder dan een minuut"
    minutes = round(seconds / _MINUTE)
    if minutes <= _MANY_MINUTES:
        return f"nog ongeveer {minutes} {'minuut' if minutes == 1 else 'minuten'}"
    return f"nog ongeveer {round(seconds / _HOUR)} uur"
