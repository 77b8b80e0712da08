"""Writing the weights file out as a folder that sentence-transformers loads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from beleidszoeker.model.bert import state
from beleidszoeker.model.recipe import recipe
from beleidszoeker.model.tokens import build_tokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from beleidszoeker.model.weights import Weights


def unpack(weights: Weights, folder: Path) -> None:
    """Fill an empty folder with tokenizer, settings and full-precision parameters.

    Args:
        weights: The parsed weights file.
        folder: An existing, empty folder; about 490 MB is written to it.

    Raises:
        ModelDamagedError: A tensor is missing or has another shape.
        OSError: Writing failed.
    """
    for name, content in recipe(weights).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    tokenizer = build_tokenizer(weights.vocabulary, weights.replacements)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    _write_parameters(weights, folder / "model.safetensors")


def _write_parameters(weights: Weights, path: Path) -> None:
    from safetensors.numpy import save_file

    # transformers refuses a file that does not say for which framework it was written.
    save_file(state(weights), path, metadata={"format": "pt"})
    # safetensors makes it private, but a service may prepare what another user reads.
    path.chmod(0o644)
