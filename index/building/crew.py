"""Those who read passages side by side: processes where there are many, this one where there are few."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import groupby
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Protocol, Self

from beleidszoeker.index.building.helper import Helper
from beleidszoeker.index.building.reading import Reading
from beleidszoeker.index.store import IndexedText

_MANY = 4_000  # passages from which starting processes pays: each takes a second of processor to start
_MOST = 8
_TOGETHER = 200  # passages that are read at once


class Reader(Protocol):
    """One who reads: calls a method of a ``Reading``."""

    def do(self, work: str, *arguments: Any) -> Any:
        """Return what the method returns."""

    def stop(self) -> None:
        """End."""


class Here:
    """Reads in this process."""

    def __init__(self) -> None:
        self._reading = Reading()

    def do(self, work: str, *arguments: Any) -> Any:
        """Return what the method returns."""
        return getattr(self._reading, work)(*arguments)

    def stop(self) -> None:
        """Nothing is left to end."""


class Crew:
    """Several readers; use it as a context manager.

    Args:
        passages: How many there are to read.
        helpers: Number of processes; by default one per processor where there is much to read.
    """

    def __init__(self, passages: int, *, helpers: int | None = None) -> None:
        count = (min(os.cpu_count() or 1, _MOST) if passages >= _MANY else 0) if helpers is None else helpers
        self._readers: list[Reader] = [Helper() for _ in range(count)] if count > 1 else [Here()]
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._readers:
            self._idle.put(reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for reader in self._readers:
            reader.stop()

    def each(self, work: str, texts: Iterable[IndexedText]) -> Iterator[Any]:
        """Have passages read, some at a time, and yield what came of them in order; holds only a few."""
        with ThreadPoolExecutor(len(self._readers)) as threads:
            pending: deque[Future[Any]] = deque()
            try:
                for some in whole_documents(texts):
                    pending.append(threads.submit(self._one, work, some))
                    if len(pending) > 2 * len(self._readers):
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            finally:
                for future in pending:
                    future.cancel()

    def all(self, work: str, *arguments: Any) -> list[Any]:
        """Have every reader do something; return what each returned."""
        return [reader.do(work, *arguments) for reader in self._readers]

    def _one(self, work: str, texts: Sequence[IndexedText]) -> Any:
        reader = self._idle.get()
        try:
            return reader.do(work, texts)
        finally:
            self._idle.put(reader)


def whole_documents(texts: Iterable[IndexedText]) -> Iterator[list[IndexedText]]:
    """Yield passages, some hundreds at a time, and never a part of a document's."""
    some: list[IndexedText] = []
    for _, passages in groupby(texts, key=lambda indexed: indexed.document_id):
        some += passages
        if len(some) >= _TOGETHER:
            yield some
            some = []
    if some:
        yield some
