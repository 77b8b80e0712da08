"""A disk that is full: what was published stays, and people hear why and where."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import Shelf, environment, made

from beleidszoeker.index.store import open_database, transaction
from beleidszoeker.ingest.prepared import PreparedDocument

# Publishes what stands in the library, with ever smaller files allowed, and tells what came of each time.
PUBLISHER = """
import json, pathlib, resource, sys
from beleidszoeker.errors import LibraryError
from beleidszoeker.index.library import Library
from beleidszoeker.index.snapshot import Content
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
with Library(pathlib.Path(sys.argv[1])) as library:
    read, model = library.reader, "hashing-64-v1"
    for limit in json.loads(sys.argv[2]):
        content = Content(
            texts=list(read.indexed_texts()), keys=read.vector_keys(model),
            vectors=list(read.vector_blocks(model, 64)), dimension=64,
            sentences=list(read.sentences(model, 64)), digest=read.digest(),
        )
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        try:
            told = library.snapshots.publish(content, model=model).number
        except LibraryError as error:
            told = [error.message, error.advice]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        print(json.dumps(told), flush=True)
"""


def published(shelf: Shelf, limits: list[int]) -> list[tuple[str, str]]:
    """What a process tells that publishes with these limits, bytes of a file, one after another."""
    folder = shelf.library.folder
    ended = subprocess.run(
        [sys.executable, "-c", PUBLISHER, str(folder), json.dumps(limits)],
        env=environment(folder),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr.decode()
    return [json.loads(line) for line in ended.stdout.splitlines()]


MANY = [made(f"Water {n}. Bodem {n}. Lucht.\n\nGeluid {n}. Natuur.") for n in range(200)]  # most is vectors
WORDY = [made(" ".join(f"water{n}wegen" for n in range(3_000)))]  # most is words


@pytest.mark.parametrize("documents", [MANY, WORDY], ids=["many", "wordy"])
def test_no_file_of_an_index_is_ever_short(shelf: Shelf, documents: list[PreparedDocument]) -> None:
    """Whichever file does not fit by a byte: nothing is published, and the half is cleared away."""
    shelf.fill(*documents)
    snapshots = shelf.library.folder / "snapshots"
    sizes = {path.stat().st_size for path in (snapshots / "1").rglob("[!.]*") if path.is_file()}
    told = published(shelf, [size - 1 for size in sorted(sizes - {0}, reverse=True)])
    assert len(told) >= 10
    for message, advice in told:
        assert message.startswith(f"In {snapshots} kan niet worden geschreven: ")
        assert "File too large" in message
        assert "schijf vol" in advice
    assert sorted(path.name for path in snapshots.iterdir()) == ["1", "CURRENT"]
    assert shelf.engine().search("water").answered


def test_a_transaction_on_a_full_disk_tells_why(tmp_path: Path) -> None:
    """SQLite undoes it by itself; the error is the first one, and the connection goes on."""
    connection = open_database(tmp_path, create=True)
    connection.execute("PRAGMA max_page_count = 1")

    def fill() -> None:
        with transaction(connection):
            connection.executemany("INSERT INTO removed VALUES (?)", [(f"{n:01000}",) for n in range(5_000)])

    with pytest.raises(sqlite3.OperationalError, match="full"):
        fill()
    with transaction(connection):
        connection.execute("DELETE FROM removed")
    connection.close()


def test_a_transaction_that_cannot_end_is_undone(tmp_path: Path) -> None:
    """What is refused only at the end, as a loose reference is, leaves nothing behind and nothing open."""
    connection = open_database(tmp_path, create=True)
    connection.execute("CREATE TABLE loose (id TEXT REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED)")

    def refer() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO loose VALUES ('nergens')")

    with pytest.raises(sqlite3.IntegrityError):
        refer()
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM loose").fetchone()[0] == 0
    connection.close()
