"""What is known about a loaded model: its identity, its sizes and the prefixes it was trained with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidszoeker.model.revision import identity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentence_transformers import SentenceTransformer

_E5 = re.compile(r"(?<![a-z0-9])e5(?![a-z0-9])", re.IGNORECASE)
_DEFAULT_MAX_TOKENS = 512
# Models without a limit say so with infinity or with a number of thirty digits.
_ENDLESS = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an embedder tells about its model.

    Attributes:
        id: Name and revision.
        dimension: Length of the vectors.
        max_tokens: Longest input, prefix and special tokens included.
        query_prefix: Put before every question; may be empty.
        passage_prefix: Put before every passage; may be empty.
    """

    id: str
    dimension: int
    max_tokens: int
    query_prefix: str
    passage_prefix: str


def facts_of(model: SentenceTransformer, name: str) -> Facts:
    """Ask a loaded model.

    Args:
        model: The model.
        name: The hub name or folder that it was loaded from.
    """
    query, passage = prefixes(model.prompts, name)
    return Facts(
        id=identity(name),
        dimension=int(model.encode([""], show_progress_bar=False).shape[1]),
        max_tokens=int(min(model.max_seq_length or _DEFAULT_MAX_TOKENS, _ENDLESS)),
        query_prefix=query,
        passage_prefix=passage,
    )


def prefixes(prompts: Mapping[str, str | None], name: str) -> tuple[str, str]:
    """The prefixes for questions and passages.

    A model's own prompts come first. E5 models were trained with prefixes that their configuration does not
    hold (https://arxiv.org/abs/2402.05672); any other model gets none.

    Example:
        >>> prefixes({"query": "", "document": ""}, "intfloat/multilingual-e5-small")
        ('query: ', 'passage: ')
        >>> prefixes({"query": "Vraag: ", "document": ""}, "eigen/e5")
        ('Vraag: ', '')
        >>> prefixes({}, "jegormeister/bert-base-dutch-cased-snli")
        ('', '')
    """
    query = prompts.get("query") or ""
    passage = prompts.get("passage") or prompts.get("document") or ""
    if query or passage:
        return query, passage
    return ("query: ", "passage: ") if _E5.search(name) else ("", "")
