"""SQLite files with a schema that grows: opening, migrating by numbered scripts, transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from beleidszoeker.errors import LibraryError

_PATIENCE = 30.0  # seconds to wait for another process' transaction
_PATIENCE_MIGRATING = 3600.0  # the same while the schema changes, which rewrites a large library


def open_sqlite(path: Path, migrations: str) -> sqlite3.Connection:
    """Open a database and bring its schema up to date.

    Args:
        path: The file; made when it is not there.
        migrations: Import name of the package whose folder ``migrations`` holds the scripts.

    Raises:
        LibraryError: It was made by a newer version of this program.
        sqlite3.DatabaseError: It is no database, or cannot be opened.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_PATIENCE)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything in this block is written, or nothing is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # on a full disk SQLite rolls back by itself
            connection.execute("ROLLBACK")
        raise


def what_is_wrong(connection: sqlite3.Connection) -> str | None:
    """Return what SQLite finds wrong with a database; ``None`` when it is whole."""
    try:
        found = [row[0] for row in connection.execute("PRAGMA quick_check")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return str(error)
    if found != ["ok"]:
        return str(found[0])
    return "losse verwijzingen" if broken else None


def _migrate(connection: sqlite3.Connection, package: str) -> None:
    folder = files(package).joinpath("migrations")
    scripts = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name
    )
    version = _version(connection)
    if version > len(scripts):
        raise LibraryError(
            "Deze bibliotheek is gemaakt met een nieuwere versie van Beleidszoeker.",
            advice="Werk Beleidszoeker bij en probeer het opnieuw.",
        )
    if version < len(scripts):
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MIGRATING * 1000:.0f}")
    for number, script in enumerate(scripts[version:], start=version + 1):
        with transaction(connection):
            if _version(connection) >= number:  # another process was first
                continue
            for statement in _statements(script.read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000:.0f}")


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
