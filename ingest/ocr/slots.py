"""How many pages are recognised at once over all parser processes: as many as there are slots.

A slot is a locked file. The system lets go of the lock when its holder dies, so no killed parser keeps one.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows: each process then bounds only itself
    fcntl = None  # type: ignore[assignment]


def make_slots(folder: Path, count: int) -> None:
    """Make slots in an empty folder."""
    for number in range(count):
        (folder / str(number)).touch()


@contextmanager
def slot(folder: Path | None) -> Iterator[None]:
    """Hold one of a folder's slots; waits for one. Without a folder there is no bound."""
    if folder is None or fcntl is None:
        yield
        return
    names = sorted(folder.iterdir())
    random.shuffle(names)  # so that waiters spread
    with _locked(names):
        yield


@contextmanager
def _locked(names: list[Path]) -> Iterator[None]:
    for name in names:
        with name.open("rb") as stream:
            if _lock(stream, wait=False):
                yield
                return
    with names[0].open("rb") as stream:
        _lock(stream, wait=True)
        yield


def _lock(stream: IO[bytes], *, wait: bool) -> bool:
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
