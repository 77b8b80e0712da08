"""Pages of one file recognised side by side."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path

from beleidszoeker.errors import LimitExceededError
from beleidszoeker.ingest.ocr.base import Engine, Picture, Recognised, RecognitionTimeoutError
from beleidszoeker.ingest.ocr.slots import slot
from beleidszoeker.ingest.ocr.tesseract import INSTALL, find_tesseract

_MOST_THREADS = 8
_MOST_TIMEOUTS = 3
_ADVICE = f"Installeer tekstherkenning ({INSTALL}) en neem het bestand opnieuw op."

Progress = Callable[[int, int], None]
"""Told how many of how many pages of the file are recognised."""


class Recogniser:
    """Runs an engine over pictures.

    Args:
        find: Returns the engine that reads the pictures, or ``None`` where there is none; asked at first use.
        slots: Folder of slots that bound how many pages are read at once over all processes.
        progress: Told of each page.
        threads: Pages read at once in this process; by default one per processor, at most 8.
        advice: What a person can do where there is no engine, in Dutch.
    """

    def __init__(
        self,
        find: Callable[[], Engine | None],
        *,
        slots: Path | None = None,
        progress: Progress | None = None,
        threads: int | None = None,
        advice: str = _ADVICE,
    ) -> None:
        self.advice = advice
        self._find = find
        self._slots = slots
        self._progress = progress or (lambda _done, _total: None)
        self._threads = threads or min(os.cpu_count() or 1, _MOST_THREADS)

    @property
    def available(self) -> bool:
        """Whether there is an engine."""
        return self._engine is not None

    @cached_property
    def _engine(self) -> Engine | None:
        return self._find()

    def recognise(self, pictures: Iterable[Picture], total: int) -> Iterator[Recognised]:
        """Read pictures side by side and yield what they hold, in their order; takes a few at a time.

        A page that takes too long is given back empty.

        Raises:
            LimitExceededError: Too many pages took too long.
        """
        with ThreadPoolExecutor(self._threads) as threads:
            pending: deque[Future[Recognised | None]] = deque()
            done = late = 0
            self._progress(done, total)
            try:
                for picture in pictures:
                    pending.append(threads.submit(self._read, picture))
                    while len(pending) > self._threads or (pending and done + len(pending) == total):
                        read = pending.popleft().result()
                        done, late = done + 1, late + (read is None)
                        self._progress(done, total)
                        if late > _MOST_TIMEOUTS:
                            raise LimitExceededError("De tekstherkenning van de pagina's duurde te lang.")
                        yield read or Recognised((), 0, 0, 0.0)
            finally:
                for future in pending:
                    future.cancel()

    def _read(self, picture: Picture) -> Recognised | None:
        assert self._engine is not None  # noqa: S101 - asked of ``available``
        with slot(self._slots):
            try:
                return self._engine.recognise(picture)
            except RecognitionTimeoutError:
                return None


_IN_USE: ContextVar[Recogniser | None] = ContextVar("recogniser", default=None)


def recogniser() -> Recogniser:
    """Return the recogniser in use; by default one with the system's Tesseract, where it is installed."""
    return _IN_USE.get() or system_recogniser()


def system_recogniser(*, slots: Path | None = None, progress: Progress | None = None) -> Recogniser:
    """Return a recogniser with the system's Tesseract, where it is installed; see there for the arguments."""
    return Recogniser(find_tesseract, slots=slots, progress=progress)


@contextmanager
def use(chosen: Recogniser) -> Iterator[None]:
    """Let parsers use this recogniser meanwhile."""
    token = _IN_USE.set(chosen)
    try:
        yield
    finally:
        _IN_USE.reset(token)
