"""Printed lines with what is marked in them, for drawing marks on a page.

A line's rectangle is exact; where in it a word begins is known to about a character or two only, from the
number of characters before it. Whoever draws may do better with the places of the page's own glyphs, so a
line comes with its text, cut at the marks.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from beleidszoeker.ingest.document import Box
from beleidszoeker.ingest.locate import PageMap


class Mark(NamedTuple):
    """A span of the canonical text, and why it is marked.

    Attributes:
        start: First character.
        end: One past the last.
        kind: ``passage``, ``quote``, ``word`` or any other name.
    """

    start: int
    end: int
    kind: str


class Line(NamedTuple):
    """A printed line.

    Attributes:
        page: Number of its page in the file.
        box: Its rectangle, in points from the lower left of the page as a reader sees it.
        pieces: Its text, cut where marks begin and end, each with the kinds of marks that it has.
    """

    page: int
    box: Box
    pieces: tuple[tuple[str, tuple[str, ...]], ...]


def marked_lines(pages: PageMap, text: str, marks: Sequence[Mark]) -> tuple[Line, ...]:
    """Return the lines under some marks, in the order of the text; lines without a rectangle are left out.

    Args:
        pages: Where the document's lines are printed.
        text: Its canonical text.
        marks: What to mark.
    """
    found = {line.start: line for mark in marks for line in pages.lines(mark.start, mark.end)}
    return tuple(
        Line(line.page, line.box, tuple(pieces(text, line.start, line.end, marks)))
        for _, line in sorted(found.items())
        if line.box is not None
    )


def pieces(
    text: str, start: int, end: int, marks: Sequence[Mark], cuts: Sequence[int] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a part of a text cut where marks begin and end, each piece with the kinds of its marks.

    Args:
        text: The text.
        start: First character of the part.
        end: One past its last.
        marks: They may overlap and lie outside the part.
        cuts: Further places to cut at.

    >>> list(pieces("Het net is vol.", 0, 15, [Mark(4, 7, "word"), Mark(0, 15, "quote")]))
    [('Het ', ('quote',)), ('net', ('quote', 'word')), (' is vol.', ('quote',))]
    """
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end, *cuts, *(edge for mark in near for edge in (mark.start, mark.end))}
    places = sorted(edge for edge in edges if start <= edge <= end)
    for first, last in pairwise(places):
        kinds = {mark.kind for mark in near if mark.start <= first and mark.end >= last}
        yield text[first:last], tuple(sorted(kinds))
