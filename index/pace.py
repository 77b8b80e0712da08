"""How quick an ingest goes, and how long it still takes: told from what is known so far, or not at all."""

import time
from collections.abc import Callable

READING = "lezen"
"""The phase in which files are read, and embedded meanwhile."""

_OF_PASSAGES = ("embedden", "indexeren")
_SOON = 5.0  # seconds of work before which nothing is told
_MINUTE, _HOUR = 60, 3600
_MANY_MINUTES = 90


class Pace:
    """Takes in what a ``Reporter`` is told, and reckons.

    Args:
        clock: Tells seconds.

    Attributes:
        phase: What goes on.
        done: Steps of it that are done.
        total: All its steps.
        passages: Passages embedded while files are read.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.phase, self.done, self.total = "", 0, 0
        self.passages = self._known = 0
        self._began = clock()

    def begin(self, phase: str, total: int) -> None:
        """A phase begins, with this many steps."""
        self.phase, self.done, self.total = phase, 0, total
        self.passages = self._known = 0
        self._began = self._clock()

    def advance(self, count: int) -> None:
        """So many steps more are done."""
        self.done += count

    def embedded(self, done: int, known: int) -> None:
        """While files are read: so many of the passages of those read so far are embedded."""
        self.passages, self._known = done, known

    @property
    def rate(self) -> float | None:
        """Passages a second, in a phase that goes through passages or embeds beside reading."""
        passages = self.done if self.phase in _OF_PASSAGES else self.passages
        return passages / self._spent if passages and self._spent >= _SOON else None

    @property
    def left(self) -> float | None:
        """Seconds that this phase, and embedding what it reads, still take at the pace so far."""
        if not self.done or self._spent < _SOON:
            return None
        left = (self.total - self.done) * self._spent / self.done
        if self.phase != READING or not self.passages:
            return left
        expected = max(self._known * self.total / self.done, self._known)
        return max(left, (expected - self.passages) * self._spent / self.passages)

    @property
    def told(self) -> str:
        """Rate and time left in a few Dutch words; empty while neither is known."""
        rate, left = self.rate, self.left
        embedded = f"{grouped(self.passages)} passages doorzoekbaar" if self.passages else ""
        speed = f"{grouped(rate)} passages per seconde" if rate else ""
        return ", ".join(part for part in (embedded, speed, _spoken(left) if left else "") if part)

    @property
    def _spent(self) -> float:
        return self._clock() - self._began


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
