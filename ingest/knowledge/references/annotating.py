"""From what is found to records: each reference with the sentences that it counts for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from beleidszoeker.ingest.document import BlockKind, Evidence, ParsedDocument
from beleidszoeker.ingest.knowledge.model import Reference, ReferenceKind, Span
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.kenmerken import kenmerk
from beleidszoeker.ingest.knowledge.text import Text

_FEWEST_DIGITS = 5


def annotate(text: Text, found: Iterable[Found]) -> Iterator[Reference]:
    """Yield each reference with its sentences: a footnote's count for those that carry its marker."""
    notes = _Notes(text)
    for one in found:
        sentences = notes.sentences(one.start)
        if sentences is None:
            here = text.sentence_at(one.start)
            sentences = (here,) if here else ()
        yield Reference(one.kind, one.key, one.start, one.end, sentences)


def own_kenmerken(text: Text, found: Iterable[Found]) -> list[Found]:
    """Return what was found with the references that the letterhead states, as people laid it out."""
    everything = list(found)
    for evidence in (text.metadata.kenmerk, text.metadata.uw_kenmerk):
        if evidence and evidence.start >= 0:
            everything = _with(everything, evidence, text.document.text)
    own = text.metadata.kenmerk
    if own and own.start >= 0:
        everything.extend(_repeats(everything, own, text.document.text))
    return sorted(everything, key=lambda one: (one.start, one.end))


def _with(found: list[Found], evidence: Evidence, text: str) -> list[Found]:
    """Set a kenmerk in the place of a part of it; what else stands there, such as a case, is more precise."""
    there = [one for one in found if one.start < evidence.end and evidence.start < one.end]
    if any(
        one.kind is not ReferenceKind.KENMERK or one.end - one.start >= evidence.end - evidence.start
        for one in there
    ):
        return found
    return [*(one for one in found if one not in there), kenmerk(text, evidence.start, evidence.end)]


def _repeats(found: list[Found], own: Evidence, text: str) -> Iterator[Found]:
    """A letter repeats its own reference on its next pages, where no label stands before it."""
    literal = text[own.start : own.end]
    if sum(map(str.isdigit, literal)) < _FEWEST_DIGITS:
        return
    taken = sorted((one.start, one.end) for one in found)
    for match in re.finditer(rf"(?<![\w/-]){re.escape(literal)}(?![\w/-])", text):
        place = bisect_right(taken, (match.end(), -1)) - 1
        if place < 0 or taken[place][1] <= match.start():
            yield kenmerk(text, *match.span())


class _Notes:
    """The footnotes of a document and the sentences that carry their markers."""

    def __init__(self, text: Text) -> None:
        document = text.document
        self._blocks = [
            (block.start, block.end, index)
            for index, block in enumerate(document.blocks)
            if block.kind is BlockKind.FOOTNOTE
        ]
        self._starts = [start for start, _, _ in self._blocks]
        self._carriers = _carriers(text, document)

    def sentences(self, position: int) -> tuple[Span, ...] | None:
        """Return the sentences that a footnote counts for; ``None`` where no marker leads to it."""
        place = bisect_right(self._starts, position) - 1
        if place < 0 or position >= self._blocks[place][1]:
            return None
        return self._carriers.get(self._blocks[place][2])


def _carriers(text: Text, document: ParsedDocument) -> dict[int, tuple[Span, ...]]:
    carriers: dict[int, dict[Span, None]] = {}
    for link in document.footnotes:
        sentence = text.sentence_at(link.position)
        if sentence:
            carriers.setdefault(link.block, {})[sentence] = None
    return {block: tuple(sentences) for block, sentences in carriers.items()}
