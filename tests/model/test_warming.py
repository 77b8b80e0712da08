"""A model is read ahead of the first question, and its errors come to whoever asks."""

import threading
from collections.abc import Sequence

import pytest

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.model.warming import read_ahead


def test_it_begins_before_anyone_asks() -> None:
    """The embedder is made in another thread at once, and only once."""
    made: list[str] = []
    begun = threading.Event()

    def make() -> Embedder:
        made.append(threading.current_thread().name)
        begun.set()
        return HashingEmbedder()

    embedder = read_ahead(make)
    assert begun.wait(timeout=10)
    assert embedder() is embedder()
    assert made != [threading.current_thread().name]
    assert len(made) == 1


def test_an_error_comes_to_whoever_asks() -> None:
    """The thread is silent; each who asks for the embedder gets the error."""

    def make() -> Embedder:
        raise ModelUnavailableError("Er is geen taalmodel.")

    embedder = read_ahead(make)
    for _ in range(2):
        with pytest.raises(ModelUnavailableError, match="geen taalmodel"):
            embedder()


def test_an_error_at_the_first_question_is_kept_for_later() -> None:
    """A model that can be made and not used is given all the same; using it tells."""

    class Broken(HashingEmbedder):
        def encode_queries(self, texts: Sequence[str]) -> Vectors:
            raise ModelUnavailableError(f"Het taalmodel rekent niet aan {len(texts)} vragen.")

    embedder = read_ahead(Broken)
    with pytest.raises(ModelUnavailableError, match="rekent niet"):
        embedder().encode_queries(["beleid"])
