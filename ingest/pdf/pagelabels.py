"""Printed page numbers, read from running heads and feet.

A number is the page's only where it grows with the pages at one place of a line that recurs: by one, or by
two where each page of the file is a spread of two printed pages with a number in each half. A page that
prints none has a label only between two pages whose numbers leave room for nothing else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from beleidszoeker.ingest.pdf.lines import PdfLine

_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_OF_TOTAL = re.compile(r"^\s*(?:pagina|blz\.?|p\.)?\s*(\d{1,4})\s*(?:van|/)\s*(\d{1,4})\s*$", re.IGNORECASE)
_FEWEST = 2
_MANY = 4
_SPREAD_SHARE = 0.5
_BOTH = 2


class _Seen(NamedTuple):
    """A number on a page; ``place`` is the line's text without numbers, and which of its numbers it is."""

    page: int
    number: int
    place: tuple[str, int]
    right: bool


def read_labels(running: list[list[PdfLine]], sizes: list[tuple[float, float]]) -> dict[int, str]:
    """Return page number → printed label, as in ``7``, or ``8-9`` for a spread.

    Args:
        running: Running heads and feet of each page.
        sizes: Width and height of each page in points.
    """
    seen = [
        found
        for page, (lines, (width, _)) in enumerate(zip(running, sizes, strict=True), start=1)
        for line in lines
        for found in _numbers(page, line, width / 2)
    ]
    wide = {page for page, (width, height) in enumerate(sizes, start=1) if width > height}
    labels = _spreads(seen, wide) if len(wide) >= max(_FEWEST, _SPREAD_SHARE * len(sizes)) else {}
    return labels or _stated(running) | _singles(seen)


def _numbers(page: int, line: PdfLine, middle: float) -> Iterator[_Seen]:
    shape = " ".join(_NUMBER.sub("#", line.text).split())
    for order, match in enumerate(_NUMBER.finditer(line.text)):
        yield _Seen(page, int(match.group()), (shape, order), line.box.x0 >= middle)


def _spreads(seen: list[_Seen], wide: set[int]) -> dict[int, str]:
    """Labels where most wide pages carry a number in each half; a narrow one among them has one."""
    sides: dict[int, dict[int, set[bool]]] = defaultdict(lambda: defaultdict(set))
    for page, number, _, right in seen:
        on_right = right and page in wide
        sides[number - on_right - 2 * page][page].add(on_right)
    full = {key: sum(len(found) == _BOTH for found in pages.values()) for key, pages in sides.items()}
    offset = max(full, key=lambda key: full[key], default=0)
    if full.get(offset, 0) < max(_FEWEST, _SPREAD_SHARE * len(wide)):
        return {}
    labels = {}
    for page, found in sides[offset].items():
        left = 2 * page + offset
        if page not in wide:
            labels[page] = str(left)
        elif len(found) == _BOTH:
            labels[page] = f"{left}-{left + 1}"
    return labels


def _singles(seen: list[_Seen]) -> dict[int, str]:
    """Labels by the offset on which most pages agree, for each page that prints its number there."""
    votes = {(found.place, found.number - found.page, found.page) for found in seen}
    strength = Counter((place, offset) for place, offset, _ in votes)
    best: dict[int, int] = {}
    for place, offset, page in sorted(votes, key=lambda vote: (-strength[vote[:2]], vote)):
        beside = (place, offset, page - 1) in votes or (place, offset, page + 1) in votes
        if beside or strength[place, offset] >= _MANY:
            best.setdefault(page, offset)
    return {page: str(page + offset) for page, offset in _filled(best).items() if page + offset > 0}


def _filled(best: dict[int, int]) -> dict[int, int]:
    """Give a page without a number the offset on which its neighbours on both sides agree.

    Where the second page is 2, the first is 1.
    """
    filled = dict(best)
    known = sorted(best)
    if known and best[known[0]] == 0:
        filled |= dict.fromkeys(range(1, known[0]), 0)
    for before, after in pairwise(known):
        if best[before] == best[after]:
            filled |= dict.fromkeys(range(before, after), best[before])
    return filled


def _stated(running: list[list[PdfLine]]) -> dict[int, str]:
    """Pages that say *Pagina 1 van 6* in as many words; that needs no other page to agree."""
    return {
        page: match.group(1)
        for page, lines in enumerate(running, start=1)
        for line in lines
        if (match := _OF_TOTAL.match(line.text)) and int(match.group(1)) <= int(match.group(2))
    }
