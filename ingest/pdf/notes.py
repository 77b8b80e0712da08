"""Footnotes of PDF pages: small lines under the text that open with a number."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.pdf.lines import PdfLine

_SMALLER = 0.95
_NOTE = re.compile(r"^\s*(\d{1,3})(?:[ .)]+|(?=[^\W\d_‘“\"(])|\s*$)")
_BARE = 0.75


def body_size(pages: list[list[PdfLine]]) -> float:
    """Return the size in which most characters of the document are set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def split_notes(
    lines: list[PdfLine], body: float, rows: Sequence[PdfLine] = ()
) -> tuple[list[PdfLine], list[Draft]]:
    """Cut the footnotes out of one page's lines; the lines of its tables (``rows``) may cite them too.

    A note opens with a line that begins with a raised number, or a small one with a number that stands
    raised in the text of this page, below some text of body size; it runs on through small lines. A note
    that is only a link may be set larger than the others. In two columns each has its own notes.
    """
    kept: list[PdfLine] = []
    notes: list[Draft] = []
    cited = {digits for line in (*lines, *rows) for offset, digits in line.raised if offset}
    open_note: PdfLine | None = None
    for line, following in zip_longest(lines, lines[1:]):
        small = line.size < _SMALLER * body
        marked = any(offset == 0 and digits in cited for offset, digits in line.raised)
        match = _NOTE.match(line.text) if small or marked else None
        bare = match is not None and match.end() == len(line.text)
        if bare and not (following and line.size < _BARE * body and _follows(line, following)):
            match = None  # a number alone is a label only where it is set as one, with its note beside it
        if match and _opens(line, match, [*rows, *_large(kept, body)], cited):
            notes.append(Draft(BlockKind.FOOTNOTE, [_draft_line(line, match.end())], label=match.group(1)))
            open_note = line
        elif open_note is not None and (small or open_note.size > body) and _follows(open_note, line):
            notes[-1].lines.append(_draft_line(line, 0))
            open_note = line
        else:
            open_note = None
            kept.append(line)
    return kept, notes


def _large(lines: list[PdfLine], body: float) -> list[PdfLine]:
    return [line for line in lines if line.size >= _SMALLER * body]


def _opens(line: PdfLine, match: re.Match[str], text: list[PdfLine], cited: set[str]) -> bool:
    raised = any(offset <= match.start(1) for offset, _ in line.raised)
    under = any(other.box.y0 > line.box.y0 for other in text)
    return under and (raised or match.group(1) in cited)


def _follows(before: PdfLine, line: PdfLine) -> bool:
    below = before.box.y0 - line.box.y0
    if before.text.strip().isdigit():
        near = before.box.x0 - 1 < line.box.x0 < before.box.x1 + 3 * line.size
        return near and -0.2 * line.size < below < 2 * line.size
    same_column = line.box.x0 < before.box.x1 and before.box.x0 < line.box.x1
    return -0.2 * line.size < below < 2 * line.size and same_column and abs(line.size - before.size) < 1


def _draft_line(line: PdfLine, skip: int) -> Line:
    return Line(line.text[skip:], page=line.page, box=line.box, size=line.size)


def lift_raised(pages: list[list[PdfLine]], notes: list[list[Draft]]) -> dict[int, list[tuple[int, str]]]:
    """Take those raised numbers out of the text that are the label of a note on their page.

    Returns:
        ``id(line)`` → markers as (offset in the new text, label). Other raised numbers (m²) stay in the text.
    """
    markers: dict[int, list[tuple[int, str]]] = {}
    for lines, page_notes in zip(pages, notes, strict=True):
        labels = {note.label for note in page_notes}
        for line in lines:
            markers[id(line)] = _lift(line, labels)
    return markers


def _lift(line: PdfLine, labels: set[str]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    removed = 0
    for offset, digits in line.raised:
        if digits not in labels or offset == 0:
            continue
        at = offset - removed
        line.text = line.text[:at] + line.text[at + len(digits) :]
        found.append((at, digits))
        removed += len(digits)
    return found
