"""How much memory processes hold, in MB, and what time they used, read from the kernel's ``/proc``."""

import resource
from itertools import chain
from pathlib import Path
from time import process_time

from beleidszoeker.ingest.sandbox.clock import processor_seconds

_PROC = Path("/proc")
_NOW, _PEAK = "VmRSS", "VmHWM"


def held() -> float:
    """Return what this process holds now."""
    return _read("self", _NOW)


def peak() -> float:
    """Return the most that this process ever held."""
    return _read("self", _PEAK)


def children_held() -> float:
    """Return what all children of this process hold now."""
    return sum(_read(child, _NOW) for child in _children())


def children_peak() -> float:
    """Return the most that the largest living child ever held."""
    return max(_read(child, _PEAK) for child in _children())


def children_seconds() -> float:
    """Return the processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def family_seconds() -> float:
    """Return the processor time of this process and of its children that live."""
    return process_time() + sum(processor_seconds(int(child)) or 0.0 for child in _children())


def _children() -> list[str]:
    lists = (_PROC / "self" / "task").glob("*/children")
    return list(chain.from_iterable(path.read_text().split() for path in lists))


def _read(process: str, name: str) -> float:
    lines = (_PROC / process / "status").read_text().splitlines()
    return round(next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024, 1)
