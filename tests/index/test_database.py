"""Opening a library's database: schema, versions, transactions, threads."""

import sqlite3
from pathlib import Path
from threading import Thread, Timer

import pytest
from tests.support import Shelf, made

from beleidszoeker.errors import LibraryError, LibraryMissingError
from beleidszoeker.index import sqlite
from beleidszoeker.index.library import Library
from beleidszoeker.index.store import open_database, transaction


def count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own tables


def test_a_database_can_be_opened_again(tmp_path: Path) -> None:
    """Opening brings the schema up to date once; a second opening changes nothing."""
    first = open_database(tmp_path / "new" / "library", create=True)
    version = first.execute("PRAGMA user_version").fetchone()[0]
    first.close()
    second = open_database(tmp_path / "new" / "library")
    assert second.execute("PRAGMA user_version").fetchone()[0] == version > 0
    assert second.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    second.close()


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    """A library of a newer version is left alone, with the advice to update."""
    connection = open_database(tmp_path, create=True)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LibraryError, match="nieuwere versie") as caught:
        open_database(tmp_path)
    assert "Werk Beleidszoeker bij" in caught.value.advice


def test_a_missing_library_is_not_made_by_looking(tmp_path: Path) -> None:
    """Opening to read makes no folder and no file, and the error names the place."""
    with pytest.raises(LibraryMissingError, match="nergens"):
        Library(tmp_path / "nergens")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    """A file with other content is not overwritten."""
    (tmp_path / "library.db").write_text("geen database " * 100, encoding="utf-8")
    with pytest.raises(LibraryError, match="kan niet worden geopend"):
        Library(tmp_path)
    assert (tmp_path / "library.db").read_text(encoding="utf-8").startswith("geen database")


def test_a_library_cannot_stand_in_a_file(tmp_path: Path) -> None:
    """A path through a file is an error that names the folder."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(LibraryError, match="kan niet worden gemaakt"):
        Library(tmp_path / "file" / "library", create=True)


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    """What raises inside a transaction leaves nothing behind."""
    connection = open_database(tmp_path, create=True)

    def fail_half_way() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO removed VALUES ('a')")
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert count(connection, "removed") == 0
    with transaction(connection):
        connection.execute("INSERT INTO removed VALUES ('a')")
    assert count(connection, "removed") == 1
    connection.close()


def test_a_document_that_cannot_be_stored_leaves_nothing(shelf: Shelf) -> None:
    """Half a surrogate pair in the last passage undoes the whole document."""
    with pytest.raises(UnicodeEncodeError):
        shelf.put("a.txt", made("Goed.\n\nKapot \ud800."), content="a")
    assert shelf.library.reader.documents() == []
    assert shelf.library.reader.sources() == {}


def test_each_thread_reads_through_its_own_connection(shelf: Shelf) -> None:
    """Threads read side by side, and the connections of threads that ended are closed."""
    shelf.fill(made("Water."))
    found: list[int] = []

    def look() -> None:
        found.append(len(shelf.library.reader.documents()))

    for _ in range(20):
        thread = Thread(target=look)
        thread.start()
        thread.join()
    assert found == [1] * 20
    assert len(shelf.library._connections) <= 2


def test_a_full_disk_is_told(shelf: Shelf) -> None:
    """An error of the database while writing becomes one that names the folder."""
    shelf.library._connection().execute("PRAGMA max_page_count = 1")
    vectors = shelf.embedder.encode_queries(["x"] * 1000)

    def write() -> None:
        with shelf.library.writing() as writer:
            writer.save_vectors("m", [str(number) for number in range(1000)], vectors)

    with pytest.raises(LibraryError, match="kan niet worden geschreven"):
        write()


def test_a_migration_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rewriting a large library takes longer than other changes; who opens it meanwhile is patient."""
    monkeypatch.setattr(sqlite, "_PATIENCE", 0.1)
    steps = tmp_path / "steps" / "migrations"
    steps.mkdir(parents=True)
    (steps.parent / "__init__.py").touch()
    (steps / "0001.sql").write_text("CREATE TABLE one (id);", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    migrating = sqlite3.connect(tmp_path / "some.db", isolation_level=None, check_same_thread=False)
    migrating.execute("PRAGMA journal_mode = WAL")
    migrating.execute("BEGIN IMMEDIATE")
    end = Timer(0.8, migrating.execute, ["COMMIT"])
    end.start()
    opened = sqlite.open_sqlite(tmp_path / "some.db", "steps")
    end.join()
    assert count(opened, "one") == 0
    assert opened.execute("PRAGMA busy_timeout").fetchone()[0] == 100
    opened.close()
    migrating.close()
