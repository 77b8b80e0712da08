"""What every embedder promises, asked of each of them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.model.embedded import FACTS
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.model.prepare import prepare
from beleidszoeker.model.transformer import TransformerEmbedder

TEXTS = [
    "Het elektriciteitsnet zit vol.",
    "",
    "De toeslagenaffaire en de hersteloperatie " * 4,
    "Wie betaalt de stikstofmaatregelen?",
    " \n\t ",
    "☀️ 荷兰 é e\u0301 \u00ad",
    "net",
    "gemeente",
    "waterschap " * 10,
    "de provincie Groningen",
    "motie",
]


@pytest.fixture(scope="session")
def model_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    kept = os.environ.get("BELEIDSZOEKER_TEST_MODEL_CACHE")
    # The tests of the model itself prepare into this same folder.
    cache = Path(kept) if kept else tmp_path_factory.getbasetemp() / "model-cache"
    yield cache
    if not kept:
        shutil.rmtree(cache, ignore_errors=True)


@pytest.fixture(scope="session", params=["hashing", "small hashing", "embedded", "transformer"])
def embedder(request: pytest.FixtureRequest, model_cache: Path) -> Embedder:
    if request.param == "small hashing":
        return HashingEmbedder(8, max_tokens=3)
    if request.param == "transformer":
        return TransformerEmbedder(str(prepare(model_cache)), facts=FACTS)
    return load_embedder(request.param, cache_dir=model_cache)


def assert_unit_vectors(vectors: Vectors, embedder: Embedder, count: int) -> None:
    assert vectors.shape == (count, embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_queries_become_unit_vectors(embedder: Embedder) -> None:
    """One row each, float32, of length one, also for texts without a word."""
    assert_unit_vectors(embedder.encode_queries(TEXTS), embedder, len(TEXTS))


def test_passages_become_unit_vectors(embedder: Embedder) -> None:
    """One row each, float32, of length one, also for texts without a word."""
    assert_unit_vectors(embedder.encode_passages(TEXTS), embedder, len(TEXTS))


def test_order_is_kept(embedder: Embedder) -> None:
    """A text's vector stands where the text stood, whatever its neighbours are."""
    forward, backward = embedder.encode_passages(TEXTS), embedder.encode_passages(TEXTS[::-1])
    # As near as half precision comes: other neighbours are another order of adding.
    np.testing.assert_allclose(forward, backward[::-1], atol=2e-3)


def test_the_same_question_gives_the_same_numbers(embedder: Embedder) -> None:
    """Two calls with the same texts agree to the last bit."""
    np.testing.assert_array_equal(embedder.encode_queries(TEXTS), embedder.encode_queries(TEXTS))
    np.testing.assert_array_equal(embedder.encode_passages(TEXTS), embedder.encode_passages(TEXTS))


def test_nothing_gives_no_rows(embedder: Embedder) -> None:
    """An empty list gives an empty array of the right width, and no progress."""
    done: list[int] = []
    assert embedder.encode_queries([]).shape == (0, embedder.dimension)
    assert embedder.encode_passages([], progress=done.append).shape == (0, embedder.dimension)
    assert done == []


def test_any_sequence_will_do(embedder: Embedder) -> None:
    """A tuple is as good as a list."""
    np.testing.assert_array_equal(
        embedder.encode_queries(tuple(TEXTS[:2])), embedder.encode_queries(TEXTS[:2])
    )


def test_progress_adds_up(embedder: Embedder) -> None:
    """The numbers reported sum to the number of texts, and none is zero."""
    done: list[int] = []
    embedder.encode_passages(TEXTS, progress=done.append)
    assert sum(done) == len(TEXTS)
    assert min(done) > 0


def test_what_is_too_long_is_cut(embedder: Embedder) -> None:
    """Beyond the longest input, more text changes nothing."""
    long = "net " * (embedder.max_tokens + 10)
    vectors = embedder.encode_passages([long, long + "toeslagen motie waterschap"])
    np.testing.assert_allclose(vectors[0], vectors[1], atol=1e-6)
    assert embedder.count_tokens(long) > embedder.max_tokens


def test_tokens_are_counted(embedder: Embedder) -> None:
    """No text has a negative count, and more words have more tokens."""
    assert 0 <= embedder.count_tokens("") < embedder.count_tokens("het net is vol")


def test_spelling_alike_lies_nearer_than_spelling_apart(embedder: Embedder) -> None:
    """A question lies nearest to the passage that says the same."""
    passages = embedder.encode_passages(["het elektriciteitsnet zit vol", "de begroting van een waterschap"])
    question = embedder.encode_queries(["zit het elektriciteitsnet vol"])[0]
    assert passages[0] @ question > passages[1] @ question


def test_it_has_a_name_and_sizes(embedder: Embedder) -> None:
    """Each embedder can be told from the others."""
    assert embedder.id
    assert embedder.dimension > 0
    assert embedder.max_tokens > 0


def test_ids_differ() -> None:
    """Vectors of different dimensions are never taken for comparable."""
    assert HashingEmbedder(64).id == "hashing-64-v1"
    assert HashingEmbedder(64).id != HashingEmbedder(128).id
