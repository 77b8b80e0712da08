"""What stands side by side on one height: cells of a row, a label and its value, a number and its text."""

import re

from beleidszoeker.ingest.pdf.lines import PdfLine

_LONGEST_CELL = 25
_LEVEL = 0.3
_MARKER = re.compile(r"^(?:\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*[.)]?|[a-zA-Z][.)]|[•▪◦‣●·–—-])$")
_LETTER = re.compile(r"[^\W\d_]")


def is_beside(line: PdfLine, after: PdfLine) -> bool:
    """Tell whether a line stands to the right of another on the same height."""
    return abs(line.box.y0 - after.box.y0) < _LEVEL * line.size and after.box.x0 > line.box.x1


def is_marker_of(line: PdfLine, after: PdfLine) -> bool:
    """Tell whether a line is nothing but the number or bullet of the text beside it.

    A number beside a number is a value, as in a row of amounts.
    """
    marks = bool(_MARKER.match(line.text.strip())) and bool(_LETTER.search(after.text))
    return marks and is_beside(line, after)


def is_label_of(line: PdfLine, after: PdfLine) -> bool:
    """Tell whether a bold word labels the plain text to its right: *Betreft* and its value."""
    bold = line.face.bold and not after.face.bold
    return is_beside(line, after) and bold and len(line.text) < _LONGEST_CELL


def are_cells(line: PdfLine, after: PdfLine) -> bool:
    """Tell whether two texts are cells of a row: a gap between, one short; lines of columns are long."""
    apart = after.box.x0 - line.box.x1 > line.size
    short = min(len(line.text), len(after.text)) < _LONGEST_CELL
    other = is_marker_of(line, after) or is_label_of(line, after)
    return is_beside(line, after) and apart and short and not other
