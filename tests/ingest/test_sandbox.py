"""Parsing in real child processes: what exceeds a limit, hangs or dies costs its own file alone.

What files themselves can do is in ``test_hostile.py``.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleidszoeker.errors import (
    DamagedDocumentError,
    LimitExceededError,
    ParserCrashedError,
)
from beleidszoeker.ingest.sandbox.pool import Limits, ParseOutcome, ParserPool


@pytest.fixture(scope="module")
def pool() -> Iterator[ParserPool]:
    with ParserPool(workers=1, limits=Limits(seconds=30), rules_only=True, ocr=False) as running:
        yield running


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "goed.txt"
    path.write_text("Het kabinet werkt aan de netcapaciteit in Limburg.\n", encoding="utf-8")
    return path


def one(pool: ParserPool, path: Path) -> ParseOutcome:
    (outcome,) = pool.parse([path])
    return outcome


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_missing_file_is_an_outcome(pool: ParserPool, tmp_path: Path) -> None:
    """A file that is gone when its turn comes fails alone."""
    assert isinstance(one(pool, tmp_path / "weg.txt").error, DamagedDocumentError)


def test_outcomes_come_in_order_with_digests(pool: ParserPool, tmp_path: Path) -> None:
    """Many files give their outcomes in the order asked, each with the digest of its bytes."""
    paths = [
        written(tmp_path / f"{n}.txt", f"Dit is document nummer {n} van de reeks.".encode())
        for n in range(20)
    ]
    outcomes = list(pool.parse(paths))
    assert [outcome.path for outcome in outcomes] == paths
    assert len({outcome.digest for outcome in outcomes}) == len(paths)
    assert all(len(outcome.digest) == 64 for outcome in outcomes)


def test_a_file_over_the_size_limit_is_refused(tmp_path: Path, good: Path) -> None:
    """A file larger than the limit is not read."""
    large = written(tmp_path / "groot.txt", b"lang " * 1000)
    with ParserPool(workers=1, limits=Limits(file_size=1000), rules_only=True) as small:
        first, second = small.parse([large, good])
    assert isinstance(first.error, LimitExceededError)
    assert second.prepared is not None


def test_a_file_over_the_time_limit_is_ended(tmp_path: Path) -> None:
    """A file that takes too long ends as such, and does not hold up the run."""
    slow = written(tmp_path / "lang.txt", b"Dit is een zin over de netcapaciteit in de regio. " * 40_000)
    with ParserPool(workers=1, limits=Limits(seconds=0.05), rules_only=True) as hasty:
        outcome = one(hasty, slow)
    assert isinstance(outcome.error, LimitExceededError)
    assert "0.05 seconden" in outcome.error.message


def test_an_answer_over_its_limit_is_cut_off(tmp_path: Path, good: Path) -> None:
    """A document that would fill our memory is refused, and the next one is parsed."""
    long = written(tmp_path / "lang.txt", b"Dit is een zin over de netcapaciteit in de regio.\n\n" * 400)
    with ParserPool(workers=1, limits=Limits(answer_size=20_000), rules_only=True) as narrow:
        first, second = narrow.parse([long, good])
    assert isinstance(first.error, ParserCrashedError)
    assert second.prepared is not None


def test_too_little_memory_is_an_outcome(good: Path) -> None:
    """Where not even the parser fits, each file ends with a reason."""
    with ParserPool(workers=1, limits=Limits(memory=64 << 20), rules_only=True) as tight:
        outcomes = list(tight.parse([good, good]))
    assert all(isinstance(outcome.error, ParserCrashedError | LimitExceededError) for outcome in outcomes)


def pid_of(pool: ParserPool) -> int:
    process = pool._children[0]._process
    assert process is not None
    return process.pid


@pytest.fixture(scope="module")
def frail() -> Iterator[ParserPool]:
    """A pool whose process the tests stop and kill."""
    with ParserPool(workers=1, limits=Limits(seconds=1), rules_only=True) as running:
        yield running


def test_a_parser_that_waits_for_its_turn_is_given_time(frail: ParserPool, good: Path) -> None:
    """A process that gets no processor for longer than the limit costs nothing: it has not used its time."""
    assert one(frail, good).error is None
    pid = pid_of(frail)
    os.kill(pid, signal.SIGSTOP)
    threading.Timer(1.5, os.kill, (pid, signal.SIGCONT)).start()
    assert one(frail, good).prepared is not None
    assert pid_of(frail) == pid


def test_a_parser_that_hangs_is_replaced(frail: ParserPool, good: Path) -> None:
    """A process that stops answering costs its own file, no other."""
    assert one(frail, good).error is None
    os.kill(pid_of(frail), signal.SIGSTOP)
    assert isinstance(one(frail, good).error, LimitExceededError)
    assert one(frail, good).prepared is not None


def test_a_parser_that_is_killed_between_files_costs_none(frail: ParserPool, good: Path) -> None:
    """A process that died while idle is replaced before the next file."""
    assert one(frail, good).error is None
    pid = pid_of(frail)
    os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)
    assert one(frail, good).prepared is not None
    assert pid_of(frail) != pid


def test_a_parser_that_is_killed_at_work_costs_its_file(
    frail: ParserPool, tmp_path: Path, good: Path
) -> None:
    """A crash in the middle of a file is that file's outcome."""
    slow = written(tmp_path / "lang.txt", b"Dit is een zin over de netcapaciteit in de regio. " * 40_000)
    assert one(frail, good).error is None
    threading.Timer(0.3, os.kill, (pid_of(frail), signal.SIGKILL)).start()
    first, second = frail.parse([slow, good])
    assert isinstance(first.error, ParserCrashedError)
    assert second.prepared is not None


def test_no_process_outlives_the_pool(good: Path) -> None:
    """Leaving the pool ends its processes."""
    with ParserPool(workers=1, rules_only=True) as running:
        one(running, good)
        pid = pid_of(running)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
