"""How long a process may still take: by the processor where the system tells, and by the wall."""

import os
import time
from pathlib import Path

from beleidszoeker.ingest.sandbox.outcome import Limits

_PROC = Path("/proc")
_USER, _SYSTEM = 11, 12  # fields of /proc/<pid>/stat after the name, which may hold spaces; proc(5)


class Clock:
    """Counts from now what one process takes.

    Processor time and not the wall: on a busy machine a good file is slow through no fault of its own. The
    wall counts too, but wider, against a process that sleeps. Where the system tells no processor time the
    wall alone counts, with the narrow limit.

    Args:
        pid: The process; its children do not count.
        limits: What it may take.
    """

    def __init__(self, pid: int, limits: Limits) -> None:
        self._pid = pid
        self._limits = limits
        self._used = processor_seconds(pid)
        self._began = time.monotonic()

    def left(self) -> float:
        """Return the seconds in which it cannot run out of time; none are left at 0 or less."""
        waited = time.monotonic() - self._began
        used = processor_seconds(self._pid)
        if self._used is None or used is None:
            return self._limits.seconds - waited
        return min(self._limits.seconds - (used - self._used), self._limits.longest_wait - waited)


def processor_seconds(pid: int) -> float | None:
    """Return the processor time that a process has used, or ``None`` where the system does not tell."""
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[_USER]) + int(fields[_SYSTEM])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return None
