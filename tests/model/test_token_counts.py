"""Token counts against those of the engine that ships with the weights (its JSON says how)."""

import json
from pathlib import Path

import pytest

from beleidszoeker.model.base import Embedder

KNOWN = json.loads(Path(__file__).with_name("known_token_counts.json").read_text(encoding="utf-8"))["counts"]


@pytest.mark.parametrize("known", KNOWN, ids=range(len(KNOWN)))
def test_it_counts_as_the_engine_does(embedded: Embedder, known: dict[str, object]) -> None:
    """Dutch, English and odd texts have exactly as many tokens, prefix and special tokens included."""
    assert embedded.count_tokens(str(known["text"])) == known["tokens"]


def test_counting_does_not_cut(embedded: Embedder) -> None:
    """A text that is too long is counted whole, so that whoever splits it knows by how much."""
    assert embedded.count_tokens("woord " * 2000) > 2 * embedded.max_tokens
