"""What a process of its own costs: time, processor time and memory, of it and of the processes it started."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from watching import watch

ROOT = Path(__file__).parents[2]
PYTHON = (sys.executable, "-c", "from beleidszoeker.cli import main; main()")
"""Our own command."""


@dataclass(frozen=True)
class Cost:
    """What a process cost.

    Attributes:
        seconds: From its start to its end.
        processor_seconds: That it and its children computed.
        memory_mb: The most that it and its children held together; 0 where that is not known.
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
        given: What it reads from its standard input.

    Raises:
        SystemExit: It failed.
    """
    try:
        seen = watch(command, os.environ | (settings or {}), given=given, folder=ROOT, errors=None)
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{' '.join(command)} ended with {error.returncode}") from error
    return Cost(seen.seconds, seen.processor, seen.most, seen.out)


def megabytes(path: Path) -> float:
    """Return what a file, or all files under a folder, take on disk."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return round(sum(each.stat().st_size for each in files) / 1e6, 1)
