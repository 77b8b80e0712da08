"""One process writes at a time; readers are not held up."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import Shelf, environment, made, run

from beleidszoeker.errors import LibraryBusyError

HOLDER = """
import sys, pathlib
from beleidszoeker.index.library import Library
with Library(pathlib.Path(sys.argv[1])) as library, library.writing():
    print("mine", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def elsewhere(shelf: Shelf) -> subprocess.Popen[str]:
    """Another process that writes until its standard input closes."""
    shelf.fill(made("Water."))
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(shelf.library.folder)],
        env=environment(shelf.library.folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "mine\n"
    return holder


def test_a_second_writer_is_refused(shelf: Shelf, elsewhere: subprocess.Popen[str], tmp_path: Path) -> None:
    """While another process writes, writing fails at once and searching goes on; afterwards all is free."""
    (tmp_path / "a.txt").write_text("Water in de rivier.", encoding="utf-8")
    try:
        with pytest.raises(LibraryBusyError, match="schrijft al"), shelf.library.writing():
            pass
        refused = run(shelf.library.folder, "ingest", tmp_path / "a.txt")
        assert refused.returncode == 2
        assert f"schrijft al in {shelf.library.folder}" in refused.stderr
        assert shelf.engine().search("water").answered
    finally:
        elsewhere.communicate("")
    with shelf.library.writing():
        pass


def test_a_writer_that_was_shot_leaves_no_lock(shelf: Shelf, elsewhere: subprocess.Popen[str]) -> None:
    """The lock goes with its process, however it ends."""
    elsewhere.kill()
    elsewhere.communicate()
    with shelf.library.writing() as writer:
        assert writer.remove_documents(["no such document"]) == 0


def test_threads_do_not_write_together(shelf: Shelf) -> None:
    """The lock holds within one process too, and is free again after an error."""
    with shelf.library.writing(), pytest.raises(LibraryBusyError), shelf.library.writing():
        pass
    with pytest.raises(KeyError), shelf.library.writing():
        raise KeyError
    with shelf.library.writing():
        pass
