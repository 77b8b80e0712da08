"""Levels of headings: ranked by look, refined by number."""

import re
from collections.abc import Sequence
from itertools import takewhile

from beleidszoeker.ingest.pdf.headings import NUMBERED, is_question, text_of
from beleidszoeker.ingest.pdf.layout import Style, style_of
from beleidszoeker.ingest.pdf.lines import PdfLine

_DEPTHS = 3
_BEFORE_CHAPTERS = re.compile(
    r"^(?:(?:management|publieks)?samenvatting|voorwoord|woord vooraf|inhoud(?:sopgave)?|colofon|summary)$",
    re.IGNORECASE,
)

Heading = list[PdfLine]


def levels_of(groups: Sequence[list[PdfLine]], heads: Sequence[Heading]) -> dict[int, int]:
    """Return the level of each heading, by the ``id`` of its first line.

    Args:
        groups: All lines of the document as they stand together.
        heads: Those groups that are headings.
    """
    looks = sorted({style_of(head[0]) for head in heads}, reverse=True)
    levels = {id(head[0]): _level(head, looks) for head in heads}
    _free_chapters(heads, levels)
    deepest = 1 + len(looks) * _DEPTHS
    return levels | {id(head[0]): deepest for head in _subtitles(groups, heads)}


def _level(heading: Heading, looks: list[Style]) -> int:
    """Rank a heading by its look among all; a number's depth refines headings that look alike."""
    text = text_of(heading)
    if is_question(text):
        return len(looks) + 1
    return 1 + looks.index(style_of(heading[0])) * _DEPTHS + min(_depth(text), _DEPTHS - 1)


def _depth(text: str) -> int:
    number = NUMBERED.match(text)
    return number.group(1).count(".") if number else 0


def _free_chapters(heads: Sequence[Heading], levels: dict[int, int]) -> None:
    """A summary set larger than the numbered chapters after it still is none of their parents.

    Where a heading among the chapters ranks above them too, they may be parts of it, and stay.
    """
    texts = {id(head[0]): text_of(head) for head in heads}
    chapters = [key for key, text in texts.items() if NUMBERED.match(text) and not _depth(text)]
    if not chapters:
        return
    rank = min(levels[key] for key in chapters)
    keys = list(texts)
    first = keys.index(chapters[0])
    fronts = [levels[key] for key in keys[:first] if _BEFORE_CHAPTERS.match(texts[key])]
    if fronts and all(levels[key] >= rank for key in keys[first:]):
        levels.update({key: min(rank, *fronts) for key, level in levels.items() if level == rank})


def _subtitles(groups: Sequence[list[PdfLine]], heads: Sequence[Heading]) -> list[Heading]:
    """What stands right under the title, in a look that no later heading has, heads no chapter."""
    known = {id(head[0]) for head in heads}
    opening = list(takewhile(lambda group: id(group[0]) in known, groups))
    later = {style_of(head[0]) for head in heads[len(opening) :]}
    return [head for head in opening[1:] if style_of(head[0]) not in later]
