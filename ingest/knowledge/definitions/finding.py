"""Sentences that define: of each name the one in a document that says best what it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.knowledge.definitions.patterns import strength
from beleidszoeker.ingest.knowledge.model import Definition, Mention, NameKind, Span
from beleidszoeker.ingest.knowledge.names.gazetteer import gazetteer
from beleidszoeker.ingest.knowledge.text import Text

_SHORTEST, _LONGEST = 30, 500
_FARTHEST = 120
"""Characters before a name at most: what defines has its subject in front."""
_EARLY = 5
"""What a sentence at the very beginning is stronger by than one at the end."""
_OPENING = re.compile(r"(?:\b(?:In|Binnen|Via|Met|Door|Onder|Het|De|Dit)\b[\w ]{0,60})?\Z")
"""How a sentence begins behind the other cells of a row, up to the name."""
_STOP = re.compile(r"[.!?](?=\s+[A-Z])")


def find_definitions(text: Text, mentions: Sequence[Mention]) -> Iterator[Definition]:
    """Yield for each name that is defined its best definition, in the order of the text."""
    best: dict[str, Definition] = {}
    rows = [(each.start, each.end) for each in text.document.blocks if each.kind is BlockKind.TABLE_ROW]
    for mention in mentions:
        found = _definition(text, mention, rows) if _is_itself(mention) else None
        if found and (mention.key not in best or found.strength > best[mention.key].strength):
            best[mention.key] = found
    yield from sorted(best.values(), key=lambda each: (each.start, each.name))


def _is_itself(mention: Mention) -> bool:
    """Tell whether a theme is named, rather than something of it: *luchtvaart*, not *luchtvaartsector*."""
    if mention.kind is not NameKind.THEME:
        return True
    entry = gazetteer().entry(mention.name)
    return entry is None or mention.surface.casefold() == entry.name.casefold()


def _definition(text: Text, mention: Mention, rows: Sequence[Span]) -> Definition | None:
    span = text.sentence_at(mention.start)
    if span is None or mention.end > span[1] or mention.start - span[0] > _FARTHEST:
        return None
    whole, (start, end) = text.document.text, span
    if _in_row(mention.start, rows):
        start += _opening(whole[start : mention.start])
        stop = _STOP.search(whole, mention.end, end)
        end = stop.start() + 1 if stop else end
    if not _SHORTEST <= end - start <= _LONGEST:
        return None
    found = strength(whole[start : mention.start], whole[mention.end : end])
    return Definition(start, end, mention.key, found + _early(start, len(whole))) if found else None


def _in_row(position: int, rows: Sequence[Span]) -> bool:
    at = bisect_right(rows, (position, len(rows) and rows[-1][1])) - 1
    return at >= 0 and position < rows[at][1]


def _opening(before: str) -> int:
    """Return where the sentence of a row begins: its other cells stand in front, without a full stop."""
    found = _OPENING.search(before)
    return found.start() if found else 0


def _early(start: int, length: int) -> int:
    return round(_EARLY * (1 - start / length))
