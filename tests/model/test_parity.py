"""The network on OpenVINO against the same model in sentence-transformers, in full precision."""

import random

import numpy as np
import pytest

from beleidszoeker.model.base import Embedder, Vectors

SUBJECTS = ["De minister", "Een gemeente", "Het waterschap", "De Tweede Kamer", "Wie een toeslag ontvangt"]
VERBS = ["onderzoekt", "betaalt", "weigert", "vraagt aandacht voor", "rapporteert in 2024 over"]
OBJECTS = ["de netcapaciteit", "stikstofruimte", "het hersteltraject", "EUR 3,5 miljoen", "artikel 12, lid 3"]
ODD = ["", "☀️ 荷兰 <s> </s> <mask>", "net " * 700]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    source = random.Random(7)  # noqa: S311 - a test that fails must fail again
    lengths = [source.choice([1, 1, 1, 2, 3, 6, 12]) for _ in range(57)]
    return [" ".join(sentence(source) for _ in range(length)) for length in lengths] + ODD


def sentence(source: random.Random) -> str:
    return f"{source.choice(SUBJECTS)} {source.choice(VERBS)} {source.choice(OBJECTS)}."


def lowest_cosine(left: Vectors, right: Vectors) -> float:
    return float((left * right).sum(axis=1).min())


def test_passages_are_alike(embedded: Embedder, reference: Embedder, texts: list[str]) -> None:
    """No passage, long, short, empty or odd, has a cosine below 0.9999."""
    assert lowest_cosine(embedded.encode_passages(texts), reference.encode_passages(texts)) > 0.9999


def test_questions_are_the_same(embedded: Embedder, reference: Embedder, texts: list[str]) -> None:
    """Questions are computed in full precision on both sides."""
    few = texts[-20:]
    assert lowest_cosine(embedded.encode_queries(few), reference.encode_queries(few)) > 0.999999


def test_both_have_one_identity(embedded: Embedder, reference: Embedder) -> None:
    """Vectors of the one may be searched with questions of the other."""
    assert embedded.id == reference.id
    assert (embedded.dimension, embedded.max_tokens) == (reference.dimension, reference.max_tokens)
    assert embedded.count_tokens("netcongestie") == reference.count_tokens("netcongestie")


def test_a_batch_gives_what_one_text_gives(embedded: Embedder, texts: list[str]) -> None:
    """Padding changes nothing that matters, whatever the lengths in a batch."""
    together = embedded.encode_passages(texts)
    apart = np.vstack([embedded.encode_passages([text]) for text in texts])
    assert lowest_cosine(together, apart) > 0.9999
