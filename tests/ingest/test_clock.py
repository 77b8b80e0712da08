"""Time limits count what a process uses, and by the wall only what no good file needs; real processes."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import pytest

from beleidszoeker.ingest.sandbox.clock import Clock, processor_seconds
from beleidszoeker.ingest.sandbox.pipe import LineReader
from beleidszoeker.ingest.sandbox.pool import Limits

BUSY, SLEEPING = "while True: pass", "import time; time.sleep(60)"
DRIBBLING = "import sys, time\nwhile True: sys.stdout.write('x'); sys.stdout.flush(); time.sleep(0.01)"


@contextmanager
def running(program: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, bufsize=0)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def output(process: subprocess.Popen[bytes]) -> IO[bytes]:
    assert process.stdout is not None
    return process.stdout


def seconds_until_it_is_up(program: str, limits: Limits) -> tuple[float, float | None]:
    """Return what passed by the wall and by the processor until the time was up."""
    with running(program) as process:
        clock, began = Clock(process.pid, limits), time.monotonic()
        with pytest.raises(TimeoutError):
            LineReader(output(process), 1 << 20).read(clock.left)
        return time.monotonic() - began, processor_seconds(process.pid)


def test_a_busy_process_is_ended_by_its_processor_time() -> None:
    """A loop runs out of processor time long before the wall counts, and hardly after the limit."""
    _, used = seconds_until_it_is_up(BUSY, Limits(seconds=0.4, patience=1000))
    assert used is not None
    assert 0.4 <= used < 0.8


@pytest.mark.parametrize("program", [SLEEPING, DRIBBLING], ids=["sleeping", "dribbling"])
def test_a_process_that_does_nothing_is_ended_by_the_wall(program: str) -> None:
    """A process that sleeps, or that writes a little for ever, ends at the wider limit."""
    waited, _ = seconds_until_it_is_up(program, Limits(seconds=0.3, patience=4))
    assert 1.2 <= waited < 3


def test_where_the_system_does_not_tell_the_wall_counts() -> None:
    """A process of which no processor time is known has the narrow limit by the wall."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert processor_seconds(ended.pid) is None
    clock = Clock(ended.pid, Limits(seconds=0.2, patience=1000))
    assert 0 < clock.left() <= 0.2
    time.sleep(0.25)
    assert clock.left() <= 0


def test_our_own_time_agrees_with_the_system() -> None:
    """What is read is user and system time, in seconds."""
    times = os.times()
    told = processor_seconds(os.getpid())
    assert told is not None
    assert told == pytest.approx(times.user + times.system, abs=0.1)


@pytest.mark.parametrize(("line", "expected"), [("klaar", b"klaar"), ("", b"")])
def test_a_line_is_read_whole(line: str, expected: bytes) -> None:
    """An answer in time comes without its end."""
    with running(f"print({line!r})") as process:
        assert LineReader(output(process), 100).read(Clock(process.pid, Limits()).left) == expected
