"""Writing the embedded model out for OpenVINO: the network, the word table and the tokenizer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidszoeker.model.bert import placements
from beleidszoeker.model.questions import save_question_tokens
from beleidszoeker.model.tokens import build_tokenizer
from beleidszoeker.model.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from beleidszoeker.model.network import Parameters
    from beleidszoeker.model.weights import Weights


def export(weights: Weights, folder: Path) -> None:
    """Fill an empty folder for ``runtime.Runtime``.

    Args:
        weights: The parsed weights file.
        folder: An existing, empty folder; about 160 MB is written to it.

    Raises:
        ModelDamagedError: A tensor is missing or has another shape.
        OSError: Writing failed.
    """
    from beleidszoeker.model.runtime import NETWORK, write_probe

    tokenizer = build_tokenizer(weights.vocabulary, weights.replacements)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    save_question_tokens(tokenizer, weights.vocabulary, folder)
    _words(weights).save(folder)
    _save_network(weights, folder / NETWORK)
    write_probe(folder)


def _save_network(weights: Weights, path: Path) -> None:
    from openvino import save_model

    from beleidszoeker.model.network import Encoder, build

    sizes = weights.sizes
    encoder = Encoder(
        hidden=sizes.hidden, layers=sizes.layers, heads=sizes.heads, norm_epsilon=sizes.norm_epsilon
    )
    # Full precision: rounded to half, one question in two hundred already found another tenth passage.
    save_model(build(encoder, _parameters(weights)), path, compress_to_fp16=False)


def _parameters(weights: Weights) -> Parameters:
    places = {place.name: place for place in placements(weights.sizes)}

    def parameter(name: str) -> NDArray[np.float32]:
        return weights.tensor(places[name].stored, places[name].shape)

    return parameter


def _words(weights: Weights) -> Words:
    sizes = weights.sizes
    places = weights.tensor("emb.pos", (sizes.positions, sizes.hidden))
    types = weights.tensor("emb.type", (sizes.token_types, sizes.hidden))
    # Every text here is of the first type.
    return Words(weights.rows("emb.word", (sizes.vocabulary, sizes.hidden)), places + types[0])
