"""The encoder as an OpenVINO graph, built from its parameters: no torch, no exporter.

The graph begins after the word table, see ``words.py``: nine tenths of the parameters are rows of that table,
and a text needs a few of them. What is left compiles in a quarter of a second.

Sources: BERT, https://arxiv.org/abs/1810.04805; https://docs.openvino.ai/ for the operations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from openvino import Model, opset13

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from openvino import Node, Output

    Parameters: TypeAlias = Callable[[str], NDArray[np.float32]]

WORDS, MASK, VECTORS = "words", "mask", "vectors"
# Far below any score, and still a number in bf16; minus infinity would make "not a number" of padding.
_HIDDEN = 1e4
_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """What the graph needs to know of a BERT encoder besides its parameters."""

    hidden: int
    layers: int
    heads: int
    norm_epsilon: float


def build(encoder: Encoder, parameters: Parameters) -> Model:
    """The network from word vectors to unit vectors.

    Args:
        encoder: Its sizes.
        parameters: Gives a float32 tensor for a name of ``transformers.BertModel``.

    Returns:
        A model with inputs ``words`` (batch, tokens, hidden), the sum of word, position and type vectors, and
        ``mask`` (batch, tokens), 1 for a token and 0 for padding, both float32; and one output
        ``vectors`` (batch, hidden), float32: the mean over the tokens, scaled to L2 norm 1.
    """
    words = opset13.parameter([-1, -1, encoder.hidden], np.float32, name=WORDS)
    mask = opset13.parameter([-1, -1], np.float32, name=MASK)
    graph = _Graph(encoder, parameters)
    model = Model([graph.pooled(graph.encoded(words, mask), mask)], [words, mask], "encoder")
    # Names made from a process-wide counter would make each export differ.
    model.output(0).get_tensor().set_names({VECTORS})
    for number, node in enumerate(model.get_ordered_ops()):
        if node.get_type_name() != "Parameter":
            node.set_friendly_name(f"n{number}")
    return model


class _Graph:
    def __init__(self, encoder: Encoder, parameters: Parameters) -> None:
        self._encoder = encoder
        self._parameters = parameters

    def encoded(self, words: Node, mask: Node) -> Node:
        hidden = opset13.multiply(opset13.subtract(mask, np.float32(1)), np.float32(_HIDDEN))
        bias = opset13.unsqueeze(hidden, _integers(1, 2))
        states = self._normalised(words, "embeddings.LayerNorm")
        for number in range(self._encoder.layers):
            states = self._layer(states, bias, f"encoder.layer.{number}")
        return states

    def pooled(self, states: Node, mask: Node) -> Node:
        # Sum and mean differ by a factor that scaling to norm 1 takes away again.
        total = opset13.reduce_sum(
            opset13.multiply(states, opset13.unsqueeze(mask, _integers(2))), _integers(1)
        )
        return opset13.normalize_l2(total, _integers(1), 1e-12, "max")

    def _layer(self, states: Node, bias: Node, name: str) -> Node:
        attended = self._linear(
            self._attention(states, bias, f"{name}.attention.self"), f"{name}.attention.output.dense"
        )
        states = self._normalised(opset13.add(states, attended), f"{name}.attention.output.LayerNorm")
        wide = opset13.gelu(self._linear(states, f"{name}.intermediate.dense"), "erf")
        return self._normalised(
            opset13.add(states, self._linear(wide, f"{name}.output.dense")), f"{name}.output.LayerNorm"
        )

    def _attention(self, states: Node, bias: Node, name: str) -> Node:
        # Query, key and value in one product: three small ones keep a processor less busy.
        together = self._linear(states, *(f"{name}.{part}" for part in ("query", "key", "value")))
        query, key, value = (
            self._per_head(part) for part in opset13.split(together, np.int64(2), _PARTS).outputs()
        )
        mixed = opset13.transpose(
            opset13.scaled_dot_product_attention(query, key, value, bias), _integers(0, 2, 1, 3)
        )
        return opset13.reshape(mixed, _integers(0, 0, self._encoder.hidden), special_zero=True)

    def _per_head(self, states: Output) -> Node:
        heads = self._encoder.heads
        split = opset13.reshape(
            states, _integers(0, 0, heads, self._encoder.hidden // heads), special_zero=True
        )
        return opset13.transpose(split, _integers(0, 2, 1, 3))

    def _linear(self, states: Node, *names: str) -> Node:
        """The linear maps of these names, their results side by side."""
        weights = np.concatenate([self._parameters(f"{name}.weight") for name in names])
        biases = np.concatenate([self._row(f"{name}.bias") for name in names], axis=-1)
        return opset13.add(opset13.matmul(states, weights, transpose_a=False, transpose_b=True), biases)

    def _normalised(self, states: Node, name: str) -> Node:
        epsilon = self._encoder.norm_epsilon
        centred = opset13.mvn(
            states, _integers(-1), normalize_variance=True, eps=epsilon, eps_mode="inside_sqrt"
        )
        return opset13.add(opset13.multiply(centred, self._row(f"{name}.weight")), self._row(f"{name}.bias"))

    def _row(self, name: str) -> NDArray[np.float32]:
        return self._parameters(name).reshape(1, 1, -1)


def _integers(*values: int) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)
