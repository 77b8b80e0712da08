"""Lines of PDF pages to drafts of blocks: gaps, indents and type part them."""

import itertools
from collections.abc import Iterator

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.pdf.captions import is_caption
from beleidszoeker.ingest.pdf.headings import heads_alone, is_heading, is_question, whole_headings
from beleidszoeker.ingest.pdf.layout import Layout, stands_out, style_of
from beleidszoeker.ingest.pdf.levels import levels_of
from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.rows import are_cells, is_label_of, is_marker_of
from beleidszoeker.ingest.text.paragraphs import BULLET

_WIDE_GAP = 1.3
_INDENT = 7.0
_EARLY_END = 0.7
_BACK = 0.3
_ENDS = (".", "!", "?", ":", ";", "”", "’", "»", ")")


def to_drafts(
    pages: list[list[PdfLine]],
    markers: dict[int, list[tuple[int, str]]],
    layout: Layout,
    *,
    aside: bool = False,
) -> list[Draft]:
    """Make drafts of all pages' lines; headings get their level from the order of their looks by weight.

    Args:
        pages: Lines of each page.
        markers: Footnote markers of each line by its ``id``.
        layout: What is usual in the document.
        aside: Whether these lines stand beside the running text; then none is a heading.
    """
    groups = whole_headings([group for lines in pages for group in _groups(lines, layout)], layout)
    heads = [] if aside else _headings(groups, layout)
    levels = levels_of(groups, heads)
    drafts = []
    for group in groups:
        lines = [_line(line, markers.get(id(line), [])) for line in group]
        if id(group[0]) in levels:
            drafts.append(Draft(BlockKind.HEADING, lines, level=levels[id(group[0])]))
        else:
            drafts.append(Draft(_kind(group), lines, aside=aside))
    return drafts


def _headings(groups: list[list[PdfLine]], layout: Layout) -> list[list[PdfLine]]:
    """The groups that are headings: by their look, or by the white space around them."""
    found = []
    for index, group in enumerate(groups):
        before, after = groups[max(index - 1, 0)], groups[min(index + 1, len(groups) - 1)]
        plain = 0 < index < len(groups) - 1 and heads_alone(before, group, after, layout)
        if plain or is_heading(group, layout):
            found.append(group)
    return found


def _kind(group: list[PdfLine]) -> BlockKind:
    if is_caption(group[0].text):
        return BlockKind.CAPTION
    if any(are_cells(line, following) for line, following in itertools.pairwise(group)):
        return BlockKind.TABLE_ROW
    return BlockKind.LIST_ITEM if BULLET.match(group[0].text) else BlockKind.PARAGRAPH


def _line(line: PdfLine, markers: list[tuple[int, str]]) -> Line:
    return Line(
        line.text, page=line.page, box=line.box, size=line.size, bold=line.face.bold, markers=list(markers)
    )


def _groups(lines: list[PdfLine], layout: Layout) -> Iterator[list[PdfLine]]:
    group: list[PdfLine] = []
    for line in lines:
        if group and not _belongs_beside(group, line) and _breaks(group, line, layout):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _belongs_beside(group: list[PdfLine], line: PdfLine) -> bool:
    last = group[-1]
    opens = len(group) == 1 and (is_marker_of(last, line) or is_label_of(last, line))
    return opens or are_cells(last, line)


def _breaks(group: list[PdfLine], line: PdfLine, layout: Layout) -> bool:
    last = group[-1]
    return (
        _kind(group) is BlockKind.TABLE_ROW
        or _is_apart(last, line, layout)
        or (style_of(line) != style_of(last) and (stands_out(line, layout) or stands_out(last, layout)))
        or bool(BULLET.match(line.text))
        or is_question(line.text)
        or is_question(last.text)
        or _is_new_paragraph(group, line)
    )


def _is_apart(last: PdfLine, line: PdfLine, layout: Layout) -> bool:
    """A gap above the line, a step back up, or no common column."""
    step = last.box.y0 - line.box.y0
    pitch = max(layout.pitch * last.size / layout.body, last.size) if layout.body else last.size
    beside = line.box.x0 > last.box.x1 + last.size or line.box.x1 < last.box.x0 - last.size
    return beside or not -_BACK * last.size < step < _WIDE_GAP * pitch


def _is_new_paragraph(group: list[PdfLine], line: PdfLine) -> bool:
    """No gap, but the sentence before ended early in its line, or this line is indented after an end."""
    last = group[-1]
    if not last.text.rstrip().endswith(_ENDS) or not line.text.lstrip()[:1].isupper():
        return False
    left = min(other.box.x0 for other in group)
    width = max(other.box.x1 for other in (*group, line)) - left
    indented = line.box.x0 > left + _INDENT and len(group) > 1
    return indented or last.box.x1 - left < _EARLY_END * width
