"""The unpacked model against vectors of the engine that ships with the weights (its JSON says how)."""

import json
from pathlib import Path

import numpy as np
import pytest

from beleidszoeker.model.base import Embedder

KNOWN = json.loads(Path(__file__).with_name("known_embeddings.json").read_text(encoding="utf-8"))[
    "embeddings"
]


@pytest.mark.parametrize("known", KNOWN, ids=range(len(KNOWN)))
def test_it_embeds_as_the_engine_does(embedded: Embedder, known: dict[str, object]) -> None:
    """The cosine is above 0.9997; what is missing is bf16 here and the engine's 8-bit arithmetic there."""
    assert likeness(embedded, known) > 0.9997


@pytest.mark.parametrize("known", KNOWN, ids=range(len(KNOWN)))
def test_sentence_transformers_embeds_as_the_engine_does(
    reference: Embedder, known: dict[str, object]
) -> None:
    """The cosine is above 0.9998; what is missing is the engine's 8-bit arithmetic."""
    assert likeness(reference, known) > 0.9998


def likeness(embedder: Embedder, known: dict[str, object]) -> float:
    encode = embedder.encode_queries if known["kind"] == "query" else embedder.encode_passages
    expected = np.array(known["vector"], dtype=np.float32)
    return float(encode([str(known["text"])])[0] @ expected / np.linalg.norm(expected))
