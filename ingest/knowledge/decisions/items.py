"""Blocks under *Besluit* as decisions: what only makes sense together stays together."""

import re
from collections.abc import Sequence

from beleidszoeker.ingest.document import Block, BlockKind
from beleidszoeker.ingest.knowledge.model import Span

_MARKER = re.compile(r"(?P<number>\d{1,2}[.)])|(?P<letter>[a-z][.)])|(?P<bullet>[•\-–*o▪◦]\s)")


def grouped(words: str, blocks: Sequence[Block]) -> list[Span]:
    """Return the spans of decisions: a block each, but what ends with a colon holds the items behind it.

    *De raad voor te stellen:* and its items are one decision: an item alone would say that it was taken here.
    """
    spans: list[Span] = []
    holding: str | None = None
    for block in blocks:
        said = words[block.start : block.end]
        manner = _manner(block, said)
        if spans and holding is not None and manner not in {"", holding}:
            spans[-1] = (spans[-1][0], block.end)
            continue
        spans.append((block.start, block.end))
        holding = manner if said.rstrip().endswith(":") else None
    return spans


def _manner(block: Block, said: str) -> str:
    """Return how an item is marked; empty for running text."""
    found = _MARKER.match(said)
    if found is None:
        return "item" if block.kind is BlockKind.LIST_ITEM else ""
    return found.lastgroup or ""
