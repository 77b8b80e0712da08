"""Passages: runs of whole sentences within one section.

A passage never crosses a heading, never cuts a sentence or a table row, and is long enough to mean something
on its own. Sizes are in characters; 1,000 are about 200 tokens of the default model, well inside its 512.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from beleidszoeker.ingest.contents import contents_blocks
from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument, Passage
from beleidszoeker.ingest.kamervragen.model import QuestionSet
from beleidszoeker.ingest.kamervragen.zones import Zone, Zones
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.text.paragraphs import BULLET

Split = Callable[[str], list[tuple[int, int]]]
_LONG_NOTE = 120
_WORD = re.compile(r"[^\W\d_]{3}|^Ja\b")
"""What a passage has at least: redaction marks (*10.2.e*) and bare figures answer nothing, *Ja.* does."""

_FEWEST_WORDS = 5
_COURTESY = re.compile(
    r"(?:(?:hartelijk |heel |veel )*dank(?: u| je)?(?: wel)?|ga(?:at)? uw gang|(?:geachte )?voorzitter)"
    r"(?:,? (?:meneer |mevrouw )?(?:de )?(?:voorzitter|minister|staatssecretaris))?[.!]",
    re.IGNORECASE,
)
"""A turn in a debate that says nothing: *Dank u wel, voorzitter.*"""


@dataclass(frozen=True, slots=True)
class ChunkSize:
    """How long passages are, in characters.

    Attributes:
        target: A passage ends at the first block or sentence end beyond this.
        most: It ends before this, sentences permitting; a longer sentence or table row stays whole.
        least: A remainder shorter than this joins the passage before it.
        exchange: A question with its answer is one passage up to this; measured with
            ``benchmarks/kamervragen.py``, and about 400 tokens of the default model.
    """

    target: int = 700
    most: int = 1200
    least: int = 250
    exchange: int = 1800


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    end: int
    section: tuple[str, ...]
    ends_block: bool
    heads: str = ""
    zone: Zone | None = None

    @property
    def group(self) -> tuple[tuple[str, ...], int | None]:
        """Units of one group may share a passage."""
        return self.section, self.zone.unit if self.zone else None


def chunk(
    document: ParsedDocument,
    split: Split,
    *,
    title: str = "",
    size: ChunkSize | None = None,
    questions: QuestionSet | None = None,
) -> list[Passage]:
    """Cut a document into passages.

    Args:
        document: The parsed document.
        split: Sentence splitter, see ``SentenceSplitter.split``.
        title: The document's title; it is left out of section paths.
        size: Lengths, by default those measured best.
        questions: The document's questions and answers; each pair is cut as one unit.
    """
    pages, size = PageMap(document), size or ChunkSize()
    zones = Zones(document, questions, title=title, most=size.exchange)
    contents = contents_blocks(document)
    units = list(_units(document, split, title, zones, contents))
    passages = []
    # A passage is one span, so it must not reach over the table of contents.
    parts = [document.blocks[index].start for index in sorted(contents)]
    for _, group in groupby(units, key=lambda unit: (bisect_right(parts, unit.start), unit.group)):
        passages += [_passage(document, pages, run) for run in _runs(list(group), size)]
    texts = ((passage, document.text[passage.start : passage.end]) for passage in passages)
    return [passage for passage, text in texts if _WORD.search(text) and not _COURTESY.fullmatch(text)]


def _units(
    document: ParsedDocument, split: Split, title: str, zones: Zones, contents: frozenset[int]
) -> Iterator[_Unit]:
    cited = {link.block: link.position for link in document.footnotes}
    blocks = [(index, block) for index, block in enumerate(document.blocks) if index not in contents]
    for index, block in blocks:
        if any(zone for _, _, zone in zones.parts(block.start, block.end)):
            yield from _in_zones(document, block, split, zones, title)
        elif block.kind is BlockKind.HEADING:
            words = document.text[block.start : block.end].split()
            if len(words) >= _FEWEST_WORDS and _stands_alone(document.blocks, index):
                yield _Unit(block.start, block.end, block.section, ends_block=True)
        elif block.kind is not BlockKind.FOOTNOTE or index not in cited:
            yield from _sentences(document, block, split, zones.outside(_path(block.section, title)))
        elif block.end - block.start > _LONG_NOTE:
            section = (*_path(_section_at(document, cited[index]), title), f"voetnoot {block.label}")
            yield from _sentences(document, block, split, section)


def _in_zones(
    document: ParsedDocument, block: Block, split: Split, zones: Zones, title: str
) -> Iterator[_Unit]:
    """The sentences of a block in which questions or answers stand, without their headings."""
    for start, end, zone in zones.parts(block.start, block.end):
        if zone is None or zone.section:
            section = zone.section if zone else zones.outside(_path(block.section, title))
            part = replace(block, start=start, end=end)
            units = _sentences(document, part, split, section) if document.text[start:end].strip() else ()
            yield from (replace(unit, zone=zone) for unit in units)


def _path(section: tuple[str, ...], title: str) -> tuple[str, ...]:
    return tuple(heading for heading in section if heading != title)


def _stands_alone(blocks: tuple[Block, ...], index: int) -> bool:
    """A heading with nothing under it would be lost: its text is in no passage's section."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.kind is BlockKind.FOOTNOTE:
        return index > 0
    return index > 0 and following.kind is BlockKind.HEADING and following.level <= blocks[index].level


