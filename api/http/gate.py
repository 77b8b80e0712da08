"""A line before what keeps a processor busy: some at once, others in order of arrival, too many refused.

Searching is computing. More searches at once than processors make each other slower and all of them late; so
they wait for their turn, each without a thread. Who would wait longer than people do is told so at once,
while there still is time to come back (RFC 6585, section 4), and what was promised to others stays true.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from math import ceil
from typing import NoReturn

from beleidszoeker.errors import BusyError

_FIRST_GUESS = 0.1  # seconds; until one of its kind was seen
_LEAST = 0.005  # what answers from memory would let the line grow without end
_SHARE = 0.2  # of the latest one in the running mean
_REFUSALS = 250  # a second; who asks again at once would else keep the processors busy with being refused
_LATEST = 1.0  # seconds; a refusal never waits longer, however many there are
_OUTLIER = 5  # times the mean
_PATIENCE = 2  # so many times the longest wait, for when what was expected was wrong


class LeftError(Exception):
    """Who waited in line is gone; nobody reads what this is answered with."""


class Place:
    """A place in line, and then inside.

    Args:
        kind: What is asked; its cost is learnt from others of its kind.
        size: How many times that.
    """

    __slots__ = ("began", "kind", "size", "turn")

    def __init__(self, kind: str, size: int) -> None:
        self.kind, self.size = kind, size
        self.began = 0.0
        self.turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class Gate:
    """Lets so many in at once; all of it on one event loop.

    Args:
        at_once: How many are inside at most.
        longest: Seconds; who is expected to wait longer is refused.
    """

    def __init__(self, at_once: int, longest: float) -> None:
        self._at_once, self._longest = at_once, longest
        self._inside: set[Place] = set()
        self._line: deque[Place] = deque()
        self._means: dict[str, float] = {}
        self._last_refusal = 0.0

    @property
    def waiting(self) -> int:
        """How many stand in line."""
        return len(self._line)

    @asynccontextmanager
    async def place(
        self, kind: str, *, size: int = 1, gone: Callable[[], Awaitable[None]] | None = None
    ) -> AsyncIterator[Place]:
        """Wait for a turn, and hold the place meanwhile; ``leave`` may end that sooner.

        Args:
            kind: What is asked.
            size: How many questions it holds.
            gone: Returns once whoever asks has left.

        Raises:
            BusyError: The line is too long.
            LeftError: Whoever asked has left.
        """
        place = Place(kind, size)
        try:
            await self._enter(place, gone)
            yield place
        except BaseException:
            self.leave(place, counted=False)  # what failed says nothing of how long it takes
            raise
        self.leave(place)

    def leave(self, place: Place, *, counted: bool = True) -> None:
        """Give a place back, if that was not done before; the next in line gets it."""
        if place in self._line:
            self._line.remove(place)
        if place not in self._inside:
            return
        self._inside.remove(place)
        if counted:
            self._learn(place.kind, max((time.monotonic() - place.began) / place.size, _LEAST))
        while self._line and len(self._inside) < self._at_once:
            self._admit(self._line.popleft())

    def expected(self) -> float:
        """Return how many seconds who comes now would wait."""
        now = time.monotonic()
        left = sum(max(self._cost(place) - (now - place.began), 0.0) for place in self._inside)
        return (left + sum(map(self._cost, self._line))) / self._at_once

    async def _enter(self, place: Place, gone: Callable[[], Awaitable[None]] | None) -> None:
        if len(self._inside) < self._at_once:
            self._admit(place)
            return
        if self.expected() >= self._longest:
            await self._refuse()
        self._line.append(place)
        leaving = [asyncio.ensure_future(gone())] if gone else []
        try:
            patience = self._longest * _PATIENCE
            await asyncio.wait([place.turn, *leaving], timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in leaving:
                each.cancel()
        for each in leaving:
            if each.done():
                each.result()
                raise LeftError
        if not place.turn.done():
            self.leave(place)  # nobody's turn comes while being refused
            await self._refuse()

    def _learn(self, kind: str, took: float) -> None:
        """Let the mean follow; one that took very long, as the first of a new snapshot, counts for less."""
        known = self._means.get(kind, took)
        self._means[kind] = known + _SHARE * (min(took, _OUTLIER * known) - known)

    def _admit(self, place: Place) -> None:
        place.began = time.monotonic()
        self._inside.add(place)
        place.turn.set_result(None)

    def _cost(self, place: Place) -> float:
        """Return how many seconds a place is expected to be held, by what is known now."""
        return self._means.get(place.kind, _FIRST_GUESS) * place.size

    async def _refuse(self) -> NoReturn:
        """Tell when to come back: at once, but to so many a second."""
        seconds, now = max(ceil(self.expected()), 1), time.monotonic()
        self._last_refusal = min(max(now, self._last_refusal + 1 / _REFUSALS), now + _LATEST)
        await asyncio.sleep(self._last_refusal - now)
        raise BusyError(seconds)
