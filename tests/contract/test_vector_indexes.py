"""What every vector index promises, asked of each of them."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from beleidszoeker.index.base import VectorIndex
from beleidszoeker.index.nearest.approximate import ApproximateIndex
from beleidszoeker.index.nearest.exact import ExactIndex
from beleidszoeker.model.base import Vectors

SIZE, DIMENSION = 1000, 16
Backend = type[VectorIndex]


@pytest.fixture(params=[ExactIndex, ApproximateIndex])
def backend(request: pytest.FixtureRequest) -> Backend:
    kind: Backend = request.param
    return kind


def built(backend: Backend, keys: NDArray[np.int64], vectors: Vectors) -> VectorIndex:
    """Build from blocks of unequal length."""
    return backend.build(keys, np.split(vectors, [len(vectors) // 3]), vectors.shape[1])


def some_vectors(count: int = SIZE, *, seed: int = 1) -> tuple[NDArray[np.int64], Vectors]:
    """Keys with gaps, and vectors of few values, whose inner products are exact and often equal."""
    random = np.random.default_rng(seed)
    keys = np.sort(random.choice(10 * count, size=count, replace=False)).astype(np.int64)
    return keys, random.choice([-0.25, 0.25], size=(count, DIMENSION)).astype(np.float32)


def brute_force(
    keys: NDArray[np.int64], vectors: Vectors, query: Vectors, count: int, allowed: NDArray[np.int64] | None
) -> tuple[list[int], list[float]]:
    scores = vectors @ query
    kept = np.flatnonzero(np.isin(keys, allowed)) if allowed is not None else np.arange(len(keys))
    order = kept[np.lexsort((keys[kept], -scores[kept]))][:count]
    return keys[order].tolist(), scores[order].tolist()


@pytest.mark.parametrize("share", [1.0, 0.5, 0.05, 0.005])
@pytest.mark.parametrize("count", [1, 10, 150, 5000])
def test_search_equals_brute_force_under_a_filter(backend: Backend, share: float, count: int) -> None:
    """Whatever share of the passages is allowed, the best of them are found: ties by key, also at the cut."""
    keys, vectors = some_vectors()
    allowed = (
        None if share == 1.0 else np.random.default_rng(2).choice(keys, int(share * SIZE), replace=False)
    )
    index = built(backend, keys, vectors)
    for query in some_vectors(5, seed=3)[1]:
        hits = index.search(query, count, allowed=allowed)
        assert (hits.keys.tolist(), hits.scores.tolist()) == brute_force(keys, vectors, query, count, allowed)


def test_equal_vectors_come_in_order_of_key(backend: Backend) -> None:
    """Of passages that are all alike, the first ones are found."""
    keys, vectors = some_vectors()
    vectors[:] = vectors[0]
    assert built(backend, keys, vectors).search(vectors[0], 20).keys.tolist() == keys[:20].tolist()


def test_an_empty_index_finds_nothing(backend: Backend, tmp_path: Path) -> None:
    """An index without vectors can be built, saved, loaded and searched."""
    built(backend, np.empty(0, np.int64), np.empty((0, DIMENSION), np.float32)).save(tmp_path / "empty")
    index = backend.load(tmp_path / "empty")
    query = np.ones(DIMENSION, np.float32)
    assert len(index) == 0
    assert len(index.search(query, 10).keys) == 0
    assert index.scores(query, np.array([4, 5])).tolist() == [-1, -1]


def test_an_unknown_key_finds_nothing(backend: Backend) -> None:
    """Keys that the index does not hold may be allowed and scored: they find nothing and score least."""
    keys, vectors = some_vectors(10)
    index = built(backend, keys, vectors)
    unknown = np.array([int(keys.max()) + 1, -7], dtype=np.int64)
    assert len(index.search(vectors[0], 5, allowed=unknown).keys) == 0
    assert index.search(vectors[0], 5, allowed=np.append(unknown, keys[3])).keys.tolist() == [keys[3]]
    assert index.scores(vectors[0], unknown).tolist() == [-1, -1]


def test_nothing_allowed_finds_nothing(backend: Backend) -> None:
    """An empty set of allowed keys is a filter, not the lack of one."""
    keys, vectors = some_vectors(10)
    assert len(built(backend, keys, vectors).search(vectors[0], 5, allowed=np.empty(0, np.int64)).keys) == 0


def test_scores_are_inner_products(backend: Backend) -> None:
    """The score of a key is its vector's inner product with the query, in the order asked."""
    keys, vectors = some_vectors(50)
    asked = keys[[7, 3, 42]]
    found = built(backend, keys, vectors).scores(vectors[0], asked)
    np.testing.assert_allclose(found, vectors[[7, 3, 42]] @ vectors[0], atol=1e-6)


def test_a_saved_index_answers_the_same(backend: Backend, tmp_path: Path) -> None:
    """What is loaded equals what was saved, and searching twice gives the same."""
    keys, vectors = some_vectors(200)
    index = built(backend, keys, vectors)
    index.save(tmp_path / "index")
    loaded = backend.load(tmp_path / "index")
    assert len(loaded) == len(index) == 200
    assert loaded.keys.tolist() == index.keys.tolist() == keys.tolist()
    for _ in range(2):
        assert loaded.search(vectors[9], 30).keys.tolist() == index.search(vectors[9], 30).keys.tolist()


def test_real_numbers_are_kept_to_three_digits(backend: Backend) -> None:
    """What rounding takes from a cosine is less than a thousandth, also in what a search returns."""
    keys, _ = some_vectors()
    vectors = np.random.default_rng(4).normal(size=(SIZE, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index, query = built(backend, keys, vectors), vectors[7]
    np.testing.assert_allclose(index.scores(query, keys), vectors @ query, atol=1e-3)
    hits = index.search(query, 10)
    np.testing.assert_allclose(hits.scores, index.scores(query, hits.keys), atol=1e-5)
    assert hits.keys[0] == keys[7]


def test_keys_ascend_and_are_as_many_as_vectors(backend: Backend) -> None:
    """Vectors come by ascending key, each with its own; anything else is refused."""
    keys, vectors = some_vectors(50)
    for wrong in (keys[::-1], keys[:-1], np.append(keys, keys[-1] + 1), np.repeat(keys[:25], 2)):
        with pytest.raises(ValueError, match="keys"):
            built(backend, wrong, vectors)
