"""Headings of PDF pages: told by type and length, ranked by look, refined by number."""

import itertools
import re

from beleidszoeker.ingest.contents import LEADERS
from beleidszoeker.ingest.pdf.captions import is_caption
from beleidszoeker.ingest.pdf.layout import LARGER, Layout, stands_out, style_of
from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.rows import are_cells
from beleidszoeker.ingest.text.paragraphs import LABEL

_SMALLEST = 0.93
_LONGEST = 160
_MOST_LINES = 4
_PITCH = 2.2
_LONGEST_PLAIN = 70
_PLAIN = re.compile(r"^[A-Z][^\W\d_]*(?: [^.;@]*)?[^\W\d_]$")
_FAR, _WIDER, _INDENT, _ALIKE = 3.2, 1.3, 3.0, 0.08
_ENDS = (".", "!", "?", "”", "’", ")", ";")
NUMBERED = re.compile(r"^(\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*)\.?\s+[^\W\d_]")
_DASHED = re.compile(r"^[•▪◦‣●·–—-]\s")
"""An item of a list heads nothing, however large a mail sets it."""
_MASTHEAD = re.compile(
    r"^(?:(?:tweede|eerste) kamer der staten-generaal|vergaderjaar \d|aanhangsel van de handelingen"
    r"|vragen gesteld door de leden|ministerie van|kabinet minister-president|> ?retouradres"
    r"|\d{1,2} [a-z]+ (?:19|20)\d\d$)",
    re.IGNORECASE,
)
"""What stands large at the head of a printed document and heads no text."""
_QUESTION = re.compile(
    r"^(?:Vraag|Antwoord)(?: op(?: de)? vrag?e?n?)?(?:en)?[ \d,]*(?: (?:en|tot en met|t/m) \d+)?:?$"
)


def is_question(text: str) -> bool:
    """Tell whether a line is the name of a question or answer and nothing else.

    >>> is_question("Vraag 3, 4 en 5"), is_question("Vraag 3 gaat over gas")
    (True, False)
    """
    return bool(_QUESTION.match(text.strip()))


def is_heading(group: list[PdfLine], layout: Layout) -> bool:
    """Tell whether lines that stand together are a heading."""
    text = text_of(group)
    if not text or LABEL.match(text) or _MASTHEAD.match(text) or text[0].islower() or is_caption(text):
        return False
    return is_question(text) or (_may_head(text, group) and _looks_like_one(text, group, layout))


def text_of(group: list[PdfLine]) -> str:
    """Return all lines as one: a number may stand apart from the words that it numbers."""
    return " ".join(line.text.strip() for line in group)


def _may_head(text: str, group: list[PdfLine]) -> bool:
    if any(are_cells(line, following) for line, following in itertools.pairwise(group)):
        return False
    if LEADERS.search(text):
        return False
    short = len(group) <= _MOST_LINES and len(text) <= _LONGEST
    words = bool(re.search(r"[^\W\d_]{3}", text)) and not _DASHED.match(text)
    return short and words and not text.endswith((",", ";", "-"))


def _looks_like_one(text: str, group: list[PdfLine], layout: Layout) -> bool:
    first = group[0]
    if not all(stands_out(line, layout) for line in group):
        return False
    if first.size > LARGER * layout.body:
        return True
    sentence = text.endswith(".") and not (NUMBERED.match(text) and first.face.bold)
    closed = sentence or text.endswith((":", "”")) or text[0] in '•-–‘“"('
    return first.size > _SMALLEST * layout.body and not closed


def heads_alone(before: list[PdfLine], group: list[PdfLine], after: list[PdfLine], layout: Layout) -> bool:
    """Tell whether one short line between gaps heads the paragraph under it, though it is set like the text.

    Text layers of scans know no bold, and some headings are told from the text by white space alone.
    """
    line, text = group[0], group[0].text.strip()
    if len(group) > 1 or len(text) > _LONGEST_PLAIN or not _PLAIN.match(text) or LABEL.match(text):
        return False
    if is_caption(text) or _MASTHEAD.match(text) or not _may_head(text, group):
        return False
    head, end = after[0], before[-1]
    below = line.box.y0 - head.box.y0
    runs_on = head.page == line.page and 0 < below < _FAR * layout.pitch and len(after) > 1
    wide = head.box.x1 - head.box.x0 > _WIDER * (line.box.x1 - line.box.x0)
    same = abs(head.box.x0 - line.box.x0) < 1 + _INDENT and abs(head.size - line.size) < _ALIKE * line.size
    ended = end.page != line.page or end.text.rstrip().endswith(_ENDS)
    return runs_on and wide and same and ended and head.text.strip()[:1].isupper()


def whole_headings(groups: list[list[PdfLine]], layout: Layout) -> list[list[PdfLine]]:
    """Join the second line of a heading to the first where their distance parted them."""
    whole: list[list[PdfLine]] = []
    for group in groups:
        if whole and is_heading(whole[-1], layout) and _goes_on(whole[-1], group, layout):
            whole[-1] = whole[-1] + group
        else:
            whole.append(group)
    return whole


def _goes_on(heading: list[PdfLine], group: list[PdfLine], layout: Layout) -> bool:
    """Same look, right under it, no number of its own, and in lower case or indented under a number."""
    last, first = heading[-1], group[0]
    text = first.text.strip()
    alike = style_of(last) == style_of(first) and last.page == first.page and stands_out(first, layout)
    under = 0 < last.box.y0 - first.box.y0 < _PITCH * last.size
    if not (alike and under) or len(heading) + len(group) > _MOST_LINES:
        return False
    if NUMBERED.match(text) or is_question(text):
        return False
    indented = NUMBERED.match(text_of(heading)) and first.box.x0 > heading[0].box.x0 + 1
    return text[:1].islower() or bool(indented)
