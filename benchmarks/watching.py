"""A command with all its children, watched while it runs: time, processor time and memory, on Linux."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

_EVERY = 0.2  # seconds between two looks
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PROC = Path("/proc")


@dataclass(slots=True)
class Watched:
    """What was seen of a command.

    Attributes:
        out: What it wrote.
        seconds: How long it ran.
        processor: Processor seconds that it and its children used.
        parent: MB that it held at each look.
        children: MB that all its children held together at each look; what they share counts for each.
    """

    out: str = ""
    seconds: float = 0.0
    processor: float = 0.0
    parent: list[float] = field(default_factory=list)
    children: list[float] = field(default_factory=list)

    @property
    def most(self) -> float:
        """The most MB that it and its children held together; 0 where that is not known."""
        return max(map(sum, zip(self.parent, self.children, strict=True)), default=0.0)

    def busy(self, cores: int) -> float:
        """Return which share of the cores it kept busy, 0 to 1."""
        return self.processor / self.seconds / cores

    def quarters(self) -> dict[str, list[float]]:
        """Return the most that was held in each quarter of the time: flat memory stays as in the second."""
        return {"parent_mb": _quarters(self.parent), "children_mb": _quarters(self.children)}


def watch(
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    given: str | None = None,
    folder: Path | None = None,
    errors: int | None = subprocess.DEVNULL,
) -> Watched:
    """Run a command to its end.

    What the kernel tells of the memory of a process that ended is of no use: it counts what its parent held.

    Args:
        command: The program and its arguments.
        environment: All its variables.
        given: What it reads from its standard input.
        folder: Where it runs; by default here.
        errors: Where its standard error goes, as for ``subprocess``.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    seen, before, started = Watched(), os.times(), time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own command line
        command,
        env=environment,
        cwd=folder,
        stdin=None if given is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
    )
    while True:
        try:
            seen.out, _ = process.communicate(given, timeout=_EVERY)
            break
        except subprocess.TimeoutExpired:
            given = None  # it is being written already
            seen.parent.append(held(process.pid))
            seen.children.append(sum(held(child) for child in descendants(process.pid)))
    seen.seconds = time.perf_counter() - started
    after = os.times()
    seen.processor = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seen


def held(pid: int) -> float:
    """Return the MB of memory that a process holds; 0 when it is gone."""
    try:
        return int((_PROC / str(pid) / "statm").read_text().split()[1]) * _PAGE / 1e6
    except (OSError, IndexError):
        return 0.0


def descendants(pid: int) -> list[int]:
    """Return the ids of all processes that a process started, and those started."""
    found: list[int] = []
    for listed in (_PROC / str(pid) / "task").glob("*/children"):
        try:
            children = [int(child) for child in listed.read_text().split()]
        except OSError:
            continue
        found += children
        for child in children:
            found += descendants(child)
    return found


def _quarters(values: Sequence[float]) -> list[float]:
    if not values:
        return []
    bounds = [len(values) * quarter // 4 for quarter in range(5)]
    return [round(max(values[first : max(last, first + 1)]), 1) for first, last in pairwise(bounds)]
