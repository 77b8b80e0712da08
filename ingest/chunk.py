"""Passages: runs of whole sentences within one section.

A passage never crosses a heading, never cuts a sentence or a table row, and is long enough to mean something
on its own. Sizes are in characters; 1,000 are about 200 tokens of the default model, well inside its 512.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument, Passage
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.paragraphs import BULLET

Split = Callable[[str], list[tuple[int, int]]]
_LONG_NOTE = 120
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class ChunkSize:
    """How long passages are, in characters.

    Attributes:
        target: A passage ends at the first block or sentence end beyond this.
        most: It ends before this, sentences permitting; a longer sentence or table row stays whole.
        least: A remainder shorter than this joins the passage before it.
    """

    target: int = 700
    most: int = 1200
    least: int = 250


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    end: int
    section: tuple[str, ...]
    ends_block: bool
    heads: str = ""


def chunk(
    document: ParsedDocument, split: Split, *, title: str = "", size: ChunkSize | None = None
) -> list[Passage]:
    """Cut a document into passages.

    Args:
        document: The parsed document.
        split: Sentence splitter, see ``SentenceSplitter.split``.
        title: The document's title; it is left out of section paths.
        size: Lengths, by default those measured best.
    """
    pages = PageMap(document)
    units = list(_units(document, split, title))
    passages = []
    for _, group in groupby(units, key=lambda unit: unit.section):
        passages += [_passage(document, pages, run) for run in _runs(list(group), size or ChunkSize())]
    return [p for p in passages if any(char.isalpha() for char in document.text[p.start : p.end])]


def _units(document: ParsedDocument, split: Split, title: str) -> Iterator[_Unit]:
    cited = {link.block: link.position for link in document.footnotes}
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            words = document.text[block.start : block.end].split()
            if len(words) >= _FEWEST_WORDS and _stands_alone(document.blocks, index):
                yield _Unit(block.start, block.end, block.section, ends_block=True)
        elif block.kind is not BlockKind.FOOTNOTE or index not in cited:
            yield from _sentences(document, block, split, _path(block.section, title))
        elif block.end - block.start > _LONG_NOTE:
            section = (*_path(_section_at(document, cited[index]), title), f"voetnoot {block.label}")
            yield from _sentences(document, block, split, section)


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
        if kept and short and run[-1].end - kept[-1][0].start <= size.most + size.least:
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
        context="\n".join(dict.fromkeys(unit.heads for unit in run if unit.heads)),
        confidence=_confidence(document, first, last),
    )


def _confidence(document: ParsedDocument, first: int | None, last: int | None) -> float | None:
    if first is None or last is None:
        return None
    known = [page.confidence for page in document.pages if first <= page.number <= last]
    return min((value for value in known if value is not None), default=None)
