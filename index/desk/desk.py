"""The desk's database: one file beside the library's.

A library can be thrown away and made again from its files; what people collected cannot. So it stands in a
file of its own, and saving a note never waits for a document that is being taken in.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.sqlite import open_sqlite, transaction

DESK_NAME = "desk.db"


class Desk:
    """Opens the desk of a library for one piece of work at a time; safe in threads and processes.

    Args:
        folder: The library's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / DESK_NAME

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Open it to read.

        Raises:
            LibraryError: It was made by a newer version of this program, or is no database.
        """
        try:
            with closing(open_sqlite(self._path, "beleidszoeker.index.desk")) as connection:
                yield connection
        except sqlite3.DatabaseError as error:
            raise LibraryError(f"{self._path} kan niet worden gelezen of geschreven: {error}.") from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open it to write: all that is done is kept, or nothing is.

        Raises:
            LibraryError: As above, or the disk is full.
        """
        with self.reading() as connection, transaction(connection):
            yield connection
