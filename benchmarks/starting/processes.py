"""One run of a fresh process: how long it took, what it cost, and which heavy libraries it brought in."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

_HEAVY = """
faiss fastapi lxml msgspec numpy openvino pydantic pypdf rich scipy selectolax sentence_transformers simplemma
sklearn spacy tantivy tokenizers torch transformers
"""
COMMAND = "from beleidszoeker.cli import main; main()"
# At the very end, also when the code before it exits. The kernel's figure for a child that has ended counts
# what its parent held when it was forked.
_TELL = """
import atexit, json, sys
def tell():
    heavy = [name for name in {heavy!r} if name in sys.modules]
    try:
        lines = open("/proc/self/status").read().splitlines()
    except OSError:
        lines = []
    most = next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)
    print(json.dumps([heavy, most]), file=sys.stderr)
atexit.register(tell)
"""


class Run(NamedTuple):
    """A process that has ended.

    Attributes:
        seconds: By the clock on the wall.
        processor: Seconds of all processors together.
        megabytes: Most memory that it held; 0 where that is not known.
        printed: What it printed.
        heavy: Heavy libraries that it had imported.
    """

    seconds: float
    processor: float
    megabytes: int
    printed: str
    heavy: list[str]


def run(code: str, *arguments: str) -> Run:
    """Run Python code in a fresh process.

    Raises:
        SystemExit: It failed; what it printed is told.
    """
    with tempfile.TemporaryFile() as told:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", _TELL.format(heavy=_HEAVY.split()) + code, *arguments],
            stdout=subprocess.PIPE,
            stderr=told,
        )
        printed = process.stdout.read().decode() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        *_, last = told.read().decode().splitlines() or [""]
    if process.returncode:
        raise SystemExit(f"{arguments} failed with code {process.returncode}: {last}")
    heavy, megabytes = json.loads(last)
    return Run(seconds, used.ru_utime + used.ru_stime, megabytes, printed, heavy)


@contextmanager
def as_installed() -> Iterator[None]:
    """Let processes find compiled modules, as those of an installed package are, whatever is set here."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as compiled:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ |= {"PYTHONPYCACHEPREFIX": compiled, "NO_COLOR": "1"}
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
