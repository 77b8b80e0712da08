"""Publishing again and again: a process takes in a document that is another each time.

That changes a library, so it is done to a copy.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from scaling.service import CODE

_TEXT = (
    "# Werkbezoek {n}\n\nDe burgemeester bezocht op dag {n} het gemaal en sprak met bewoners over de dijk."
)


class Publication(NamedTuple):
    """One that was made while others asked.

    Attributes:
        began: Seconds on ``time.monotonic``.
        seconds: How long it took, taking in the document included.
    """

    began: float
    seconds: float


@contextmanager
def copied(library: Path) -> Iterator[Path]:
    """Yield a copy of a library, which is deleted at the end."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "library")
        shutil.copytree(library, target, ignore=shutil.ignore_patterns("*.lock"))
        yield target


@contextmanager
def publishing(library: Path) -> Iterator[list[Publication]]:
    """Publish snapshots of a library meanwhile, one after another; what is yielded gets each."""
    made: list[Publication] = []
    over = threading.Event()
    with tempfile.TemporaryDirectory() as folder:
        thread = threading.Thread(target=_publish, args=(library, Path(folder), made, over))
        thread.start()
        try:
            yield made
        finally:
            over.set()
            thread.join()


def _publish(library: Path, folder: Path, made: list[Publication], over: threading.Event) -> None:
    number = 0
    while not over.is_set():
        number += 1
        (folder / "verslag.md").write_text(_TEXT.format(n=number), encoding="utf-8")
        started = time.monotonic()
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", CODE, "ingest", str(folder), "--library", str(library)],
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.stderr.write(done.stderr)
            return
        made.append(Publication(started, time.monotonic() - started))
