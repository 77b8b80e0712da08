"""Decisions in a text, told by the heading or label that they stand under."""

import re
from collections.abc import Iterator, Sequence

from beleidszoeker.ingest.document import Block, BlockKind
from beleidszoeker.ingest.knowledge.decisions.items import grouped
from beleidszoeker.ingest.knowledge.model import Decision, Span
from beleidszoeker.ingest.knowledge.text import Text

_ASKED = re.compile(
    r"(?:\d{1,2}[.)]?\s{1,3})?(?:geadviseerd|gevraagd|voorgesteld)e?\s(?:besluit(?:en)?|beslissing(?:en)?)\s?:?"
    r"|(?:\d{1,2}[.)]?\s{1,3})?beslispunt(?:en)?\s?:?",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?:het college\s(?:van b(?:urgemeester)?\s?(?:&|en)\s?w(?:ethouders)?\s)?besluit|besluit(?:en)?)"
    r"\s?:\s?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\d{1,2}(?:\.[0-9a-z]{1,3}){1,3}\.?\s{1,3}\S|\d{1,2}\s{1,3}\d{1,2}[.:]\d{2}\s")
_CLOSES = re.compile(r"(?:aldus )?vastgesteld in de vergadering|deze besluitenlijst\b", re.IGNORECASE)
_LONGEST_LABEL = 60
_SAID = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}


def find_decisions(text: Text) -> Iterator[Decision]:
    """Yield the decisions of a document in the order of its text.

    Those that are asked for stand under a heading such as *Geadviseerd besluit*; those that were taken under
    *Besluit:* in a list of decisions, each with the item that it is about.
    """
    words, blocks = text.document.text, text.document.blocks
    records = text.metadata.kind.value == "besluitenlijst"
    subject: Span | None = None
    for place, block in enumerate(blocks):
        said = words[block.start : block.end]
        if len(said) <= _LONGEST_LABEL and _ASKED.fullmatch(said.strip()):
            under = _under(words, blocks, place + 1)
            yield from (Decision(*span, asked=True, subject=(block.start, block.end)) for span in under)
        elif records and (label := _TAKEN.match(said)):
            first = _rest(block, label.end(), said)
            under = [*first, *_under(words, blocks, place + 1)]
            yield from (Decision(*span, asked=False, subject=subject) for span in under)
        elif block.kind is BlockKind.HEADING or (records and _ITEM.match(said)):
            subject = (block.start, block.end)


def _under(words: str, blocks: Sequence[Block], place: int) -> list[Span]:
    """Return the spans of the decisions from a block on, up to the next heading, label or item."""
    held: list[Block] = []
    for at in range(place, len(blocks)):  # a slice would copy all that follows, for each label
        block = blocks[at]
        said = words[block.start : block.end]
        if block.kind not in _SAID or _ends(block, said):
            break
        held.append(block)
    return grouped(words, held)


def _ends(block: Block, said: str) -> bool:
    if _TAKEN.match(said) or _ASKED.fullmatch(said.strip()) or _CLOSES.match(said):
        return True
    return block.kind is not BlockKind.LIST_ITEM and bool(_ITEM.match(said))


def _rest(block: Block, at: int, said: str) -> list[Span]:
    """Return what stands behind the label in its own block, if anything does."""
    return [(block.start + at, block.end)] if said[at:].strip() else []
