"""The library's database: where it is and how it opens."""

import sqlite3
from pathlib import Path

from beleidszoeker.errors import LibraryError, LibraryMissingError
from beleidszoeker.index.filters import names
from beleidszoeker.index.sqlite import open_sqlite, transaction

__all__ = ["DATABASE_NAME", "open_database", "transaction"]

DATABASE_NAME = "library.db"


def open_database(folder: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open the database of a library and bring its schema up to date.

    Args:
        folder: The library's folder.
        create: Make the folder and the database when they are not there.

    Raises:
        LibraryMissingError: There is no library and ``create`` is false.
        LibraryError: It was made by a newer version of this program, or is no database.
    """
    path = folder / DATABASE_NAME
    if not path.exists():
        if not create:
            raise LibraryMissingError(
                f"In {folder} staat geen bibliotheek.", advice="Maak er een met: beleidszoeker ingest MAP"
            )
        _make(folder)
    try:
        connection = open_sqlite(path, "beleidszoeker.index.store")
    except sqlite3.DatabaseError as error:
        raise LibraryError(f"De bibliotheek in {folder} kan niet worden geopend: {error}.") from error
    connection.create_function("names", 2, names, deterministic=True)
    return connection


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"De map {folder} kan niet worden gemaakt: {error.strerror}.") from error
