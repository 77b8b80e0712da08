"""Which rows of a table are its heads, and what the heads say."""

import itertools
import re
from collections.abc import Sequence

from beleidszoeker.ingest.pdf.tables.parts import Row

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"^[\d.,%€+\s-]+$")
_MOST = 0.5
_NUMERIC = 0.6
_FEWEST_CELLS = 2
_FEWEST_PLAIN = 3
_MOST_TITLES = 2
_LONGEST = 300


def head_rows(rows: Sequence[Row]) -> tuple[int, int]:
    """Return [first, end) of the rows that hold the column heads; an empty range where none do.

    Heads are set bold or shaded where the rows under them are not, or are words above numbers. A title that
    fills the first row alone may stand above them, and heads may take more rows that are no numbers.
    """
    first = 0
    while first < min(_MOST_TITLES, len(rows) - 1) and len(rows[first].cells) == 1:
        first += 1
    if len(rows) < first + 2 or not _is_head(rows[first], rows[first + 1 :]):
        return 0, 0
    end = first + 1
    while end < len(rows) - 1 and _is_more(rows[end], rows[first]):
        end += 1
    return first, end


def _is_head(row: Row, rest: Sequence[Row]) -> bool:
    if len(row.cells) < _FEWEST_CELLS or sum(map(len, row.texts)) > _LONGEST:
        return False
    if row.bold and sum(other.bold for other in rest) <= _MOST * len(rest):
        return True
    if row.shaded and sum(other.shaded for other in rest) <= _MOST * len(rest):
        return True
    return len(row.cells) >= _FEWEST_PLAIN and not row.digits and _above_numbers(row, rest)


def _above_numbers(row: Row, rest: Sequence[Row]) -> bool:
    """Tell whether a column other than the first has digits in most of its cells."""
    for column in sorted(row.cells)[1:]:
        texts = [other.text(column) for other in rest if column in other.cells]
        if texts and sum(bool(_DIGIT.search(text)) for text in texts) >= _NUMERIC * len(texts):
            return True
    return False


def _is_more(row: Row, head: Row) -> bool:
    alike = (row.bold and head.bold) or (row.shaded and head.shaded)
    numbers = sum(bool(_NUMBER.match(text)) for text in row.texts)
    return alike and numbers < _MOST * len(row.cells) and len(row.cells) >= _FEWEST_CELLS


def heads_text(rows: Sequence[Row]) -> str:
    """Return the heads of the columns, tab-parted; heads over each other are joined, empty ones left out."""
    columns = sorted({column for row in rows for column in row.spans})
    found = [" ".join(filter(None, (row.text(column) for row in rows))) for column in columns]
    return "\t".join(text for text, _ in itertools.groupby(found) if text)
