"""Fills columns with paragraphs and puts each footnote at the foot of the column that cites it.

reportlab's own page templates know no footnotes: how much room a column has depends on the notes cited in it.
"""  # noqa: INP001

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Paragraph = Any  # reportlab carries no types

RULE_ROOM = 12.0  # points kept free above the footnotes, for their rule
KEEP_LINES = 2  # a heading stays with this many lines of what follows
TALL = 10_000.0  # points; more than any paragraph needs


@dataclass
class Column:
    """A rectangle of a page, in points from the lower left corner, with what has been placed in it."""

    page: int
    x: float
    top: float
    bottom: float
    width: float
    placed: list[tuple[Paragraph, float]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    y: float = field(init=False)

    def __post_init__(self) -> None:
        self.y = self.top

    def place(self, paragraph: Paragraph, gap: float) -> None:
        """Sets the paragraph below what stands here already; `gap` is dropped at the column's top."""
        self.y -= height(paragraph, self.width) + (gap if self.placed else 0)
        self.placed.append((paragraph, self.y))


def height(paragraph: Paragraph, width: float) -> float:
    """The height in points of the paragraph, set to `width`."""
    return float(paragraph.wrap(width, TALL)[1])


def cited(paragraph: Paragraph, width: float) -> list[str]:
    """The numbers of the footnotes cited in the paragraph, in order: its raised fragments."""
    paragraph.wrap(width, TALL)
    lines = [line for line in paragraph.blPara.lines if hasattr(line, "words")]
    raised = "".join(f" {word.text}" for line in lines for word in line.words if getattr(word, "rise", 0) > 0)
    return re.findall(r"\d+", raised)


def notes_height(column: Column, notes: Mapping[str, Paragraph], labels: Sequence[str]) -> float:
    """The room that the footnotes with these labels take at the foot of the column, with their rule."""
    return sum(height(notes[label], column.width) for label in labels) + (RULE_ROOM if labels else 0)


def fill(
    blocks: Sequence[Paragraph], columns: Iterator[Column], notes: Mapping[str, Paragraph]
) -> list[Column]:
    """Places the blocks in the columns, splitting them where a column ends; returns the columns used."""
    used = [next(columns)]
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        rest: Paragraph | None = block
        while rest is not None:
            column = used[-1]
            part, rest = _fitting(rest, column, notes, following if block.style.keepWithNext else None)
            if part is not None:
                column.place(part, block.style.spaceBefore)
                column.notes += [label for label in cited(part, column.width) if label not in column.notes]
            elif not column.placed:
                raise ValueError(f"no column is tall enough for: {block.getPlainText()[:60]}")
            if rest is not None:
                used.append(next(columns))
    return used


def _fitting(
    block: Paragraph, column: Column, notes: Mapping[str, Paragraph], following: Paragraph | None
) -> tuple[Paragraph | None, Paragraph | None]:
    """The part of the block that fits in the column with its footnotes, and what is left over."""
    room = column.y - column.bottom - (block.style.spaceBefore if column.placed else 0)
    if following is not None:
        room -= following.style.spaceBefore + KEEP_LINES * following.style.leading
    attempt = room
    while attempt >= block.style.leading:
        parts = block.split(column.width, attempt)
        if not parts or (following is not None and len(parts) > 1):
            break
        labels = column.notes + [n for n in cited(parts[0], column.width) if n not in column.notes]
        if height(parts[0], column.width) + notes_height(column, notes, labels) <= room:
            return parts[0], _without_leading_break(parts[1]) if len(parts) > 1 else None
        attempt -= block.style.leading
    return None, block


def _without_leading_break(paragraph: Paragraph) -> Paragraph:
    """The paragraph without the line break that reportlab leaves in front of what it splits off.

    The fragments of a split paragraph are words: [width, (style, text), …].
    """
    first = paragraph.frags[0]
    if isinstance(first, list) and first[1][1] == "" and getattr(first[1][0], "lineBreak", False):
        del paragraph.frags[0]
    return paragraph
