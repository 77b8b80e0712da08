"""The doctor finds what is wrong with a library, and mends it from the database."""

import json
from collections.abc import Callable
from pathlib import Path

import faiss
import pytest
from tests.support import NULL, Shelf, made

from beleidszoeker.index.doctor import examine, repair
from beleidszoeker.index.durable import checksum


def verdict(shelf: Shelf) -> dict[str, bool]:
    return {finding.check: finding.ok for finding in examine(shelf.library, shelf.embedder)}


def delete_a_file(folder: Path) -> None:
    (folder / "1" / "dense.faiss").unlink()


def flip_a_byte(folder: Path) -> None:
    path = next((folder / "1" / "lexical").glob("*.idx"))
    whole = path.read_bytes()
    path.write_bytes(bytes([whole[0] ^ 255]) + whole[1:])


def remove_the_pointer(folder: Path) -> None:
    (folder / "CURRENT").unlink()


def empty_the_folder(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    folder.rmdir()


@pytest.mark.parametrize("damage", [delete_a_file, flip_a_byte, remove_the_pointer, empty_the_folder])
def test_a_damaged_index_is_found_and_mended(shelf: Shelf, damage: Callable[[Path], None]) -> None:
    """After a repair all is well again, nothing was embedded anew, and searches find what they found."""
    shelf.fill(made("Water en bodem.\n\nHaven en spoor."))
    before = shelf.engine().search("haven").results[0].passage_id
    assert verdict(shelf) == {"database": True, "vectors": True, "snapshot": True}
    damage(shelf.library.folder / "snapshots")
    assert verdict(shelf) == {"database": True, "vectors": True, "snapshot": False}
    repair(shelf.library, shelf.embedder, reporter=NULL)
    assert verdict(shelf) == {"database": True, "vectors": True, "snapshot": True}
    assert shelf.engine().search("haven").results[0].passage_id == before
    assert len(shelf.embedder.embedded) == 2


def test_an_index_of_the_previous_version_answers_and_is_renewed(shelf: Shelf) -> None:
    """An index with vectors in full precision answers; the doctor sees it, and any publication renews it."""
    shelf.fill(made("Water en bodem.\n\nHaven en spoor."))
    before = shelf.engine().search("haven").results[0].passage_id
    folder = shelf.library.folder / "snapshots" / "1"
    keys, vectors = shelf.library.reader.vectors(shelf.embedder.id, shelf.embedder.dimension)
    dense = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
    dense.add_with_ids(vectors, keys)
    faiss.write_index(dense, str(folder / "dense.faiss"))
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["dense.faiss"] = checksum(folder / "dense.faiss")
    (folder / "manifest.json").write_text(json.dumps({**manifest, "format": 3}), encoding="utf-8")
    assert shelf.engine().search("haven").results[0].passage_id == before
    assert verdict(shelf) == {"database": True, "vectors": True, "snapshot": False}
    assert shelf.publish() == (2, True)
    assert verdict(shelf)["snapshot"]


def test_missing_vectors_are_found_and_made(shelf: Shelf) -> None:
    """A vector that is gone is told, and made again by a repair."""
    shelf.fill(made("Water."))
    shelf.library._connection().execute("DELETE FROM vectors")
    assert verdict(shelf)["vectors"] is False
    repair(shelf.library, shelf.embedder, reporter=NULL)
    assert verdict(shelf)["vectors"] is True
    assert len(shelf.embedder.embedded) == 2


def test_what_is_not_indexed_yet_is_found(shelf: Shelf) -> None:
    """Passages that were stored and not published are told."""
    shelf.fill(made("Water."))
    shelf.put("b.txt", made("Bodem."))
    assert verdict(shelf) == {"database": True, "vectors": False, "snapshot": False}


def test_a_pending_removal_is_no_damage(shelf: Shelf) -> None:
    """Until the next publication the index holds more than the database; that does no harm."""
    first, _ = shelf.fill(made("Water."), made("Bodem."))
    with shelf.library.writing() as writer:
        writer.remove_documents([first])
    assert verdict(shelf) == {"database": True, "vectors": True, "snapshot": True}


def test_a_damaged_database_is_told(shelf: Shelf) -> None:
    """Pages that were overwritten are found; a repair does not pretend to mend them."""
    shelf.fill(made("Water. " * 2000))
    connection = shelf.library._connection()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shelf.library.close()
    path = shelf.library.folder / "library.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 4096 * 3 + whole[8192 + 4096 * 3 :])
    finding = examine_database(shelf)
    assert not finding[0]
    assert finding[1].startswith("De database is beschadigd")


def examine_database(shelf: Shelf) -> tuple[bool, str]:
    problem = shelf.library.reader.integrity()
    return problem is None, problem or ""
