"""Lines beside the running text: the letterhead in the margin of a letter, the colophon at a page's foot."""

from beleidszoeker.ingest.pdf.lines import PdfLine

_SMALLER = 0.95
_FOOT_ZONE = 0.12
_LEVEL = 0.3
_FEWEST_LINES = 5
_FEWEST_CHARACTERS = 20


def split_asides(lines: list[PdfLine], body: float, height: float) -> tuple[list[PdfLine], list[PdfLine]]:
    """Part one page's lines, its footnotes taken out, into running text and asides.

    An aside is set smaller than the text and stands in a margin: wholly to the right of the text, or under
    the last of its lines in the foot of the page. In the file's order such lines often stand in the middle
    of a sentence.
    """
    text = [line for line in lines if line.size >= _SMALLER * body]
    full = [line for line in text if len(line.text) >= _FEWEST_CHARACTERS]
    if len(full) < _FEWEST_LINES:
        return lines, []
    right = max(line.box.x1 for line in full)
    foot = min([_FOOT_ZONE * height, *(line.box.y0 for line in text)])
    small = [line for line in lines if line.size < _SMALLER * body]
    asides = [
        line
        for line in small
        if line.box.y1 <= foot + 1
        or (line.box.x0 >= right and not any(_is_cell(line, other) for other in small))
    ]
    beside = {id(line) for line in asides}
    return [line for line in lines if id(line) not in beside], asides


def _is_cell(line: PdfLine, other: PdfLine) -> bool:
    """A line with one as small to its left belongs to a table that is set small."""
    level = abs(line.box.y0 - other.box.y0) < _LEVEL * line.size
    return level and other.box.x1 < line.box.x0 and abs(line.size - other.size) < 1
