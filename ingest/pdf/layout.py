"""What is usual in a document, and how a line stands out from it."""

import itertools
from dataclasses import dataclass
from statistics import median

from beleidszoeker.ingest.pdf.lines import PdfLine

LARGER = 1.12
"""From this ratio to the usual size on, type is larger than the text."""

Style = tuple[float, bool, bool, bool]
"""Size, bold, italic, underlined: headings of one style are of one level."""


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
        for before, line in itertools.pairwise(lines)
        if abs(line.size - body) < 1 and 0 < before.box.y0 - line.box.y0 < 3 * body
    ]
    return Layout(body, median(steps) if steps else 1.2 * body)


def style_of(line: PdfLine) -> Style:
    """Return the style of a line."""
    return (round(line.size), line.face.bold, line.face.italic, line.underlined)


def stands_out(line: PdfLine, layout: Layout) -> bool:
    """Tell whether a line is set bold, italic, underlined or larger than the text."""
    return line.face.bold or line.face.italic or line.underlined or line.size > LARGER * layout.body
