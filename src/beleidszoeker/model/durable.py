"""Making sure that what was written survives a crash, and that one process writes at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def sync(path: Path) -> None:
    """Return when this file's content, or this folder's list of names, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Sync every file and folder below ``folder``, and then itself."""
    for path in folder.rglob("*"):
        sync(path)
    sync(folder)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file ``path`` for this process, waiting for it if need be.

    The kernel lets go of it when the process ends, however it ends. The file itself stays behind, empty.
    """
    # Only POSIX has it, and only Linux has the embedded model; the other models must load elsewhere too.
    import fcntl

    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
