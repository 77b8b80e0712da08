"""Where a line stands and what it says, the page's own number aside: what recurs does so at one place."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.pdf.lines import PdfLine

_GRID = 6.0
_MOST_NUMBERS = 4
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(
    r"^\s*(?:(?:pagina|blz\.?|p\.)\s*(\d{1,4})(?:\s*(?:van|/)\s*(\d{1,4}))?|(\d{1,4}) van (\d{1,4}))\s*$",
    re.IGNORECASE,
)

Place = tuple[str, int, int]


def states_page(text: str, number: int = 0, total: int = 0) -> bool:
    """Tell whether a line is *Pagina 2 van 7* and the like; with a number and total: exactly that page's.

    >>> states_page("Pagina 2 van 7"), states_page("Pagina 2 van 7", 3, 7), states_page("Pagina 2 van het")
    (True, False, False)
    """
    match = _PAGE.match(text)
    if not match or not number:
        return bool(match)
    page, of = match.group(1) or match.group(3), match.group(2) or match.group(4)
    return of is not None and (int(page), int(of)) == (number, total)


def places_of(line: PdfLine, page: int, height: float) -> Iterator[Place]:
    """Yield the places of a line, each on both neighbours of a grid: no edge cuts a run.

    A number counts as the page's where it goes with the page, by one or — on spreads — by two. *Antwoord 3*
    at the head of one page and *Antwoord 7* at that of another are not alike. *Pagina 1 van 7* often stands
    higher on the first page, so for it the half of the page is place enough.
    """
    text = " ".join(line.text.split())
    if states_page(text):
        yield (_NUMBER.sub("#", text), -1, int(line.box.y0 > height / 2))
        return
    column, row = line.box.x0 / _GRID, line.box.y0 / _GRID
    for said in _sayings(text, page):
        yield (said, round(column), round(row))
        yield (said, round(column + 0.5), round(row + 0.5))


def _sayings(text: str, page: int) -> Iterator[str]:
    """The text as it is, if it has words, and with each of its numbers as its distance from the page's."""
    if re.search(r"[^\W\d_]", text):
        yield text
    for match in list(_NUMBER.finditer(text))[:_MOST_NUMBERS]:
        if len(match.group()) <= _MOST_NUMBERS:
            number = int(match.group())
            for step in (1, 2):
                yield f"{text[: match.start()]}\0{step}:{number - step * page}\0{text[match.end() :]}"
