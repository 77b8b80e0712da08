"""Snapshots are published whole, refused when damaged, and cleared when old."""

import json
import shutil
from pathlib import Path

import pytest
from tests.support import NULL, Shelf, made

from beleidszoeker.errors import LibraryError, SnapshotMismatchError, SnapshotMissingError
from beleidszoeker.index.base import LexicalQuery
from beleidszoeker.index.publication import publish
from beleidszoeker.index.report import NullReporter
from beleidszoeker.index.snapshots import SnapshotFolder


class Told(NullReporter):
    """Keeps of each phase how many of how many steps were done."""

    def __init__(self) -> None:
        self.phases: dict[str, tuple[int, int]] = {}

    def begin(self, phase: str, total: int) -> None:
        self.phases[phase] = (0, total)

    def advance(self, count: int) -> None:
        phase, (done, total) = self.phases.popitem()
        self.phases[phase] = (done + count, total)


def folder_of(shelf: Shelf) -> Path:
    return shelf.library.folder / "snapshots"


def names(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in folder_of(shelf).iterdir())


def test_nothing_was_published_yet(shelf: Shelf) -> None:
    """Before the first publication there is no snapshot, and the error tells how to make one."""
    assert shelf.library.snapshots.current() is None
    with pytest.raises(SnapshotMissingError) as caught:
        shelf.library.snapshots.open()
    assert "ingest" in caught.value.advice


def test_the_manifest_tells_what_was_published(shelf: Shelf) -> None:
    """Number, model, dimension, counts and the checksum of every file stand in it."""
    shelf.fill(made("Water.\n\nBodem."))
    manifest = shelf.library.snapshots.manifest()
    assert (manifest.number, manifest.model, manifest.dimension) == (1, "hashing-64-v1", 64)
    assert manifest.passages == 2
    assert manifest.content == shelf.library.reader.digest()
    folder = folder_of(shelf) / "1"
    visible = {p.relative_to(folder).as_posix() for p in folder.rglob("[!.]*") if p.is_file()}
    assert set(manifest.files) == visible - {"manifest.json"}


def test_an_empty_library_can_be_published(shelf: Shelf) -> None:
    """A snapshot of nothing opens and finds nothing."""
    assert shelf.publish() == (0, True)
    snapshot = shelf.library.snapshots.open()
    assert snapshot.keys.tolist() == []
    assert len(snapshot.lexical) == len(snapshot.dense) == 0


def test_what_is_up_to_date_is_not_published_again(shelf: Shelf) -> None:
    """Only new content, another model or force makes a new snapshot."""
    shelf.fill(made("Water."))
    assert not shelf.publish().fresh
    assert shelf.publish(force=True).fresh
    shelf.put("b.txt", made("Bodem."))
    assert shelf.publish() == (2, True)
    assert shelf.library.snapshots.current() == 3


def test_publishing_tells_how_far_it_is(shelf: Shelf) -> None:
    """Through the vectors, to count words and to index them: each passage is a step of each."""
    shelf.fill(made("Water.\n\nBodem."))
    told = Told()
    with shelf.library.writing() as writer:
        publish(shelf.library, writer, shelf.embedder, reporter=told, force=True)
    assert told.phases == {"vectoren": (2, 2), "tellen": (2, 2), "indexeren": (2, 2)}


def test_what_has_no_vector_is_not_published(shelf: Shelf) -> None:
    """Both indexes hold the same passages: publishing before embedding is refused, and the old one stays."""
    shelf.fill(made("Water."))
    shelf.put("b.txt", made("Bodem."))
    with (
        pytest.raises(LibraryError, match="1 passages hebben nog geen vector"),
        shelf.library.writing() as writer,
    ):
        publish(shelf.library, writer, shelf.embedder, reporter=NULL)
    assert shelf.library.snapshots.open().keys.tolist() == [1]
    assert names(shelf) == ["1", "CURRENT"]


def test_the_previous_snapshot_stays(shelf: Shelf) -> None:
    """The published one and the one before are kept; older ones are removed."""
    for number in range(4):
        shelf.put(f"{number}.txt", made(f"Tekst {number}."))
        shelf.publish()
    assert names(shelf) == ["3", "4", "CURRENT"]


def test_what_was_interrupted_is_cleared(shelf: Shelf) -> None:
    """Half a folder, one that was never published and half a pointer go at the next publication."""
    shelf.fill(made("Water."))
    folder = folder_of(shelf)
    (folder / "2" / "lexical").mkdir(parents=True)
    (folder / "2" / "dense.faiss").write_bytes(b"half")
    shutil.copytree(folder / "1", folder / "3")
    (folder / "CURRENT.new").write_text("3", encoding="utf-8")
    assert not shelf.publish().fresh
    assert names(shelf) == ["1", "CURRENT"]
    shutil.copytree(folder / "1", folder / "7")
    shelf.put("b.txt", made("Bodem."))
    shelf.publish()
    assert names(shelf) == ["1", "8", "CURRENT"]


