"""From the name in the settings to an embedder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from beleidszoeker.errors import ModelUnavailableError

if TYPE_CHECKING:
    from beleidszoeker.model.base import Embedder
    from beleidszoeker.model.prepare import Report

EMBEDDED_MODEL = "embedded"
HASHING_MODEL = "hashing"
DEFAULT_MODEL = EMBEDDED_MODEL

_HUB_NAME = re.compile(r"\w[\w.-]*(/\w[\w.-]*)?", re.ASCII)


def load_embedder(name: str = DEFAULT_MODEL, *, cache_dir: Path, report: Report | None = None) -> Embedder:
    """The embedder of this name; its parameters are read when they are first needed.

    Args:
        name: ``"embedded"``, ``"hashing"``, or the hub name or folder of a sentence-transformers model.
        cache_dir: Where the embedded model is unpacked, once.
        report: Told, in Dutch, what takes time while the embedded model is unpacked.

    Raises:
        ModelUnavailableError: There is no such model. For a name on the hub this is found out when the model
            is first used.
        ModelDamagedError: The embedded model's file is not the one we know.
    """
    if name == HASHING_MODEL:
        return _hashing()
    if name == EMBEDDED_MODEL:
        return _embedded(cache_dir, report)
    return _other(name)


def _hashing() -> Embedder:
    from beleidszoeker.model.hashing import HashingEmbedder

    return HashingEmbedder()


def _embedded(cache_dir: Path, report: Report | None) -> Embedder:
    from beleidszoeker.model.embedded import load

    return load(cache_dir, report=report)


def _other(name: str) -> Embedder:
    from beleidszoeker.model.transformer import TransformerEmbedder

    path = Path(name).expanduser()
    if name and path.is_dir():
        return TransformerEmbedder(str(path))
    if _HUB_NAME.fullmatch(name):
        return TransformerEmbedder(name)
    raise ModelUnavailableError(
        f"Er is geen taalmodel “{name}”.",
        advice=f"Geef een bestaande map, een naam op de Hugging Face-hub, of “{EMBEDDED_MODEL}”.",
    )
