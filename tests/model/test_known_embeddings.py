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
    """The cosine is above 0.9998; what is missing is the engine's 8-bit arithmetic."""
    encode = embedded.encode_queries if known["kind"] == "query" else embedded.encode_passages
    expected = np.array(known["vector"], dtype=np.float32)
    vector = encode([str(known["text"])])[0]
    assert vector @ expected / np.linalg.norm(expected) > 0.9998


def test_a_batch_gives_what_one_text_gives(embedded: Embedder) -> None:
    """Padding changes nothing that matters, whatever the lengths in a batch."""
    texts = [str(known["text"])[:200] for known in KNOWN]
    together = embedded.encode_passages(texts)
    apart = np.vstack([embedded.encode_passages([text]) for text in texts])
    np.testing.assert_allclose(together, apart, atol=1e-5)
