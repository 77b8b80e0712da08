"""Counting tokens with the ``tokenizers`` library alone: no torch, no truncation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer


def tokenizer_of(folder: Path) -> Tokenizer | None:
    """The tokenizer that a model's folder holds, if it holds one in the ``tokenizers`` format."""
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    return _unbounded(Tokenizer.from_file(str(path))) if path.is_file() else None


def copy_of(tokenizer: Any) -> Tokenizer:
    """A copy of a model's tokenizer: the original's truncation changes while the model encodes.

    Args:
        tokenizer: ``SentenceTransformer.tokenizer``, one of transformers or of ``tokenizers`` itself.

    Raises:
        AttributeError: It is a tokenizer written in Python, without an inner one.
    """
    from tokenizers import Tokenizer

    inner = getattr(tokenizer, "backend_tokenizer", tokenizer)
    return _unbounded(Tokenizer.from_str(inner.to_str()))


def _unbounded(tokenizer: Tokenizer) -> Tokenizer:
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