@pytest.mark.parametrize("thorough", [True, False])
@pytest.mark.parametrize(
    "name", ["dense.faiss", "lexical/meta.json", "lexical/vocabulary.json", "manifest.json"]
)
def test_a_missing_file_is_refused(shelf: Shelf, name: str, *, thorough: bool) -> None:
    """A snapshot that lacks a file is not opened, and the error says how to repair it."""
    shelf.fill(made("Water."))
    (folder_of(shelf) / "1" / name).unlink()
    with pytest.raises(SnapshotMismatchError) as caught:
        shelf.library.snapshots.open(thorough=thorough)
    assert "doctor --repair" in caught.value.advice


def test_a_changed_byte_is_refused(shelf: Shelf) -> None:
    """Checksums find one byte that differs, or one in an empty file, in any file."""
    shelf.fill(made("Water."))
    for name in shelf.library.snapshots.manifest().files:
        path = folder_of(shelf) / "1" / name
        whole = path.read_bytes()
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if whole else b"x")
        with pytest.raises(SnapshotMismatchError):
            shelf.library.snapshots.open(thorough=True)
        path.write_bytes(whole)
    shelf.library.snapshots.open(thorough=True)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"x" * 100])
def test_files_of_other_content_are_refused(shelf: Shelf, content: bytes) -> None:
    """Whatever FAISS, tantivy or JSON make of a damaged file, the error is ours."""
    shelf.fill(made("Water."))
    for path in (folder_of(shelf) / "1").rglob("[!.]*"):
        whole = path.read_bytes() if path.is_file() and path.suffix != ".store" else content
        if whole != content:
            path.write_bytes(content)
            with pytest.raises(SnapshotMismatchError):
                shelf.library.snapshots.open(thorough=path.name not in {"dense.faiss", "meta.json"})
            path.write_bytes(whole)


def test_another_model_is_refused(shelf: Shelf) -> None:
    """Vectors of one model are never searched with another, and the error names both."""
    shelf.fill(made("Water."))
    with pytest.raises(SnapshotMismatchError, match="'hashing-64-v1', niet met 'other'"):
        shelf.library.snapshots.open(model="other")
    shelf.library.snapshots.open(model=None)


@pytest.mark.parametrize("field", ["format", "analyser"])
def test_another_version_is_refused(shelf: Shelf, field: str) -> None:
    """A snapshot of another layout or another analysis is refused rather than misread."""
    shelf.fill(made("Water."))
    path = folder_of(shelf) / "1" / "manifest.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**facts, field: 999}), encoding="utf-8")
    with pytest.raises(SnapshotMismatchError, match="andere versie"):
        shelf.library.snapshots.open()


def test_indexes_of_another_snapshot_are_refused(shelf: Shelf) -> None:
    """Files that are whole but belong to other passages do not pass for these."""
    shelf.fill(made("Water."))
    shelf.put("b.txt", made("Bodem."))
    shelf.publish()
    folder = folder_of(shelf)
    shutil.copy(folder / "1" / "dense.faiss", folder / "2" / "dense.faiss")
    with pytest.raises(SnapshotMismatchError, match="klopt niet met het manifest"):
        shelf.library.snapshots.open()


def test_an_open_snapshot_outlives_its_folder(shelf: Shelf) -> None:
    """A snapshot that was opened goes on answering when its folder is deleted."""
    shelf.fill(made("Water en bodem.\n\nHaven en spoor."))
    snapshot = shelf.library.snapshots.open()
    shutil.rmtree(folder_of(shelf))
    (term, *_) = snapshot.lexical.analyser.terms("haven")
    hits = snapshot.lexical.search(LexicalQuery(((term.stem, 1.0),)), 5)
    assert hits.keys.tolist() == [2]
    assert snapshot.lexical.rarity(term.stem) > 0
    assert len(snapshot.dense.search(shelf.embedder.encode_queries(["haven"])[0], 5).keys) == 2


def test_a_pointer_that_makes_no_sense_is_no_publication(tmp_path: Path) -> None:
    """An empty or garbled pointer counts as none."""
    for content in ("", "zeven", "7\n8"):
        (tmp_path / "CURRENT").write_text(content, encoding="utf-8")
        assert SnapshotFolder(tmp_path).current() is None
