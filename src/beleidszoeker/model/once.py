"""Making something when it is first asked for, once, whoever asks."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """Calls ``make`` at the first call; a call that failed is tried again by the next.

    Example:
        >>> numbers = iter([1, 2])
        >>> first = Once(lambda: next(numbers))
        >>> first(), first()
        (1, 1)
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: list[T] = []
        self._lock = threading.Lock()

    def __call__(self) -> T:
        """What was made."""
        if not self._made:
            with self._lock:
                if not self._made:
                    self._made.append(self._make())
        return self._made[0]
