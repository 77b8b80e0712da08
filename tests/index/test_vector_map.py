"""The linear map: unit vectors in and out; a damaged file is refused; the default one fits its model."""

from pathlib import Path

import numpy as np
import pytest

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.vector_map import VectorMap, default_map, library_map, map_name
from beleidszoeker.model.base import Vectors

MODEL = "multilingual-e5-small-q4@1571fc982750"


def unit_rows(count: int, dimension: int) -> Vectors:
    rows = np.random.default_rng(7).normal(size=(count, dimension)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_the_identity_changes_nothing() -> None:
    """Before anything is learnt a vector stays what it is, one alone and many together."""
    rows = unit_rows(5, 8)
    identity = VectorMap(np.eye(8, dtype=np.float32))
    assert np.allclose(identity.apply(rows), rows, atol=1e-6)
    assert np.allclose(identity.apply(rows[2]), rows[2], atol=1e-6)


def test_mapped_vectors_have_unit_length_and_single_precision() -> None:
    """Whatever the matrix, inner products stay cosines."""
    linear = VectorMap(unit_rows(8, 8) * 3)
    mapped = linear.apply(unit_rows(20, 8))
    assert mapped.dtype == np.float32
    assert np.allclose(np.linalg.norm(mapped, axis=1), 1, atol=1e-5)


def test_a_saved_map_comes_back_with_its_digest() -> None:
    """Half precision is kept as it was written, so the digest in a manifest stays true."""
    linear = VectorMap.from_bytes(VectorMap(unit_rows(8, 8)).to_bytes())
    again = VectorMap.from_bytes(linear.to_bytes())
    assert np.array_equal(linear.matrix, again.matrix)
    assert linear.digest == again.digest


@pytest.mark.parametrize("data", [b"", b"no matrix", VectorMap(np.eye(3, dtype=np.float32)).to_bytes()[:-9]])
def test_a_damaged_map_is_refused(data: bytes) -> None:
    """A truncated or foreign file is an error with advice, not a wrong order of results."""
    with pytest.raises(LibraryError, match="beschadigd"):
        VectorMap.from_bytes(data)


def test_a_map_that_is_not_square_or_not_finite_is_refused() -> None:
    """Only a square matrix of real numbers maps a model's vectors onto themselves."""
    for matrix in (np.ones((2, 3), np.float32), np.full((2, 2), np.nan, np.float32)):
        with pytest.raises(LibraryError):
            VectorMap.from_bytes(VectorMap(matrix).to_bytes())


def test_the_embedded_model_has_a_default_map_and_others_have_none() -> None:
    """A map is only ever used with the model that it was learnt for."""
    shipped = default_map(MODEL)
    assert shipped is not None
    assert shipped.matrix.shape == (384, 384)
    assert default_map("hashing-64-v1") is None


def test_a_library_s_own_map_goes_before_the_default(tmp_path: Path) -> None:
    """What was learnt here is used here, for that model alone."""
    own = VectorMap(np.eye(384, dtype=np.float32))
    (tmp_path / map_name(MODEL)).write_bytes(own.to_bytes())
    found = library_map(tmp_path, MODEL)
    assert found is not None
    assert found.digest == own.digest
    assert library_map(tmp_path, "another@1") is None
