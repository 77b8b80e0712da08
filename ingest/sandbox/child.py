"""One child process that parses: started, asked, timed, and killed when it must be."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from beleidszoeker.errors import DocumentError, LimitExceededError, ParserCrashedError
from beleidszoeker.ingest.sandbox.clock import Clock
from beleidszoeker.ingest.sandbox.outcome import Limits, MemberList, ParseOutcome, Part
from beleidszoeker.ingest.sandbox.pipe import LineReader
from beleidszoeker.ingest.sandbox.secrets import without_secrets
from beleidszoeker.ingest.sandbox.wire import from_wire

_START = Limits(seconds=120.0)
_SENSELESS = (ValueError, KeyError, TypeError, RecursionError)  # an answer of another shape

Progress = Callable[[Path, int, int], None]
"""Told of a file how many of how many pages are recognised."""


class Child:
    """One parser process; it is started when first needed and again after it had to be killed.

    Args:
        limits: What one file may cost.
        rules_only: Split sentences by rule even where a trained pipeline is installed.
        slots: Folder of the slots for recognising pages; ``None`` switches recognition off.
    """

    def __init__(self, limits: Limits, *, rules_only: bool, slots: Path | None = None) -> None:
        self._slots = slots
        self._limits = limits
        self._mode = "rules" if rules_only else "trained"
        self._process: subprocess.Popen[bytes] | None = None
        self._killed: subprocess.Popen[bytes] | None = None
        self._lines: LineReader | None = None

    def parse(self, part: Part, progress: Progress | None = None) -> ParseOutcome:
        """Parse one file; every way to fail is an outcome."""
        try:
            answer = self._answer({"path": str(part.path), "member": part.member}, progress)
            outcome = _outcome(part.path, answer)
        except DocumentError as error:
            return ParseOutcome(part.path, "", error=error)
        except _SENSELESS:
            self.stop()
            return ParseOutcome(part.path, "", error=_crashed())
        if isinstance(outcome.error, LimitExceededError):
            self.stop()  # what is left of its memory must not cost the next file
        return outcome

    def members(self, path: Path) -> MemberList:
        """List the files inside a file; every way to fail is told."""
        try:
            answer = self._answer({"path": str(path), "list": True})
            if "error" in answer:
                return MemberList(error=_error(**answer["error"]))
            return MemberList(tuple(str(name) for name in answer["names"]))
        except DocumentError as error:
            return MemberList(error=error)
        except _SENSELESS:
            self.stop()
            return MemberList(error=_crashed())

    def _answer(self, request: dict[str, object], progress: Progress | None = None) -> dict[str, Any]:
        """Ask the process and read its answer; the clock starts again with each page that it recognised.

        Raises:
            LimitExceededError: It took too long.
            ParserCrashedError: The process died.
        """
        if self._process and (self._process is self._killed or self._process.poll() is not None):
            self.stop()  # it died between two files, or is about to: this one is innocent
        try:
            process = self._process or self._start()
            _ask(process, request)
            answer = self._read(process)
            while "recognised" in answer:
                if progress:
                    progress(Path(str(request["path"])), *answer["recognised"])
                answer = self._read(process)
        except TimeoutError as error:
            self.stop()
            raise LimitExceededError(
                f"Het lezen kostte meer dan {self._limits.seconds:g} seconden.",
                advice="Splits het bestand in delen en neem die op.",
            ) from error
        except (EOFError, BrokenPipeError) as error:
            self.stop()
            raise _crashed() from error
        return answer

    def kill(self) -> None:
        """End the process while another thread waits for its answer: that one finds out and clears up.

        So nothing is closed here: a pipe that closes while another thread waits for it may hang that one.
        """
        self._killed = self._process
        if self._killed:
            self._killed.kill()

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
        # -P: without it a json.py in the folder that we stand in would be ours.
        command = [sys.executable, "-P", "-m", "beleidszoeker.ingest.sandbox.worker"]
        arguments = [
            str(self._limits.memory),
            str(self._limits.file_size),
            self._mode,
            str(self._slots or ""),
        ]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [*command, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**without_secrets(), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            bufsize=0,
        )
        assert self._process.stdout is not None  # noqa: S101 - a pipe, by the call above
        self._lines = LineReader(self._process.stdout, self._limits.answer_size)
        self._lines.read(Clock(self._process.pid, _START).left)
        return self._process

    def _read(self, process: subprocess.Popen[bytes]) -> dict[str, Any]:
        assert self._lines is not None  # noqa: S101 - made at the start of the process
        clock = Clock(process.pid, self._limits)
        answer: dict[str, Any] = json.loads(self._lines.read(clock.left))
        return answer


def _ask(process: subprocess.Popen[bytes], request: dict[str, object]) -> None:
    assert process.stdin is not None  # noqa: S101 - a pipe, by the call above
    process.stdin.write(json.dumps(request).encode() + b"\n")


def _outcome(path: Path, answer: dict[str, Any]) -> ParseOutcome:
    digest = str(answer["digest"])
    if "error" in answer:
        return ParseOutcome(path, digest, error=_error(**answer["error"]))
    return ParseOutcome(path, digest, prepared=from_wire(answer["prepared"]))


def _error(*, code: str, message: str, advice: str) -> DocumentError:
    kinds = {kind.code: kind for kind in DocumentError.__subclasses__()}
    return kinds.get(code, DocumentError)(message, advice=advice)


def _crashed() -> ParserCrashedError:
    return ParserCrashedError(
        "Het leesproces is op dit bestand vastgelopen.",
        advice="Sla het opnieuw op, bijvoorbeeld als PDF, en neem het opnieuw op.",
    )
