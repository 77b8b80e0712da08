"""Where names stand: in the text of a passage, in the headings above it, or in the passage after it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from beleidszoeker.ingest.document import BlockKind, ParsedDocument, Passage
from beleidszoeker.ingest.knowledge.model import Mention
from beleidszoeker.ingest.prepared import PreparedDocument

_BITS = 62  # SQLite's numbers have 64, one for the sign


class Place(IntEnum):
    """Where a name stands as seen from a passage; the nearest counts."""

    TEXT = 1
    HEADING = 2
    """In a heading of which this is the first passage."""
    ABOVE = 3
    """In a heading that stands above earlier passages too."""
    NEXT = 4
    """In the text of the next passage, in the same section or one inside it."""


class Presence(NamedTuple):
    """A name as seen from a passage.

    Attributes:
        place: Where it stands.
        sentences: A bit for each sentence of the passage that it stands in.
    """

    place: Place
    sentences: int = 0


Seen = dict[str, Presence]
"""Key of a name → where it stands as seen from one passage."""


def presence(prepared: PreparedDocument) -> list[Seen]:
    """Return for each passage the names that are seen from it."""
    mentions = sorted(prepared.knowledge.mentions, key=lambda mention: mention.start)
    texts = [
        _in_text(passage, _within(mentions, passage.start, passage.end)) for passage in prepared.passages
    ]
    headings = _Headings(prepared.document, mentions)
    seen: list[Seen] = []
    for number, passage in enumerate(prepared.passages):
        near = texts[number + 1] if _goes_on(prepared.passages, number) else {}
        seen.append({**dict.fromkeys(near, Presence(Place.NEXT)), **headings.over(passage), **texts[number]})
    return seen


def _in_text(passage: Passage, mentions: Sequence[Mention]) -> Seen:
    starts = [start for start, _ in passage.sentences]
    found: dict[str, int] = {}
    for mention in mentions:
        number = bisect_right(starts, mention.start) - 1
        bit = 1 << number if 0 <= number < _BITS else 0
        found[mention.key] = found.get(mention.key, 0) | bit
    return {name: Presence(Place.TEXT, bits) for name, bits in found.items()}


def _goes_on(passages: Sequence[Passage], number: int) -> bool:
    """Tell whether the next passage is of the same section, of one inside it, or of the one around it."""
    if number + 1 >= len(passages):
        return False
    one, other = passages[number].section, passages[number + 1].section
    depth = min(len(one), len(other))
    return one[:depth] == other[:depth]


class _Headings:
    """The headings of a document with the names in them."""

    def __init__(self, document: ParsedDocument, mentions: Sequence[Mention]) -> None:
        self._named: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for block in document.blocks:
            if block.kind is BlockKind.HEADING:
                names = tuple(dict.fromkeys(each.key for each in _within(mentions, block.start, block.end)))
                written = _line(document.text[block.start : block.end])
                self._named.setdefault(written, []).append((block.start, names))
        self._reached: set[int] = set()

    def over(self, passage: Passage) -> Mapping[str, Presence]:
        """Return the names in the headings of a passage; ask for one passage after another."""
        found: Seen = {}
        for heading in passage.section:
            known = self._named.get(_line(heading), [])
            at = bisect_right(known, passage.start, key=lambda each: each[0]) - 1
            if at >= 0:
                start, names = known[at]
                place = Place.ABOVE if start in self._reached else Place.HEADING
                self._reached.add(start)
                found |= {
                    name: Presence(place) for name in names if name not in found or place is Place.HEADING
                }
        return found


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    first = bisect_right(mentions, start - 1, key=lambda mention: mention.start)
    return mentions[first : bisect_right(mentions, end - 1, key=lambda mention: mention.start)]


def _line(text: str) -> str:
    return " ".join(text.split())


def meets(one: Presence, other: Presence) -> Place | None:
    """Tell how two names meet in a passage; ``None`` where they do not.

    Both must be seen from it, and not from headings alone, but for the first passage under the one that
    completes the pair: otherwise a heading would count for each passage of a long section.
    """
    nearer, farther = sorted((one.place, other.place))
    if farther is Place.NEXT:
        return Place.NEXT if nearer is Place.TEXT else None
    return farther if nearer <= Place.HEADING else None
