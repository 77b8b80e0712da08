"""The approximate index of vectors: what it finds, what it refuses, and when a library gets it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.support import NULL, Shelf, made

from beleidszoeker.errors import SnapshotMismatchError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.nearest.approximate import ApproximateIndex
from beleidszoeker.index.nearest.choosing import build_index, open_index
from beleidszoeker.index.nearest.exact import ExactIndex
from beleidszoeker.index.nearest.selecting import Selections
from beleidszoeker.index.publication import embed_missing, publish
from beleidszoeker.model.base import Vectors

SIZE, DIMENSION = 60_000, 32
KEYS = np.arange(SIZE, dtype=np.int64) * 3 + 5


def crowds(seed: int) -> Vectors:
    """Vectors in crowds, as passages on the same subject."""
    random = np.random.default_rng(seed)
    middles = np.random.default_rng(0).normal(size=(300, DIMENSION))
    vectors = middles[random.integers(300, size=SIZE)] + random.normal(size=(SIZE, DIMENSION))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return crowds(1)


@pytest.fixture(scope="module")
def exact(vectors: Vectors) -> ExactIndex:
    return ExactIndex.build(KEYS, np.split(vectors, 8), DIMENSION)


@pytest.fixture(scope="module")
def index(exact: ExactIndex) -> ApproximateIndex:
    return ApproximateIndex.of(exact)


@pytest.mark.parametrize("share", [1.0, 0.5, 0.05, 0.005])
def test_nearly_all_of_the_nearest_are_found_under_any_filter(
    exact: ExactIndex, index: ApproximateIndex, share: float
) -> None:
    """At least 98 % of the nearest two hundred are found, nothing else than allowed, with true scores."""
    allowed = (
        None if share == 1.0 else np.random.default_rng(2).choice(KEYS, int(share * SIZE), replace=False)
    )
    for query in crowds(3)[:20]:
        right, found = (each.search(query, 200, allowed=allowed) for each in (exact, index))
        assert allowed is None or np.isin(found.keys, allowed).all()
        assert len(np.intersect1d(found.keys[:10], right.keys[:10])) >= 9
        assert len(np.intersect1d(found.keys, right.keys)) >= 0.98 * 200
        np.testing.assert_array_equal(found.scores, exact.search(query, SIZE, allowed=found.keys).scores)


def test_codes_say_what_is_compared(vectors: Vectors, exact: ExactIndex, index: ApproximateIndex) -> None:
    """With codes of other vectors the nearest are missed: they are used. What is found has its true score."""
    others = ApproximateIndex.of(ExactIndex.build(KEYS, [vectors[::-1]], DIMENSION))
    misled = ApproximateIndex(exact, others._codes)
    query = crowds(3)[0]
    found = misled.search(query, 200)
    assert len(np.intersect1d(found.keys, index.search(query, 200).keys)) < 100
    np.testing.assert_allclose(found.scores, exact.scores(query, found.keys), atol=1e-6)


def test_equal_vectors_among_many_come_in_order_of_key(vectors: Vectors) -> None:
    """Of a few hundred passages that are alike the first ones are found."""
    same = vectors.copy()
    same[1000:1300] = same[0]
    found = ApproximateIndex.build(KEYS, [same], DIMENSION).search(same[0], 100)
    assert found.keys.tolist() == [KEYS[0], *KEYS[1000:1099].tolist()]


def test_an_opened_index_needs_its_files_no_longer(index: ApproximateIndex, tmp_path: Path) -> None:
    """It answers as the one that was saved, also when its folder was deleted."""
    index.save(tmp_path / "dense.faiss")
    assert {path.name for path in tmp_path.iterdir()} == {"dense.faiss", "dense.codes"}
    opened = open_index(tmp_path / "dense.faiss", "codes")
    shutil.rmtree(tmp_path)
    for query in crowds(3)[:5]:
        assert opened.search(query, 50).keys.tolist() == index.search(query, 50).keys.tolist()


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def of_other_vectors(path: Path) -> None:
    build_index(KEYS[:100], [crowds(1)[:100]], DIMENSION, exact_up_to=50).save(path.parent / "other.faiss")
    (path.parent / f"other{path.suffix}").replace(path)


@pytest.mark.parametrize("name", ["dense.faiss", "dense.codes"])
@pytest.mark.parametrize("damage", [halved, of_other_vectors, lambda path: path.write_bytes(b"x" * 100)])
def test_damaged_files_are_refused(
    index: ApproximateIndex, tmp_path: Path, name: str, damage: Callable[[Path], object]
) -> None:
    """A file that was cut off, belongs to other vectors or holds something else is not opened."""
    index.save(tmp_path / "dense.faiss")
    damage(tmp_path / name)
    with pytest.raises((RuntimeError, ValueError)):
        open_index(tmp_path / "dense.faiss", "codes")


def test_vectors_are_no_codes(exact: ExactIndex, tmp_path: Path) -> None:
    """An index of vectors in place of the codes is refused, and so is a kind that does not exist."""
    exact.save(tmp_path / "dense.faiss")
    exact.save(tmp_path / "dense.codes")
    for kind in ("codes", "graph"):
        with pytest.raises(ValueError, match=r"codes|kind"):
            open_index(tmp_path / "dense.faiss", kind)


@pytest.mark.parametrize("share", [0.001, 0.3, 1.0])
def test_a_selection_is_made_once_for_an_array(share: float) -> None:
    """The same array gives the same selection, another array its own; unknown keys count for nothing."""
    selections = Selections(KEYS)
    allowed = np.random.default_rng(1).choice(KEYS, int(share * SIZE), replace=False)
    first = selections.of(allowed)
    assert selections.of(allowed) is first
    assert first.most == len(allowed)
    assert selections.of(np.append(allowed, [1, -4, KEYS[-1] + 1])).most == len(allowed)


def test_selections_of_arrays_that_are_gone_are_not_mistaken() -> None:
    """Where one array took the place of another in memory, its own keys count."""
    selections = Selections(KEYS)
    for most in range(1, 200):
        assert selections.of(KEYS[:most].copy()).most == most


def stocked(shelf: Shelf, *, exact_up_to: int) -> None:
    """Publish sixty documents, one in ten of them a nota."""
    for number in range(60):
        kind = "nota" if number % 10 == 0 else "brief"
        shelf.put(f"{number}.txt", made(f"Water in wijk {number}.", kind=kind))
    with shelf.library.writing() as writer:
        embed_missing(shelf.library, writer, shelf.embedder, reporter=NULL)
        publish(shelf.library, writer, shelf.embedder, reporter=NULL, exact_up_to=exact_up_to)


def nearest(shelf: Shelf, *, allowed: NDArray[np.int64] | None = None) -> list[int]:
    query = shelf.embedder.encode_queries(["water wijk"])[0]
    hits = shelf.library.snapshots.open().dense.search(query, 100, allowed=allowed)
    return [int(key) for key in hits.keys]


def test_a_large_library_gets_codes(shelf: Shelf) -> None:
    """Beyond the size up to which all are compared; the manifest tells so, and with which parameters."""
    stocked(shelf, exact_up_to=60)
    assert shelf.library.snapshots.manifest().dense == {"kind": "exact", "bits": 16}
    before = nearest(shelf)
    with shelf.library.writing() as writer:
        publish(shelf.library, writer, shelf.embedder, reporter=NULL, exact_up_to=59, force=True)
    manifest = shelf.library.snapshots.manifest()
    assert manifest.dense == {"kind": "codes", "bits": 16, "code": 16}
    assert {"dense.faiss", "dense.codes"} <= set(manifest.files)
    assert nearest(shelf) == before


def test_a_large_library_keeps_to_filters_and_removals(shelf: Shelf) -> None:
    """With codes, a filter lets through what it names, and a document that was removed is found no more."""
    stocked(shelf, exact_up_to=10)
    notas = shelf.library.reader.keys(Filters(kinds=("nota",)))
    assert sorted(nearest(shelf, allowed=notas)) == notas.tolist()
    engine = shelf.engine()
    first = engine.search("water wijk", filters=Filters(kinds=("nota",)), count=100).results
    assert {shelf.library.reader.document(each.citation.document_id).kind for each in first} == {"nota"}
    with shelf.library.writing() as writer:
        writer.remove_documents([first[0].citation.document_id])
    left = engine.search("water wijk", filters=Filters(kinds=("nota",)), count=100).results
    assert first[0].citation.document_id not in {result.citation.document_id for result in left}
    assert first[1].citation.document_id in {result.citation.document_id for result in left}


@pytest.mark.parametrize("name", ["dense.faiss", "dense.codes"])
@pytest.mark.parametrize("damage", [Path.unlink, halved])
def test_a_large_library_with_a_damaged_file_is_refused(
    shelf: Shelf, name: str, damage: Callable[[Path], object]
) -> None:
    """A missing or halved file of vectors or codes is told as damage, with what to do."""
    stocked(shelf, exact_up_to=10)
    damage(shelf.library.snapshots.published() / name)
    with pytest.raises(SnapshotMismatchError) as caught:
        shelf.library.snapshots.open()
    assert "doctor --repair" in caught.value.advice


@pytest.mark.parametrize("version", [4, 5])
def test_a_snapshot_before_format_6_compares_all(shelf: Shelf, version: int) -> None:
    """Its manifest does not tell which index it has: it answers, and the next publication renews it."""
    stocked(shelf, exact_up_to=100)
    before = nearest(shelf)
    path = shelf.library.snapshots.published() / "manifest.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    del facts["dense"]
    path.write_text(json.dumps({**facts, "format": version}), encoding="utf-8")
    assert nearest(shelf) == before
    assert shelf.publish().fresh


@pytest.mark.parametrize("dense", [5, {}, [], {"kind": "graph"}, {"kind": ["codes"]}, None])
def test_a_manifest_that_tells_no_known_index_is_refused(shelf: Shelf, dense: object) -> None:
    """Whatever stands in its place, the error is ours."""
    shelf.fill(made("Water."))
    path = shelf.library.snapshots.published() / "manifest.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**facts, "dense": dense}), encoding="utf-8")
    with pytest.raises(SnapshotMismatchError):
        shelf.library.snapshots.open()
