"""How long somebody waits, and whether they still do."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer


class Patience:
    """A deadline that can be moved to now.

    Args:
        seconds: From now.
    """

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._closers: list[Callable[[], object]] = []
        self._lock = Lock()

    @property
    def left(self) -> float:
        """Seconds that are left, 0 when it is over."""
        return max(self._until - time.monotonic(), 0.0)

    @property
    def over(self) -> bool:
        """Whether nobody waits any more."""
        return self.left == 0

    def cancel(self) -> None:
        """Stop waiting now; safe from any thread."""
        with self._lock:
            self._until = time.monotonic()
            closers = tuple(self._closers)
        for close in closers:
            close()

    @contextmanager
    def closing(self, close: Callable[[], object]) -> Iterator[None]:
        """Call ``close`` when patience ends while this context is open: it ends a read that would go on."""
        timer = Timer(self.left, close)
        timer.daemon = True
        with self._lock:
            self._closers.append(close)
            ended = self.over
        timer.start()
        if ended:
            close()
        try:
            yield
        finally:
            timer.cancel()
            with self._lock:
                self._closers.remove(close)
