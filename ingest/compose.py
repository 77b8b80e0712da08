"""From drafts to the canonical text: lines joined, sections stacked, footnotes apart and linked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from beleidszoeker.ingest.document import (
    Block,
    BlockKind,
    FootnoteLink,
    LineSpan,
    ParsedDocument,
)
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.language.addresses import HYPHENS
from beleidszoeker.ingest.language.hyphens import Vocabulary, join
from beleidszoeker.ingest.text.paragraphs import wrap_width

_SENTENCE_END = tuple('.!?:;…”"’)»')
_FULL_LINE = 0.85
_LOWER = re.compile(r"\s*[(‘“'\"]?[a-zà-ÿ]")
_UNFINISHED = re.compile(
    r"\b(?:de|het|een|van|voor|in|met|en|of|op|aan|te|door|bij|om|tot|uit|over|naar|dat|die|deze|dit)$"
)
_TIGHT = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.FOOTNOTE})
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def compose(parsed: DraftDocument) -> ParsedDocument:
    """Make the canonical text of a document and the spans that stand on it.

    Asides and footnotes come after the running text, so that no sentence is interrupted by one; each keeps
    its page.
    """
    drafts = _mend_broken_paragraphs(draft for draft in parsed.drafts if draft.raw.strip())
    running = [draft for draft in drafts if draft.kind is not BlockKind.FOOTNOTE]
    body = sorted(running, key=lambda draft: draft.aside)
    notes = [draft for draft in drafts if draft.kind is BlockKind.FOOTNOTE]
    writer = _Writer(Vocabulary(line.text for draft in drafts for line in draft.lines))
    for draft in (*body, *notes):
        writer.add(draft)
    return ParsedDocument(
        text="".join(writer.parts),
        blocks=tuple(writer.blocks),
        pages=tuple(parsed.pages),
        lines=tuple(writer.lines),
        footnotes=tuple(_links(writer.markers, notes, first_note=len(writer.blocks) - len(notes))),
        properties=parsed.properties,
        warnings=tuple(parsed.warnings),
    )


def _mend_broken_paragraphs(drafts: Iterable[Draft]) -> list[Draft]:
    """Join a paragraph to the one before it where a page or column end cut a sentence in two."""
    drafts = list(drafts)
    full = _FULL_LINE * wrap_width([line for draft in drafts for line in draft.lines])
    mended: list[Draft] = []
    last: Draft | None = None
    for draft in drafts:
        if draft.kind is BlockKind.FOOTNOTE or draft.aside:
            mended.append(draft)
        elif last is not None and _goes_on(last, draft, full):
            last.lines.extend(draft.lines)
        else:
            last = replace(draft, lines=list(draft.lines))
            mended.append(last)
    return mended


def _goes_on(before: Draft, after: Draft, full: float) -> bool:
    """A sentence goes on in lower case, after a word that ends none, or after a full line at a page's end."""
    if before.kind not in _RUNNING or after.kind is not BlockKind.PARAGRAPH or before.depth != after.depth:
        return False
    if before.raw.rstrip().endswith(_SENTENCE_END):
        return False
    last, first = before.lines[-1], after.lines[0]
    turned = last.page is not None and last.page != first.page
    return (
        bool(_LOWER.match(first.text))
        or bool(_UNFINISHED.search(last.text.rstrip()))
        or (turned and len(last.text.strip()) >= full)
    )


@dataclass(slots=True)
class _Marker:
    position: int
    label: str
    page: int | None


@dataclass(slots=True)
class _Writer:
    vocabulary: Vocabulary
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    lines: list[LineSpan] = field(default_factory=list)
    markers: list[_Marker] = field(default_factory=list)
    length: int = 0
    headings: list[tuple[int, str]] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Write one block."""
        self._separate(draft.kind)
        start, first_part = self.length, len(self.parts)
        self._write_lines(_printed(draft.lines))
        self._close_block(draft, start, "".join(self.parts[first_part:]))

    def _separate(self, kind: BlockKind) -> None:
        if self.blocks:
            tight = kind in _TIGHT and self.blocks[-1].kind is kind
            self._write("\n" if tight else "\n\n")

    def _write_lines(self, lines: list[Line]) -> None:
        for index, line in enumerate(lines):
            text = line.text.strip()
            after = lines[index + 1] if index + 1 < len(lines) else None
            following = after.text.strip() if after and not after.cell else ""
            glue = "\t" if after and after.cell else join(text, following, self.vocabulary)
            start, kept = self.length, text
            if text and text[-1] in HYPHENS and (following or text[-1] != "-"):
                kept = text.rstrip(HYPHENS)
            self._write(kept)
            if text:
                self._place(line, start, len(line.text) - len(line.text.lstrip()))
            self._write(glue)

    def _place(self, line: Line, start: int, indent: int) -> None:
        self.markers += [
            _Marker(min(start + max(offset - indent, 0), self.length), label, line.page)
            for offset, label in line.markers
        ]
        if line.page is not None:
            self.lines.append(LineSpan(start, self.length, line.page, line.box))

    def _close_block(self, draft: Draft, start: int, text: str) -> None:
        section = () if draft.aside or draft.kind is BlockKind.FOOTNOTE else self._section_for(draft)
        self.blocks.append(
            Block(draft.kind, start, self.length, section, draft.level, draft.label, draft.heads)
        )
        if draft.kind is BlockKind.HEADING:
            self.headings.append((draft.level, text))

    def _section_for(self, draft: Draft) -> tuple[str, ...]:
        deepest = draft.level - 1 if draft.kind is BlockKind.HEADING else draft.depth
        while deepest is not None and self.headings and self.headings[-1][0] > deepest:
            self.headings.pop()
        return tuple(title for _, title in self.headings)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _printed(lines: list[Line]) -> list[Line]:
    """Leave out empty lines, but not the empty cells between others: a value must stay under its head."""
    kept = [line for line in lines if line.text.strip() or line.cell]
    while kept and not kept[-1].text.strip():
        kept.pop()
    return kept


def _links(markers: list[_Marker], notes: list[Draft], *, first_note: int) -> Iterable[FootnoteLink]:
    """Tie each marker to the note with its number, on the same page where there is one."""
    for marker in markers:
        same = [index for index, note in enumerate(notes) if note.label == marker.label]
        if same:
            best = min(same, key=lambda index: abs((notes[index].lines[0].page or 0) - (marker.page or 0)))
            yield FootnoteLink(marker.position, marker.label, first_note + best)
