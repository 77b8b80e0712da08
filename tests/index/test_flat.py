"""Vectors in a file, eight bits a number, several for each passage."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidszoeker.index import rows
from beleidszoeker.index.codes import quantised, unquantised
from beleidszoeker.index.flat import FlatVectors
from beleidszoeker.model.base import Vectors

KEYS = np.array([3, 5, 9, 10], dtype=np.int64)
COUNTS = (2, 0, 1, 4)


def unit(count: int, *, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(count, 16)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


GROUPS = [unit(count, seed=seed) for seed, count in enumerate(COUNTS)]


@pytest.fixture(params=["mapped", "read"])
def flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> FlatVectors:
    """As a small file is opened, and as a large one."""
    monkeypatch.setattr(rows, "MAPPED_BELOW", rows.MAPPED_BELOW if request.param == "mapped" else 1)
    FlatVectors.write(tmp_path / "sentences", GROUPS, 16)
    return FlatVectors.load(tmp_path / "sentences", KEYS, 16)


def test_the_best_of_each_passage_is_found(flat: FlatVectors) -> None:
    """In any order of keys; a passage without vectors, and one that is not there, has none."""
    query = unit(1, seed=9)[0]
    found = flat.best(query, np.array([10, 3, 5, 7, 9, 99], dtype=np.int64))
    expected = [
        (GROUPS[3] @ query).max(),
        (GROUPS[0] @ query).max(),
        -np.inf,
        -np.inf,
        (GROUPS[2] @ query)[0],
    ]
    assert found == pytest.approx([*expected, -np.inf], abs=0.01)


def test_nothing_is_asked(flat: FlatVectors) -> None:
    """No keys, no scores."""
    assert flat.best(unit(1)[0], np.empty(0, np.int64)).shape == (0,)


def test_the_vectors_of_one_passage_come_back(flat: FlatVectors) -> None:
    """Within what eight bits can hold; none for a passage without."""
    assert np.allclose(flat.of(10), GROUPS[3], atol=1 / 254)
    assert flat.of(5).shape == (0, 16)
    assert flat.of(4).shape == (0, 16)


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    """A snapshot without passages, or without a single sentence, opens."""
    FlatVectors.write(tmp_path / "a", [], 16)
    assert np.isneginf(
        FlatVectors.load(tmp_path / "a", np.empty(0, np.int64), 16).best(unit(1)[0], KEYS)
    ).all()
    FlatVectors.write(tmp_path / "b", [unit(0)] * 4, 16)
    assert np.isneginf(FlatVectors.load(tmp_path / "b", KEYS, 16).best(unit(1)[0], KEYS)).all()


@pytest.mark.parametrize("cut", [1, 20])
def test_a_file_that_was_cut_is_refused(tmp_path: Path, cut: int) -> None:
    """Half a file would give a passage the sentences of another."""
    FlatVectors.write(tmp_path / "a", GROUPS, 16)
    rows = tmp_path / "a.i8"
    rows.write_bytes(rows.read_bytes()[:-cut])
    with pytest.raises(ValueError, match="4 passages"):
        FlatVectors.load(tmp_path / "a", KEYS, 16)


def test_vectors_of_other_passages_are_refused(tmp_path: Path) -> None:
    """The number of passages must be the snapshot's."""
    FlatVectors.write(tmp_path / "a", GROUPS, 16)
    with pytest.raises(ValueError, match="3 passages"):
        FlatVectors.load(tmp_path / "a", KEYS[:3], 16)


@given(st.lists(st.floats(-1, 1, width=32), min_size=4, max_size=4))
def test_eight_bits_are_near_enough(numbers: list[float]) -> None:
    """Each number within half a step of the vector's largest."""
    vectors = np.array([numbers], dtype=np.float32)
    back = unquantised(quantised(vectors, 4))
    assert np.abs(back - vectors).max() <= np.abs(vectors).max() / 254 + 1e-6


@given(
    counts=st.lists(st.integers(0, 6), min_size=1, max_size=20),
    asked=st.lists(st.integers(0, 45), max_size=40),
    seed=st.integers(0, 2**16),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_quick_way_finds_what_the_definition_says(
    tmp_path: Path, counts: list[int], asked: list[int], seed: int
) -> None:
    """The best of a passage is the highest product with any of its vectors, as the file gives them back."""
    groups = [unit(count, seed=seed + place) for place, count in enumerate(counts)]
    keys = 2 * np.arange(len(groups), dtype=np.int64) + 1
    FlatVectors.write(tmp_path / "any", groups, 16)
    flat, query = FlatVectors.load(tmp_path / "any", keys, 16), unit(1, seed=seed)[0]
    plain = [max((flat.of(key) @ query).tolist(), default=-np.inf) for key in asked]
    assert flat.best(query, np.array(asked, dtype=np.int64)) == pytest.approx(plain, abs=1e-6)


def test_large_files_are_read_without_being_mapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows are those of the mapped file, from any number of runs."""
    monkeypatch.setattr(rows, "MAPPED_BELOW", 1)
    held = quantised(unit(40, seed=3), 16)
    (tmp_path / "rows").write_bytes(held.tobytes())
    opened = rows.open_rows(tmp_path / "rows", held.dtype, len(held))
    assert isinstance(opened, rows.ReadRows)
    starts, counts = np.array([30, 0, 7]), np.array([10, 1, 3])
    expected = rows.MappedRows(held).gather(starts, counts)
    assert (opened.gather(starts, counts) == expected).all()
    assert len(opened.gather(starts[:0], counts[:0])) == 0


def test_a_file_that_was_cut_short_is_an_error(tmp_path: Path) -> None:
    """Nothing is made up for what is no longer there."""
    held = quantised(unit(4), 16)
    (tmp_path / "rows").write_bytes(held.tobytes())
    opened = rows.ReadRows(tmp_path / "rows", held.dtype)
    (tmp_path / "rows").write_bytes(held[:2].tobytes())
    with pytest.raises(OSError, match="korter"):
        opened.gather(np.array([0]), np.array([4]))
