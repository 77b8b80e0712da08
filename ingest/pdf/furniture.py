"""Running heads and feet: what stands at one place on several pages, the page's own number aside.

A line on one page alone is never furniture, whatever it looks like, unless it carries the page's number at
the height at which other pages carry theirs: *Inleiding 7* at the foot of a chapter of one page.
"""

import re
from collections import Counter, defaultdict

from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.notes import body_size
from beleidszoeker.ingest.pdf.pagelabels import read_labels
from beleidszoeker.ingest.pdf.places import Place, places_of, states_page

_ROW = 6.0
_FEWEST_PAGES = 3
_TOP_ZONE, _FOOT_ZONE = 0.82, 0.12
_SMALLER = 0.95
_LONGEST_CELL = 4

Size = tuple[float, float]


def split_furniture(
    pages: list[list[PdfLine]], sizes: list[Size]
) -> tuple[list[list[PdfLine]], dict[int, str]]:
    """Take running heads and feet off the pages.

    Args:
        pages: Lines of each page.
        sizes: Width and height of each page in points.

    Returns:
        The lines that stay, and the printed label of each page number that shows one. Where none would stay,
        all does: a text that recurs and has no other is the text.
    """
    heights = [height for _, height in sizes]
    running = _recurring(pages, heights)
    margins = [
        [line for line in lines if id(line) in running and _in_margin(line, height)]
        for lines, height in zip(pages, heights, strict=True)
    ]
    labels = read_labels(margins, sizes)
    running |= _with_page_number(pages, running, labels, heights)
    kept = [[line for line in lines if id(line) not in running] for lines in pages]
    return kept if any(kept) else pages, labels


def _recurring(pages: list[list[PdfLine]], heights: list[float]) -> set[int]:
    seen: dict[Place, set[int]] = defaultdict(set)
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True), start=1):
        for line in lines:
            for place in places_of(line, number, height):
                seen[place].add(number)
    body = body_size(pages)
    return {
        id(line)
        for number, (lines, height) in enumerate(zip(pages, heights, strict=True), start=1)
        for line in lines
        if _is_running(
            line,
            max((len(seen[place]) for place in places_of(line, number, height)), default=0),
            len(pages),
            in_margin=_in_margin(line, height),
            small=line.size < _SMALLER * body,
        )
        or (_in_margin(line, height) and states_page(line.text, number, len(pages)))
    }


def _is_running(line: PdfLine, count: int, pages: int, *, in_margin: bool, small: bool) -> bool:
    """Tell whether a line recurs at its place; footnotes that read alike and short cells do not."""
    if any(offset == 0 for offset, _ in line.raised):
        return False
    letters = sum(char.isalpha() for char in line.text)
    if in_margin and count > 1 and states_page(line.text):
        return True
    if letters and len(line.text.strip()) <= _LONGEST_CELL and count * 2 < pages:
        return False
    if not letters:
        return in_margin and count >= min(pages, _FEWEST_PAGES) and count > 1
    return (count >= _FEWEST_PAGES and (in_margin or small)) or (in_margin and count == pages > 1)


def _in_margin(line: PdfLine, height: float) -> bool:
    return line.box.y0 > _TOP_ZONE * height or line.box.y1 < _FOOT_ZONE * height


def _with_page_number(
    pages: list[list[PdfLine]], running: set[int], labels: dict[int, str], heights: list[float]
) -> set[int]:
    """Lines that begin or end with their page's number, at a height where other pages carry theirs."""
    carrying = [
        line
        for page, (lines, height) in enumerate(zip(pages, heights, strict=True), start=1)
        for line in lines
        if _in_margin(line, height) and _carries(line, labels.get(page, ""))
    ]
    rows = Counter({(line.page, _row(line)) for line in carrying if id(line) in running})
    pages_with = Counter(row for _, row in rows)
    return {
        id(line)
        for line in carrying
        if max(pages_with[_row(line) + step] for step in (-1, 0, 1)) >= _FEWEST_PAGES
    }


def _row(line: PdfLine) -> int:
    return round(line.box.y0 / _ROW)


def _carries(line: PdfLine, label: str) -> bool:
    return any(re.search(rf"^{part}\b|\b{part}$", line.text.strip()) for part in label.split("-") if part)
