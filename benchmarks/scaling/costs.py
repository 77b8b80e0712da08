"""What a process of its own costs: time, processor time and memory, of it and of the processes it started."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from watching import descendants, held

ROOT = Path(__file__).parents[2]
PYTHON = (sys.executable, "-c", "from beleidszoeker.cli import main; main()")
"""Our own command."""

EVERY = 0.2  # seconds


@dataclass(frozen=True)
class Cost:
    """What a process cost.

    Attributes:
        seconds: From its start to its end.
        processor_seconds: That it and its children computed.
        memory_mb: The most that it and its children held together, looked at every so often; what they share
            counts for each. 0 where that is not known. What the kernel tells of a process that has ended is
            of no use: it counts what its parent held.
        printed: What it printed.
    """

    seconds: float
    processor_seconds: float
    memory_mb: float
    printed: str

    def told(self) -> dict[str, float]:
        """Return the figures as JSON can hold them."""
        return {
            "seconds": round(self.seconds, 1),
            "processor_seconds": round(self.processor_seconds, 1),
            "memory_mb": round(self.memory_mb),
        }


def run(command: Sequence[str], settings: Mapping[str, str] | None = None, *, given: str = "") -> Cost:
    """Run a program to its end; what it has to tell of its progress goes where ours does.

    Args:
        command: The program and its arguments.
        settings: Variables beside those of the environment.
        given: What it reads from its standard input, and less than a pipe holds: 64 kB.

    Raises:
        SystemExit: It failed.
    """
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own code
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        env=os.environ | (settings or {}),
    )
    assert process.stdin
    assert process.stdout
    watch = _Watch(process.pid)
    process.stdin.write(given)
    process.stdin.close()
    printed = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    watch.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    seconds = time.perf_counter() - started
    process.stdout.close()
    return Cost(seconds, used.ru_utime + used.ru_stime, watch.most, printed)


class _Watch:
    """Looks every so often at what a process and its children hold."""

    def __init__(self, process: int) -> None:
        self.most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, args=(process,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _look(self, process: int) -> None:
        while not self._over.wait(EVERY):
            family = [process, *descendants(process)]
            self.most = max(self.most, sum(map(held, family)))


def megabytes(path: Path) -> float:
    """Return what a file, or all files under a folder, take on disk."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return round(sum(each.stat().st_size for each in files) / 1e6, 1)
