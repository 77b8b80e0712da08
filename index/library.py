"""A library: one folder with the database, the snapshots and a lock for the one who writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Thread, current_thread
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from beleidszoeker.errors import LibraryBusyError
from beleidszoeker.index.durable import unwritable
from beleidszoeker.index.snapshots import SnapshotFolder
from beleidszoeker.index.store import LibraryReader, LibraryWriter, open_database
from beleidszoeker.index.vector_map import VectorMap, library_map


class Library:
    """Opens a library folder; readers may be many, in many threads, the writer is one.

    Use it as a context manager, or call ``close``.

    Args:
        folder: The library's folder.
        create: Make it when it is not there.
        mapped: Whether vectors go through the linear map; without it the bare model is measured.

    Raises:
        LibraryMissingError: There is none and ``create`` is false.
        LibraryError: It cannot be opened.
    """

    def __init__(self, folder: Path, *, create: bool = False, mapped: bool = True) -> None:
        self.folder = folder
        self._mapped = mapped
        self.snapshots = SnapshotFolder(folder / "snapshots")
        self._lock = Lock()
        self._connections: dict[Thread, sqlite3.Connection] = {
            current_thread(): open_database(folder, create=create)
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def reader(self) -> LibraryReader:
        """Read through this thread's own connection."""
        return LibraryReader(self._connection())

    def vector_map(self, model: str) -> VectorMap | None:
        """Return the linear map for an embedder: the library's own, else the one that ships, if any."""
        return library_map(self.folder, model) if self._mapped else None

    @contextmanager
    def writing(self) -> Iterator[LibraryWriter]:
        """Be the one writer of this library.

        Raises:
            LibraryBusyError: Another process is writing.
            LibraryError: The disk is full, or nothing may be written there.
        """
        lock = FileLock(str(self.folder / "library.lock"), timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise LibraryBusyError(
                f"Een ander proces schrijft al in {self.folder}.", advice="Wacht tot het klaar is."
            ) from error
        except OSError as error:
            raise unwritable(self.folder, error) from error
        try:
            yield LibraryWriter(self._connection())
        except sqlite3.OperationalError as error:
            raise unwritable(self.folder, error) from error
        finally:
            lock.release()

    def close(self) -> None:
        """Close the connections of all threads; call it when none is reading any more."""
        with self._lock:
            while self._connections:
                self._connections.popitem()[1].close()

    def _connection(self) -> sqlite3.Connection:
        """Return this thread's connection; those of threads that have ended are closed."""
        thread = current_thread()
        connection = self._connections.get(thread)
        if connection is None:
            connection = open_database(self.folder)
            with self._lock:
                for ended in [other for other in self._connections if not other.is_alive()]:
                    self._connections.pop(ended).close()
                self._connections[thread] = connection
        return connection
