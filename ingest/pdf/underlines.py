"""Headings that are underlined and nothing else: *Artikel 3* in the annex of a decision."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.tables.rules import Rule

_LEFT, _RIGHT = 3.0, 6.0
_BELOW, _ABOVE = 1.0, 0.35
_LONGEST = 80
_NEW = 1.6
_FEWEST_LETTERS = 4
_ADDRESS = re.compile(r"@|www\.|://|[_=&?%/]|\.nl\b")
_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*\.?\s*[^\W\d_]")
_ENDS = tuple(".:;!?)”’")


def mark_underlined(lines: list[PdfLine], rules: Sequence[Rule]) -> None:
    """Mark the lines of a page that a rule sets off as headings, in place.

    A link in the text is underlined too. So the line stands by itself: it opens with a capital, no line of
    a sentence comes right before it, and neither neighbour is underlined.
    """
    level = sorted(rules, key=lambda rule: rule.at)
    heights = [rule.at for rule in level]
    under = {
        id(line) for line in lines if any(_is_under(rule, line) for rule in _at_foot(line, level, heights))
    }
    if not under:
        return
    for before, line, after in zip([None, *lines[:-1]], lines, [*lines[1:], None], strict=True):
        alone = not any(other and id(other) in under for other in (before, after))
        line.underlined = id(line) in under and alone and _may_head(line) and _opens(before, line)


def _at_foot(line: PdfLine, level: list[Rule], heights: list[float]) -> list[Rule]:
    """The rules at the height of a line's foot, of all by height."""
    foot = line.box.y0
    return level[bisect_left(heights, foot - _BELOW) : bisect_right(heights, foot + _ABOVE * line.size)]


def _is_under(rule: Rule, line: PdfLine) -> bool:
    begins = abs(rule.start - line.box.x0) < _LEFT or _starts_after_number(rule, line)
    return begins and abs(rule.end - line.box.x1) < _RIGHT


def _starts_after_number(rule: Rule, line: PdfLine) -> bool:
    """A heading's number is often not underlined with its words."""
    half = (line.box.x0 + line.box.x1) / 2
    return bool(_NUMBER.match(line.text)) and line.box.x0 < rule.start < half


def _may_head(line: PdfLine) -> bool:
    text = line.text.strip()
    opens = text[:1].isupper() or text[:1].isdigit()
    letters = sum(char.isalpha() for char in text)
    return opens and len(text) <= _LONGEST and letters >= _FEWEST_LETTERS and not _ADDRESS.search(text)


def _opens(before: PdfLine | None, line: PdfLine) -> bool:
    """Nothing is before it, or the end of a sentence, or a gap, or another column."""
    if before is None or before.text.rstrip().endswith(_ENDS):
        return True
    step = before.box.y0 - line.box.y0
    return not 0 <= step < _NEW * line.size
