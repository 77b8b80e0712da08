"""Parsing in child processes with limits: a bomb, a loop or a crash costs one file."""

import json
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from beleidszoeker.errors import DocumentError, LimitExceededError, ParserCrashedError
from beleidszoeker.ingest.parse import PreparedDocument
from beleidszoeker.ingest.wire import from_wire

_READ = 1 << 20
_WINDOW = 4
_START_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        seconds: Wall-clock time.
        memory: Address space of the parser's process in bytes.
        file_size: Largest file in bytes.
        answer_size: Largest answer in bytes; text and layout of 3,000 dense pages are about a third of it.
    """

    seconds: float = 120.0
    memory: int = 3 << 30
    file_size: int = 200 << 20
    answer_size: int = 256 << 20


@dataclass(frozen=True, slots=True)
class ParseOutcome:
    """What came of one file.

    Attributes:
        path: The file.
        digest: SHA-256 of the bytes that were read, in hexadecimal; empty when they were not.
        prepared: The document, or ``None`` when it failed.
        error: Why it failed, or ``None``.
    """

    path: Path
    digest: str
    prepared: PreparedDocument | None = None
    error: DocumentError | None = None


class ParserPool:
    """A few parser processes; use it as a context manager.

    Args:
        workers: Number of processes; by default one per processor.
        limits: What one file may cost.
        rules_only: Split sentences by rule even where a trained pipeline is installed.
    """

    def __init__(
        self, *, workers: int | None = None, limits: Limits | None = None, rules_only: bool = False
    ) -> None:
        self._count = workers or os.cpu_count() or 1
        self._limits = limits or Limits()
        self._rules_only = rules_only
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        for _ in range(self._count):
            worker = _Worker(self._limits, rules_only=self._rules_only)
            self._workers.append(worker)
            self._idle.put(worker)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.stop()

    def parse(self, paths: Iterable[Path]) -> Iterator[ParseOutcome]:
        """Parse files side by side and yield outcomes in the order given; holds only a few at a time."""
        with ThreadPoolExecutor(self._count) as threads:
            pending: deque[Future[ParseOutcome]] = deque()
            try:
                for path in paths:
                    pending.append(threads.submit(self._parse_one, path))
                    if len(pending) > self._count * _WINDOW:
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            finally:
                for future in pending:
                    future.cancel()

    def _parse_one(self, path: Path) -> ParseOutcome:
        worker = self._idle.get()
        try:
            return worker.parse(path)
        finally:
            self._idle.put(worker)


class _Worker:
    """One parser process; it is started when first needed and again after it had to be killed."""

    def __init__(self, limits: Limits, *, rules_only: bool) -> None:
        self._limits = limits
        self._mode = "rules" if rules_only else "trained"
        self._process: subprocess.Popen[bytes] | None = None

    def parse(self, path: Path) -> ParseOutcome:
        """Parse one file; every way to fail is an outcome."""
        if (
            self._process and self._process.poll() is not None
        ):  # it died between two files: this one is innocent
            self.stop()
        try:
            process = self._process or self._start()
            self._ask(process, path)
            return _outcome(path, json.loads(self._read_line(process, self._limits.seconds)))
        except TimeoutError:
            self.stop()
            return ParseOutcome(
                path,
                "",
                error=LimitExceededError(f"Het lezen duurde langer dan {self._limits.seconds:g} seconden."),
            )
        except (EOFError, BrokenPipeError, ValueError, KeyError, TypeError):
            self.stop()
            return ParseOutcome(
                path, "", error=ParserCrashedError("Het leesproces is op dit bestand vastgelopen.")
            )

    def stop(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    stream.close()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "beleidszoeker.ingest.worker"]
        arguments = [str(self._limits.memory), str(self._limits.file_size), self._mode]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [*command, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            bufsize=0,
        )
        self._read_line(self._process, _START_SECONDS)
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], path: Path) -> None:
        assert process.stdin is not None  # noqa: S101 - a pipe, by the call above
        process.stdin.write(json.dumps({"path": str(path)}).encode() + b"\n")

    def _read_line(self, process: subprocess.Popen[bytes], seconds: float) -> bytes:
        assert process.stdout is not None  # noqa: S101 - a pipe, by the call above
        deadline = time.monotonic() + seconds
        parts: list[bytes] = []
        size = 0
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while not parts or not parts[-1].endswith(b"\n"):
                if not selector.select(max(deadline - time.monotonic(), 0)):
                    raise TimeoutError
                part = os.read(process.stdout.fileno(), _READ)
                size += len(part)
                if not part or size > self._limits.answer_size:
                    raise EOFError
                parts.append(part)
        return b"".join(parts)


def _outcome(path: Path, answer: dict[str, Any]) -> ParseOutcome:
    digest = str(answer["digest"])
    if "error" in answer:
        return ParseOutcome(path, digest, error=_error(**answer["error"]))
    return ParseOutcome(path, digest, prepared=from_wire(answer["prepared"]))


def _error(*, code: str, message: str, advice: str) -> DocumentError:
    kinds = {kind.code: kind for kind in DocumentError.__subclasses__()}
    return kinds.get(code, DocumentError)(message, advice=advice)
