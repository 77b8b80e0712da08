"""A library: one folder with the database, the snapshots and a lock for the one who writes."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from beleidszoeker.errors import LibraryBusyError
from beleidszoeker.index.snapshot import SnapshotFolder
from beleidszoeker.index.store import LibraryReader, LibraryWriter, open_database


class Library:
    """Opens a library folder; readers may be many, in many threads, the writer is one.

    Args:
        folder: The library's folder.
        create: Make it when it is not there.

    Raises:
        LibraryMissingError: There is none and ``create`` is false.
        LibraryError: It cannot be opened.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.folder = folder
        self.snapshots = SnapshotFolder(folder / "snapshots")
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._local.db = self._open(create=create)

    @property
    def reader(self) -> LibraryReader:
        """Read through this thread's own connection."""
        return LibraryReader(self._connection())

    @contextmanager
    def writing(self) -> Iterator[LibraryWriter]:
        """Be the one writer of this library.

        Raises:
            LibraryBusyError: Another process is writing.
        """
        lock = FileLock(str(self.folder / "library.lock"), timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise LibraryBusyError(
                f"Een ander proces schrijft al in {self.folder}.", advice="Wacht tot het klaar is."
            ) from error
        try:
            yield LibraryWriter(self._connection())
        finally:
            lock.release()

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._all:
            self._all.pop().close()
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "db", None)
        if connection is None:
            connection = self._local.db = self._open(create=False)
        return connection

    def _open(self, *, create: bool) -> sqlite3.Connection:
        connection = open_database(self.folder, create=create)
        self._all.append(connection)
        return connection
