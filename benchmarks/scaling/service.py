"""Our own service in a process of its own, as it is in use, and what the kernel says that it costs.

Settings, so the model, are the environment's.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

CODE = "from beleidszoeker.cli import main; main()"


class Service(NamedTuple):
    """Our own service.

    Attributes:
        address: Where it listens.
        process: Its process id.
        ready: Seconds until it could answer.
    """

    address: str
    process: int
    ready: float

    def busy(self) -> float:
        """Milliseconds of processor time that it used so far; 0 where that is not known."""
        path = Path(f"/proc/{self.process}/stat")
        if not path.is_file():
            return 0.0
        fields = path.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def memory(self) -> dict[str, int]:
        """Megabytes: ``held`` now and at the ``peak``; ``own``, and ``mapped`` files the kernel may drop."""
        path = Path(f"/proc/{self.process}/status")
        lines = path.read_text().splitlines() if path.is_file() else []
        known = {
            name: int(rest.split()[0]) * 1024 // 10**6 for name, _, rest in map(_parts, lines) if "kB" in rest
        }
        names = {"held": "VmRSS", "peak": "VmHWM", "own": "RssAnon", "mapped": "RssFile"}
        return {name: known.get(field, 0) for name, field in names.items()}


@contextmanager
def serving(library: Path, settings: Mapping[str, str] | None = None) -> Iterator[Service]:
    """Start the service for a library on a free port, wait until it can answer, and stop it at the end.

    Args:
        library: The library's folder.
        settings: Variables beside those of the environment, as ``BELEIDSZOEKER_MODEL``.
    """
    port = free_port()
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", CODE, "serve", "--port", str(port), "--library", str(library)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | (settings or {}),
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address + "/readyz", process)
        yield Service(address, process.pid, time.perf_counter() - started)
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    """Return a port of this computer that nothing listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=60):  # noqa: S310 - our own service
                return
        except OSError:
            time.sleep(0.02)
    raise SystemExit("the service stopped")


def _parts(line: str) -> tuple[str, str, str]:
    return line.partition(":")
