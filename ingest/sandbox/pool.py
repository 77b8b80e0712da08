"""Parsing in child processes with limits: a bomb, a loop or a crash costs one file."""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from beleidszoeker.ingest.ocr import find_tesseract
from beleidszoeker.ingest.ocr.slots import make_slots
from beleidszoeker.ingest.sandbox.child import Child, Progress
from beleidszoeker.ingest.sandbox.outcome import Limits, MemberList, ParseOutcome, Part

__all__ = ["Limits", "MemberList", "ParseOutcome", "ParserPool", "Part"]

_WINDOW = 4
_AGAIN = 0.1  # seconds after which a process is killed again: it may just have been started


class ParserPool:
    """A few parser processes; use it as a context manager.

    Args:
        workers: Number of processes; by default one per processor.
        limits: What one file may cost.
        rules_only: Split sentences by rule even where a trained pipeline is installed.
        ocr: Recognise pages that are pictures; over all processes as many at once as there are processors.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        limits: Limits | None = None,
        rules_only: bool = False,
        ocr: bool = True,
    ) -> None:
        self._ocr = ocr
        self._folder: TemporaryDirectory[str] | None = None
        self._count = workers or os.cpu_count() or 1
        self._limits = limits or Limits()
        self._rules_only = rules_only
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._children: list[Child] = []

    def __enter__(self) -> Self:
        slots = self._make_slots() if self._ocr else None
        for _ in range(self._count):
            child = Child(self._limits, rules_only=self._rules_only, slots=slots)
            self._children.append(child)
            self._idle.put(child)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.stop()
        if self._folder:
            self._folder.cleanup()

    @property
    def recognises(self) -> bool:
        """Whether pages that are pictures can be read."""
        return self._ocr and find_tesseract() is not None

    def _make_slots(self) -> Path:
        self._folder = TemporaryDirectory(prefix="beleidszoeker-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        make_slots(folder, os.cpu_count() or 1)
        return folder

    def parse(self, paths: Iterable[Path], *, progress: Progress | None = None) -> Iterator[ParseOutcome]:
        """Parse files side by side and yield outcomes in the order given; holds only a few at a time.

        Args:
            paths: The files.
            progress: Told of pages that are recognised one by one; from several threads.
        """
        return self.parse_parts((Part(path) for path in paths), progress=progress)

    def members(self, path: Path) -> MemberList:
        """List the files inside an archive or a message."""
        child = self._idle.get()
        try:
            return child.members(path)
        finally:
            self._idle.put(child)

    def parse_parts(
        self, parts: Iterable[Part], *, progress: Progress | None = None
    ) -> Iterator[ParseOutcome]:
        """Parse files, and files inside files, as ``parse`` does."""
        with closing(self.started(parts, progress=progress)) as started:
            for outcome in started:
                yield outcome.result()

    def started(
        self, parts: Iterable[Part], *, progress: Progress | None = None
    ) -> Generator[Future[ParseOutcome], None, None]:
        """Parse files side by side and yield what will hold the outcome of each, in the order given.

        So that the caller may do other work until the next one is there. Close it when it is left early: then
        no more files are begun, and the processes that read one are killed. The pool can still be used.
        """
        pending: deque[Future[ParseOutcome]] = deque()
        busy: set[Child] = set()
        with ThreadPoolExecutor(self._count) as threads:
            try:
                for part in parts:
                    pending.append(threads.submit(self._parse_one, part, progress, busy))
                    if len(pending) > self._count * _WINDOW:
                        yield pending[0]
                        pending.popleft()
                while pending:
                    yield pending[0]
                    pending.popleft()
            except BaseException:  # closing it is one as well
                _abandon(pending, busy)
                raise

    def _parse_one(self, part: Part, progress: Progress | None, busy: set[Child]) -> ParseOutcome:
        child = self._idle.get()
        busy.add(child)
        try:
            return child.parse(part, progress)
        finally:
            busy.discard(child)
            self._idle.put(child)


def _abandon(pending: Iterable[Future[ParseOutcome]], busy: set[Child]) -> None:
    """Begin nothing more and end what is begun; nobody will ask what came of it."""
    running = [future for future in pending if not future.cancel()]
    while not all(future.done() for future in running):
        for child in tuple(busy):
            child.kill()
        wait(running, timeout=_AGAIN)
