"""The library's database: opening, migrating, transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from beleidszoeker.errors import LibraryError, LibraryMissingError
from beleidszoeker.index.filters import names

DATABASE_NAME = "library.db"
_PATIENCE = 30.0  # seconds to wait for another process' transaction


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
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_PATIENCE)
    except sqlite3.DatabaseError as error:
        raise _unusable(folder, error) from error
    try:
        _set_up(connection)
        _migrate(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _unusable(folder, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"De map {folder} kan niet worden gemaakt: {error.strerror}.") from error


def _set_up(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.create_function("names", 2, names, deterministic=True)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _unusable(folder: Path, error: sqlite3.Error) -> LibraryError:
    return LibraryError(f"De bibliotheek in {folder} kan niet worden geopend: {error}.")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything in this block is written, or nothing is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection) -> None:
    folder = files("beleidszoeker.index.store").joinpath("migrations")
    scripts = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name
    )
    version = _version(connection)
    if version > len(scripts):
        raise LibraryError(
            "Deze bibliotheek is gemaakt met een nieuwere versie van Beleidszoeker.",
            advice="Werk Beleidszoeker bij en probeer het opnieuw.",
        )
    for number, script in enumerate(scripts[version:], start=version + 1):
        with transaction(connection):
            if _version(connection) >= number:  # another process was first
                continue
            for statement in _statements(script.read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements, so that it runs inside our own transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
