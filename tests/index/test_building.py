"""Building the index of words, by one process or by several."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import Shelf, made

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.base import LexicalQuery
from beleidszoeker.index.building.crew import Crew, whole_documents
from beleidszoeker.index.building.helper import Helper
from beleidszoeker.index.building.words import write_words
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.suggestions import Suggestions

TOPICS = ("waterkering", "stikstofdepositie", "woningbouw", "netcapaciteit")


@pytest.fixture
def texts(tmp_path: Path) -> list[IndexedText]:
    """Passages of forty documents, some hundreds together."""
    shelf = Shelf(tmp_path / "library")
    for number in range(40):
        topic = TOPICS[number % len(TOPICS)]
        says = [
            f"Het Nationaal Programma {topic} (NP{topic[0].upper()}) telt {number * n}." for n in range(12)
        ]
        shelf.put(f"{number}.txt", made("\n\n".join(says), title=f"Nota {number} over {topic}"))
    with shelf.library as library:
        return list(library.reader.indexed_texts())


def written(folder: Path, texts: list[IndexedText], helpers: int) -> tuple[object, ...]:
    """All that an index of words comes to."""
    folder.mkdir()
    with Crew(len(texts), helpers=helpers) as crew:
        gathered = write_words(texts, folder, crew)
    index = TantivyIndex.load(folder)
    found = index.search(LexicalQuery((("netcapaciteit", 1.0), ("12", 0.5))), 50)
    small = [
        (folder / name).read_text(encoding="utf-8") for name in ("vocabulary.json", "abbreviations.json")
    ]
    return (*small, Suggestions.gathered(gathered).to_bytes(), found.keys.tolist(), found.scores.tolist())


def test_several_processes_write_the_same_index(texts: list[IndexedText], tmp_path: Path) -> None:
    """Vocabulary, abbreviations, suggestions, hits and scores do not tell who read which passage."""
    alone = written(tmp_path / "alone", texts, 0)
    assert written(tmp_path / "two", texts, 2) == alone
    assert written(tmp_path / "three", texts, 3) == alone


def test_no_document_is_parted(texts: list[IndexedText]) -> None:
    """A footnote that several passages cite defines once, so whoever reads one passage reads them all."""
    some = list(whole_documents(texts))
    assert [one.key for part in some for one in part] == [one.key for one in texts]
    owners = [{one.document_id for one in part} for part in some]
    assert len(owners) > 1
    assert not owners[0] & owners[1]


def test_a_helper_that_dies_is_an_error(texts: list[IndexedText], tmp_path: Path) -> None:
    """Nobody waits for it, and the others end too."""
    with Crew(len(texts), helpers=2) as crew:
        helpers = [reader for reader in crew._readers if isinstance(reader, Helper)]
        helpers[0]._process.kill()
        with pytest.raises(LibraryError, match="hulpproces"):
            write_words(texts, tmp_path, crew)
    assert [helper._process.poll() is None for helper in helpers] == [False, False]


def test_dead_helpers_hide_no_error() -> None:
    """What could not be written to one that died is no second error, and the others end as well."""
    crew = Crew(2, helpers=2)
    helpers = [reader for reader in crew._readers if isinstance(reader, Helper)]

    def ask() -> None:
        with crew:
            helpers[0]._process.kill()
            helpers[0]._process.wait()
            crew.all("counted")

    with pytest.raises(LibraryError, match="hulpproces"):
        ask()
    assert [helper._process.poll() is None for helper in helpers] == [False, False]


@pytest.mark.skipif(os.name != "posix", reason="there are no sessions")
def test_ctrl_c_is_for_the_parent_alone() -> None:
    """A helper is in a session of its own: the terminal's interrupt does not reach it, even as it starts."""
    helper = Helper()
    try:
        assert os.getsid(helper._process.pid) != os.getsid(0)
    finally:
        helper.stop()


@pytest.mark.parametrize("kept", [None, 5, 1], ids=["whole", "half", "a byte"])
def test_a_helper_ends_with_its_parent(kept: int | None) -> None:
    """When its standard input closes, as it does when the parent is killed, it ends by itself, silently."""
    asked = pickle.dumps(("counted", ()))
    ended = subprocess.run(
        [sys.executable, "-m", "beleidszoeker.index.building.helper"],
        input=asked + (asked[:kept] if kept else b""),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert list(pickle.loads(ended.stdout).best()) == []  # noqa: S301 - our own process
