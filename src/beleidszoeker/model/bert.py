"""The names and shapes that ``transformers.BertModel`` gives to the tensors of the weights file."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.model.weights import Sizes, Weights


@dataclass(frozen=True, slots=True)
class Placement:
    """A tensor's name in the file, its name in ``BertModel`` and its shape."""

    stored: str
    name: str
    shape: tuple[int, ...]


def state(weights: Weights) -> dict[str, NDArray[np.float32]]:
    """Every parameter of ``BertModel``, float32, by name.

    Raises:
        ModelDamagedError: A tensor is missing or has another shape.
    """
    tensors = {place.name: weights.tensor(place.stored, place.shape) for place in placements(weights.sizes)}
    return tensors | _unused_pooler(weights.sizes.hidden)


def placements(sizes: Sizes) -> Iterator[Placement]:
    """Where each stored tensor goes."""
    width = sizes.hidden
    yield Placement("emb.word", "embeddings.word_embeddings.weight", (sizes.vocabulary, width))
    yield Placement("emb.pos", "embeddings.position_embeddings.weight", (sizes.positions, width))
    yield Placement("emb.type", "embeddings.token_type_embeddings.weight", (sizes.token_types, width))
    yield from _pair("emb.ln", "embeddings.LayerNorm", (width,))
    for number in range(sizes.layers):
        for stored, (name, shape) in _layer(sizes).items():
            yield from _pair(f"l{number}.{stored}", f"encoder.layer.{number}.{name}", shape)


def _layer(sizes: Sizes) -> dict[str, tuple[str, tuple[int, ...]]]:
    width, wide = sizes.hidden, sizes.feed_forward
    return {
        "q": ("attention.self.query", (width, width)),
        "k": ("attention.self.key", (width, width)),
        "v": ("attention.self.value", (width, width)),
        "ao": ("attention.output.dense", (width, width)),
        "aln": ("attention.output.LayerNorm", (width,)),
        "fi": ("intermediate.dense", (wide, width)),
        "fo": ("output.dense", (width, wide)),
        "oln": ("output.LayerNorm", (width,)),
    }


def _pair(stored: str, name: str, shape: tuple[int, ...]) -> Iterator[Placement]:
    yield Placement(f"{stored}.w", f"{name}.weight", shape)
    yield Placement(f"{stored}.b", f"{name}.bias", shape[:1])


def _unused_pooler(width: int) -> dict[str, NDArray[np.float32]]:
    # Mean pooling never reads BertModel's own pooler, but transformers warns when its parameters are missing.
    return {
        "pooler.dense.weight": np.zeros((width, width), dtype=np.float32),
        "pooler.dense.bias": np.zeros(width, dtype=np.float32),
    }
