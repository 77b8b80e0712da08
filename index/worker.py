"""The process that takes uploads in, beside the service.

A process of its own can be ended when something is removed meanwhile, dies alone when it dies, and runs
without the admin key. It is niced, so that searches go first.

It is told on standard input what to do, in one line of JSON, and tells on standard output how far it is, a
line of JSON for each step. When standard input closes, whoever started it is gone or wants it to stop: it
ends, and its parsers with it. Ended anywhere, the library is whole and the next run goes on.
"""

import json
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO, Any

from beleidszoeker.errors import BeleidszoekerError, LibraryBusyError
from beleidszoeker.index.files import storable
from beleidszoeker.index.ingestion import ingest
from beleidszoeker.index.library import Library
from beleidszoeker.index.store import SourceRecord
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.model import load_embedder

FAILED = 3  # exit code: a reason was told
_WAIT = 2.0  # seconds between two looks whether another process still writes
_NICENESS = 5  # searches go first


class LineReporter:
    """Tells of the progress in lines of JSON.

    Args:
        out: Where to.
    """

    def __init__(self, out: IO[str]) -> None:
        self._out = out
        self._lock = threading.Lock()

    def tell(self, **told: Any) -> None:
        """Write a line; from any thread."""
        with self._lock:
            self._out.write(json.dumps(told) + "\n")
            self._out.flush()

    def begin(self, phase: str, total: int) -> None:
        """A phase begins."""
        self.tell(phase=phase, total=total)

    def advance(self, count: int) -> None:
        """So many steps more are done."""
        self.tell(advance=count)

    def end(self) -> None:
        """Nothing is told of an end: the next phase, or the process' own end, tells it."""

    def failure(self, source: SourceRecord) -> None:
        """The library tells of it."""

    def recognised(self, path: Path, done: int, total: int) -> None:
        """So many of the pages of a file that are pictures are read."""
        self.tell(recognised=[storable(str(path)), done, total])

    def embedded(self, done: int, known: int) -> None:
        """While files are read: so many passages are embedded, of all that the files read so far lacked."""
        self.tell(embedded=[done, known])


def main() -> None:
    """Do what the first line of standard input says."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not garble what is told
    order = json.loads(os.fdopen(os.dup(0), "rb", buffering=0).readline())
    signal.signal(signal.SIGTERM, _end)
    threading.Thread(target=_end_with_input, daemon=True).start()
    with suppress(AttributeError, OSError):
        os.nice(_NICENESS)
    reporter = LineReporter(out)
    try:
        _ingest_when_free(order, reporter)
    except BeleidszoekerError as error:
        reporter.tell(error=[error.message, error.advice])
        sys.exit(FAILED)


def _ingest_when_free(order: dict[str, Any], reporter: LineReporter) -> None:
    embedder = load_embedder(order["model"], cache_dir=Path(order["cache"]))
    paths = [Path(path) for path in order["paths"]]
    with (
        Library(Path(order["library"])) as library,
        ParserPool(workers=order["workers"], ocr=order["ocr"]) as pool,
    ):
        while True:
            try:
                ingest(library, [path for path in paths if path.exists()], embedder, pool, reporter=reporter)
            except LibraryBusyError:
                reporter.tell(busy=True)
                time.sleep(_WAIT)
            else:
                return


def _end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(1)  # through all the with-blocks: parsers and folders of this process go too


def _end_with_input() -> None:
    while os.read(0, 1024):  # not through sys.stdin, which a thread may not hold when Python ends
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
