"""Running heads and feet: what stands at one place on several pages, numbers aside.

A line on one page alone is never furniture, whatever it looks like. The numbers in these lines also tell the
page
labels: a number that grows by one from page to page is the printed page number.
"""

import re
from collections import Counter, defaultdict

from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.notes import body_size

_GRID = 6.0
_FEWEST_PAGES = 3
_TOP_ZONE, _FOOT_ZONE = 0.82, 0.12
_SMALLER = 0.95
_PAGE = re.compile(r"^\s*(?:pagina|blz\.?|p\.)\s*\d+(?:\s*(?:van|/)\s*\d+)?\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_FEWEST_LABELS = 2

_Key = tuple[str, int, int]


def split_furniture(
    pages: list[list[PdfLine]], heights: list[float]
) -> tuple[list[list[PdfLine]], dict[int, str]]:
    """Take running heads and feet off the pages.

    Args:
        pages: Lines of each page.
        heights: Height of each page in points.

    Returns:
        The lines that stay, and the printed label of each page number that shows one.
    """
    body = body_size(pages)
    seen: dict[_Key, set[int]] = defaultdict(set)
    for number, lines in enumerate(pages):
        for line in lines:
            for key in _keys(line):
                seen[key].add(number)
    kept: list[list[PdfLine]] = []
    removed: list[list[PdfLine]] = []
    for lines, height in zip(pages, heights, strict=True):
        running = [_is_running(line, seen, len(pages), height, body) for line in lines]
        kept.append([line for line, out in zip(lines, running, strict=True) if not out])
        removed.append([line for line, out in zip(lines, running, strict=True) if out])
    return kept, _labels(removed)


def _keys(line: PdfLine) -> list[_Key]:
    """The line's words without numbers at its place, on both neighbours of the grid: no edge cuts a run."""
    shape = _NUMBER.sub("#", " ".join(line.text.split()))
    column, row = line.box.x0 / _GRID, line.box.y0 / _GRID
    return [(shape, round(column), round(row)), (shape, round(column + 0.5), round(row + 0.5))]


def _is_running(line: PdfLine, seen: dict[_Key, set[int]], pages: int, height: float, body: float) -> bool:
    """Tell whether a line recurs at its place; footnotes that read alike do not."""
    if any(offset == 0 for offset, _ in line.raised):
        return False
    count = max(len(seen[key]) for key in _keys(line))
    in_margin = line.box.y0 > _TOP_ZONE * height or line.box.y1 < _FOOT_ZONE * height
    if in_margin and count > 1 and _PAGE.match(line.text):
        return True
    bare_number = not re.search(r"[^\W\d_]", line.text)
    if bare_number:
        return in_margin and count >= min(pages, _FEWEST_PAGES) and count > 1
    return (count >= _FEWEST_PAGES and (in_margin or line.size < _SMALLER * body)) or (
        in_margin and count == pages > 1
    )


def _labels(removed: list[list[PdfLine]]) -> dict[int, str]:
    """Return page number → printed number, by the offset that most of these lines agree on."""
    offsets: Counter[int] = Counter()
    for page, lines in enumerate(removed, start=1):
        for number in {int(n) for line in lines for n in _NUMBER.findall(line.text) if len(n) < 5}:  # noqa: PLR2004
            offsets[number - page] += 1
    if not offsets:
        return {}
    offset, votes = offsets.most_common(1)[0]
    if votes < max(_FEWEST_LABELS, len(removed) // 2):
        return {}
    return {page: str(page + offset) for page in range(1, len(removed) + 1) if page + offset > 0}
