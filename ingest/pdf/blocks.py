"""Lines of PDF pages to drafts of blocks: gaps, indents and type tell paragraphs, items and headings apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.paragraphs import BULLET, LABEL
from beleidszoeker.ingest.pdf.lines import PdfLine

_LARGER = 1.12
_WIDE_GAP = 1.3
_INDENT = 7.0
_LONGEST_HEADING = 160
_MOST_HEADING_LINES = 4
_ENDS = (".", "!", "?", ":", ";", "”", "’", "»", ")")
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s+[^\W\d_]")
_QUESTION = re.compile(r"^(?:Vraag|Antwoord)(?: op(?: de)? vrag?e?n?)?(?:en)?[ \d,]*(?: (?:en|tot en met|t/m) \d+)?:?$")
Style = tuple[float, bool, bool]


@dataclass(slots=True)
class Layout:
    """What is usual in a document.

    Attributes:
        body: Size in which most characters are set.
        pitch: Distance between the bases of two lines of one paragraph.
    """

    body: float
    pitch: float


def measure(pages: list[list[PdfLine]], body: float) -> Layout:
    """Find the usual line distance among lines of body size."""
    steps = [
        before.box.y0 - line.box.y0
        for lines in pages
        for before, line in zip(lines, lines[1:], strict=False)
        if abs(line.size - body) < 1 and 0 < before.box.y0 - line.box.y0 < 3 * body
    ]
    return Layout(body, median(steps) if steps else 1.2 * body)


def to_drafts(pages: list[list[PdfLine]], markers: dict[int, list[tuple[int, str]]], layout: Layout) -> list[Draft]:
    """Make drafts of all pages' lines; headings get their level from the order of their looks by weight."""
    groups = [group for lines in pages for group in _groups(lines, layout)]
    looks = sorted({_style(group[0]) for group in groups if _is_heading(group, layout)}, reverse=True)
    drafts = []
    for group in groups:
        lines = [_line(line, markers.get(id(line), [])) for line in group]
        if _is_heading(group, layout):
            drafts.append(Draft(BlockKind.HEADING, lines, level=_level(group, looks)))
        else:
            kind = BlockKind.LIST_ITEM if BULLET.match(group[0].text) else BlockKind.PARAGRAPH
            drafts.append(Draft(kind, lines))
    return drafts


def _line(line: PdfLine, markers: list[tuple[int, str]]) -> Line:
    return Line(
        line.text, page=line.page, box=line.box, size=line.size, bold=line.face.bold, markers=list(markers)
    )


def _groups(lines: list[PdfLine], layout: Layout) -> Iterator[list[PdfLine]]:
    group: list[PdfLine] = []
    for line in lines:
        if group and _breaks(group, line, layout):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _breaks(group: list[PdfLine], line: PdfLine, layout: Layout) -> bool:
    last = group[-1]
    if len(group) == 1 and _is_label(last, line):
        return False
    step = last.box.y0 - line.box.y0
    pitch = max(layout.pitch * last.size / layout.body, last.size) if layout.body else last.size
    if not -0.3 * last.size < step < _WIDE_GAP * pitch:
        return True
    if line.box.x0 > last.box.x1 + last.size or line.box.x1 < last.box.x0 - last.size:
        return True
    if _style(line) != _style(last) and (_shows(line, layout) or _shows(last, layout)):
        return True
    if BULLET.match(line.text) or _QUESTION.match(line.text.strip()) or _QUESTION.match(last.text.strip()):
        return True
    return _new_paragraph(group, line)


def _is_label(line: PdfLine, beside: PdfLine) -> bool:
    """A bold word with plain text to its right, on one height: *Betreft* and its value."""
    level = abs(line.box.y0 - beside.box.y0) < 0.3 * line.size  # noqa: PLR2004
    return level and line.face.bold and not beside.face.bold and beside.box.x0 > line.box.x1


def _new_paragraph(group: list[PdfLine], line: PdfLine) -> bool:
    """No gap, but the sentence before ended early in its line, or this line is indented after an end."""
    last = group[-1]
    if not last.text.rstrip().endswith(_ENDS) or not line.text.lstrip()[:1].isupper():
        return False
    left = min(other.box.x0 for other in group)
    width = max(other.box.x1 for other in (*group, line)) - left
    indented = line.box.x0 > left + _INDENT and len(group) > 1
    return indented or last.box.x1 - left < 0.7 * width  # noqa: PLR2004


def _style(line: PdfLine) -> Style:
    return (round(line.size), line.face.bold, line.face.italic)


def _shows(line: PdfLine, layout: Layout) -> bool:
    return line.face.bold or line.face.italic or line.size > _LARGER * layout.body


def _is_heading(group: list[PdfLine], layout: Layout) -> bool:
    text = " ".join(line.text.strip() for line in group)
    if not text or LABEL.match(text):
        return False
    if _QUESTION.match(text):
        return True
    if len(group) > _MOST_HEADING_LINES or len(text) > _LONGEST_HEADING or not re.search(r"[^\W\d_]{3}", text):
        return False
    if not all(_shows(line, layout) for line in group) or text.endswith((",", ";", "-")):
        return False
    return group[0].size > _LARGER * layout.body or (
        group[0].size > 0.93 * layout.body and not text.endswith((".", ":", "”")) and text[0] not in "•-–‘“\"("
    )


def _level(group: list[PdfLine], looks: list[Style]) -> int:
    """Rank by look; a number's depth refines headings that look alike."""
    number = _NUMBERED.match(group[0].text.strip())
    if _QUESTION.match(group[0].text.strip()):
        return len(looks) + 1
    return 1 + looks.index(_style(group[0])) * 3 + (min(number.group(1).count("."), 2) if number else 0)
