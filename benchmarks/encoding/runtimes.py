"""The ways of embedding that are compared, each on the same model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from beleidszoeker.model.batches import batches_by_tokens
from beleidszoeker.model.embedded import FACTS
from beleidszoeker.model.runtime import Runtime, Use
from beleidszoeker.model.tokenising import open_question_tokens, open_tokens

REFERENCE = "sentence-transformers fp32"
QUERIES = "OpenVINO f32"
"""The runtime that embeds questions in production."""


@dataclass(frozen=True, slots=True)
class Way:
    """How passages and questions become vectors."""

    passages: Callable[[Sequence[str]], Any]
    questions: Callable[[Sequence[str]], Any]


def ways(network: Path, transformer: Path) -> Mapping[str, Way]:
    """Open every runtime; the one that embeds passages in production comes last."""
    opened = {
        REFERENCE: _reference(transformer, torch.float32),
        "sentence-transformers bf16": _reference(transformer, torch.bfloat16),
    }
    for use in (Use.QUERIES, Use.PASSAGES):
        runtime = Runtime(network, use)
        opened[f"OpenVINO {runtime.precision}"] = _openvino(network, runtime)
    return opened


def _reference(folder: Path, dtype: torch.dtype) -> Way:
    model = SentenceTransformer(str(folder), device="cpu").to(dtype)

    def encoded(texts: Sequence[str], prompt: str) -> Any:
        return model.encode(list(texts), prompt=prompt, normalize_embeddings=True, show_progress_bar=False)

    return Way(
        lambda texts: encoded(texts, FACTS.passage_prefix), lambda texts: encoded(texts, FACTS.query_prefix)
    )


def _openvino(folder: Path, runtime: Runtime) -> Way:
    tokens, ask = open_tokens(folder, FACTS.max_tokens), open_question_tokens(folder, FACTS.max_tokens)
    return Way(
        lambda texts: _computed(runtime, [tokens.ids(FACTS.passage_prefix + text) for text in texts]),
        lambda texts: _computed(runtime, [ask.ids(FACTS.query_prefix + text) for text in texts]),
    )


def _computed(runtime: Runtime, ids: list[list[int]]) -> Any:
    vectors = np.empty((len(ids), FACTS.dimension), dtype=np.float32)
    batches = list(batches_by_tokens([len(one) for one in ids]))
    rows = runtime.vectors([ids[place] for place in places] for places in batches)
    for places, row in zip(batches, rows, strict=True):
        vectors[places] = row
    return vectors
