"""Tables in plain text exports: rows that open with a department, under a head that says so.

An export writes the cells of a row after each other and keeps no trace of where one ends. So a row is told by
its first cell, which is certain, and a later cell only where a blank line parts a short name from running
text. Nothing is put in another order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line

_HEAD = re.compile(r"^\s*(?:Departement|Ministerie)(?:\s+[A-Z][a-zé]+){1,3}\s*$")
_CODE = (
    r"(?:AZ|A&M|AenM|BHO|BZ|BZK|Def|DEF|EZ|EZK|FIN|Fin|I&W|IenM|IenW|J&V|JenV|KGG|LNV|LVVN|OCW|SZW|V&J|VenJ"
    r"|VRO|VWS|VWA)"
)
_FIRST_CELL = re.compile(rf"^\s*{_CODE}(?:(?:\s?/\s?|, | en ){_CODE})*(?=\s+[A-Z0-9‘“'\"(]|\s*$)")
_FEWEST_ROWS = 3
_LONGEST_NAME = 32
_SHORTEST_TEXT = 40


def split_table(lines: Sequence[Line]) -> tuple[list[Line], list[Draft], list[Line]]:
    """Cut the first table out of a text's lines.

    Returns:
        The lines before it, its rows, and the lines after it; without a table no rows and no lines after.
    """
    head = next((index for index, line in enumerate(lines) if _HEAD.match(line.text)), len(lines))
    starts = [index for index in range(head + 1, len(lines)) if _opens_row(lines, index, head)]
    if len(starts) < _FEWEST_ROWS or starts[0] != head + 1:
        return list(lines), [], []
    end = _end_of_row(lines, starts[-1])
    heads = lines[head].text.split()
    rows = [_row(lines[a:b], "\t".join(heads)) for a, b in zip(starts, [*starts[1:], end], strict=True)]
    title = [replace(lines[head], text=text, cell=True) for text in heads]
    return list(lines[:head]), [Draft(BlockKind.TABLE_ROW, title), *rows], list(lines[end:])


def _opens_row(lines: Sequence[Line], index: int, head: int) -> bool:
    """A department after a blank line, at the top of a page or under the head, with a name behind it."""
    line = lines[index]
    fresh = line.gap or index == head + 1 or line.page != lines[index - 1].page
    return fresh and bool(_FIRST_CELL.match(line.text))


def _end_of_row(lines: Sequence[Line], start: int) -> int:
    """The last row ends with its first run of text; what follows may be anything."""
    text = _text_of(lines, start)
    following = range(max(text, start) + 1, len(lines))
    return next((index for index in following if lines[index].gap), len(lines))


def _text_of(lines: Sequence[Line], start: int) -> int:
    """Return where the text of a row begins if that is certain, else -1."""
    gap = next((index for index in range(start + 1, len(lines)) if lines[index].gap), -1)
    if gap < 0 or any(len(line.text.strip()) > _LONGEST_NAME for line in lines[start:gap]):
        return -1
    opening = lines[gap].text.strip()
    return gap if opening[:1].isupper() and len(opening) >= _SHORTEST_TEXT else -1


def _row(lines: Sequence[Line], heads: str) -> Draft:
    first = lines[0]
    code = _FIRST_CELL.match(first.text)
    cut = code.end() if code else 0
    text = _text_of(lines, 0)
    cells = [replace(first, text=first.text[:cut], markers=[], cell=True)]
    if first.text[cut:].strip():
        moved = [(max(offset - cut, 0), label) for offset, label in first.markers]
        cells.append(replace(first, text=first.text[cut:], markers=moved, gap=False, cell=True))
    rest = [replace(line, cell=index == text) for index, line in enumerate(lines[1:], start=1)]
    return Draft(BlockKind.TABLE_ROW, cells + rest, heads=heads)