def _section_at(document: ParsedDocument, position: int) -> tuple[str, ...]:
    return next((b.section for b in document.blocks if b.start <= position <= b.end), ())


def _sentences(
    document: ParsedDocument, block: Block, split: Split, section: tuple[str, ...]
) -> Iterator[_Unit]:
    """The sentences of a block without its bullet; a table row is one unit."""
    text = document.text[block.start : block.end]
    if block.kind is BlockKind.TABLE_ROW:
        yield _Unit(block.start, block.end, section, ends_block=True, heads=block.heads)
        return
    bullet = BULLET.match(text) if block.kind is BlockKind.LIST_ITEM else None
    skip = bullet.end() if bullet and not bullet.group().strip()[0].isalnum() else 0
    spans = split(text[skip:])
    for number, (start, end) in enumerate(spans, start=1):
        offset = block.start + skip
        yield _Unit(offset + start, offset + end, section, ends_block=number == len(spans))


def _runs(units: list[_Unit], size: ChunkSize) -> list[list[_Unit]]:
    if units[0].zone and units[0].zone.whole:
        return [units]
    runs: list[list[_Unit]] = [[]]
    for unit in units:
        run = runs[-1]
        length = unit.end - run[0].start if run else 0
        if run and (length > size.most or (run[-1].ends_block and run[-1].end - run[0].start >= size.target)):
            runs.append([])
        runs[-1].append(unit)
    return _without_remainders([run for run in runs if run], size)


def _without_remainders(runs: list[list[_Unit]], size: ChunkSize) -> list[list[_Unit]]:
    kept: list[list[_Unit]] = []
    for run in runs:
        short = run[-1].end - run[0].start < size.least
        open_end = kept and kept[-1][-1].end - kept[-1][0].start <= size.most
        if open_end and short and run[-1].end - kept[-1][0].start <= size.most + size.least:
            kept[-1] = kept[-1] + run
        else:
            kept.append(run)
    return kept


def _passage(document: ParsedDocument, pages: PageMap, run: list[_Unit]) -> Passage:
    start, end = run[0].start, run[-1].end
    first, last = pages.span(start, end)
    notes = [
        document.text[document.blocks[link.block].start : document.blocks[link.block].end]
        for link in document.footnotes
        if start < link.position <= end
    ]
    return Passage(
        start,
        end,
        run[0].section,
        tuple((unit.start, unit.end) for unit in run),
        first,
        last,
        tuple(notes),
        context=_context(run),
        confidence=_confidence(document, first, last),
    )


def _context(run: list[_Unit]) -> str:
    """The question to an answer, then the column heads of its rows."""
    asked = [unit.zone.context for unit in run if unit.zone and unit.zone.context]
    return "\n".join(dict.fromkeys((*asked, *(unit.heads for unit in run if unit.heads))))


def _confidence(document: ParsedDocument, first: int | None, last: int | None) -> float | None:
    if first is None or last is None:
        return None
    known = [page.confidence for page in document.pages if first <= page.number <= last]
    return min((value for value in known if value is not None), default=None)
