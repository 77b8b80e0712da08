"""A lock whose waiters are served in the order in which they came."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Mutual exclusion without overtaking.

    A thread that releases an ordinary lock and asks for it again at once may well get it, so a long job of
    many short turns would keep everyone else waiting. Here whoever comes next waits at the door, and the door
    stays shut behind them until it is their turn.
    """

    def __init__(self) -> None:
        self._door = threading.Lock()
        self._room = threading.Lock()

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Wait for a turn and keep it; a thread may not ask for a second one meanwhile."""
        with self._door:
            self._room.acquire()
        try:
            yield
        finally:
            self._room.release()
