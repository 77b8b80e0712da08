"""Parts to whole tables: over gaps and pages, with heads carried on and rows mended that a page cut."""

import itertools
from collections.abc import Sequence

from beleidszoeker.ingest.pdf.lines import PdfLine
from beleidszoeker.ingest.pdf.tables.heads import head_rows, heads_text
from beleidszoeker.ingest.pdf.tables.parts import Part, Row

_NEAR = 5.0
_LARGEST_GAP = 30.0
_SMALLER = 0.95
_FEWEST_ROWS = 2
_NUMBERED = 0.9
_ENDS = (".", "!", "?", ";")


def whole_tables(parts: Sequence[Part], texts: Sequence[Sequence[PdfLine]], body: float) -> list[list[Part]]:
    """Chain the parts of one table, fill their heads, and leave out what is no table after all.

    Args:
        parts: All parts in the order of their pages.
        texts: Lines of each page outside the parts, running heads and feet taken off.
        body: Usual size of type; smaller lines under a table are its notes.
    """
    chains: list[list[Part]] = []
    for part in parts:
        if chains and _goes_on(chains[-1][-1], part, texts, body) and not _has_own_heads(chains[-1], part):
            chains[-1].append(part)
        else:
            chains.append([part])
    tables = [chain for chain in chains if _is_table(chain)]
    for chain in tables:
        _fill_heads(chain)
        _mend_rows(chain)
    return tables


def _is_table(chain: list[Part]) -> bool:
    """Two rows of two cells are the least."""
    return sum(len(row.cells) > 1 for part in chain for row in part.rows) >= _FEWEST_ROWS


def _goes_on(before: Part, after: Part, texts: Sequence[Sequence[PdfLine]], body: float) -> bool:
    """Tell whether the columns agree and nothing stands between; pages of a book are shifted in turn."""
    shift = after.grid.xs[0] - before.grid.xs[0] if after.page != before.page else 0.0
    if not _same_columns([x + shift for x in before.grid.xs], after.grid.xs):
        return False
    bottom, top = before.grid.ys[-1], after.grid.ys[0]
    if before.page == after.page:
        between = [x for x in texts[before.page - 1] if top - _NEAR < x.box.y0 and x.box.y1 < bottom + _NEAR]
        return -_NEAR < bottom - top < _LARGEST_GAP and not between
    under = [x for x in texts[before.page - 1] if x.box.y1 < bottom + _NEAR and x.size >= _SMALLER * body]
    above = [x for x in texts[after.page - 1] if x.box.y0 > top - _NEAR]
    return after.page == before.page + 1 and not under and not above


def _same_columns(first: Sequence[float], second: Sequence[float]) -> bool:
    """Tell whether the outer edges agree and one has no inner edge that the other lacks."""
    fewer, more = sorted((first, second), key=len)
    outer = abs(first[0] - second[0]) < _NEAR and abs(first[-1] - second[-1]) < _NEAR
    return outer and all(any(abs(x - other) < _NEAR for other in more) for x in fewer)


def _has_own_heads(chain: list[Part], part: Part) -> bool:
    """Tell whether a part opens with heads that differ from those of the table it would go on."""
    first, end = head_rows(part.rows)
    own = part.rows[first:end]
    known = [row.texts for row in chain[0].rows[: end + 1]]
    return bool(own) and not any(row.digits for row in own) and own[0].texts not in known


def _fill_heads(chain: list[Part]) -> None:
    first, end = head_rows([row for part in chain for row in part.rows])
    opening = chain[0].rows
    repeated = len(chain) > 1 and opening and chain[1].rows and opening[0].texts == chain[1].rows[0].texts
    if first == end and repeated:
        first, end = 0, 1
    heads = opening[first:end]
    said = heads_text(heads)
    known = {row.texts for row in heads}
    for number, part in enumerate(chain):
        while number and part.rows and part.rows[0].texts in known:
            part.rows.pop(0)
        for row in part.rows[0 if number else end :]:
            row.heads = said


def _mend_rows(chain: list[Part]) -> None:
    rows = [row for number, part in enumerate(chain) for row in part.rows[bool(number) :]]
    numbered = sum(0 in row.cells for row in rows) >= _NUMBERED * len(rows)
    for before, after in itertools.pairwise(chain):
        cut = before.page != after.page and before.rows and after.rows
        if cut and numbered and _is_rest(before.rows[-1], after.rows[0]):
            rest = after.rows.pop(0)
            for column, lines in rest.cells.items():
                before.rows[-1].cells[column] = before.rows[-1].cells[column] + lines


def _is_rest(row: Row, rest: Row) -> bool:
    """A row without its first cell, where all others have one, goes on in cells that were not closed."""
    return (
        0 in row.cells
        and 0 not in rest.cells
        and all(
            column in row.cells and not row.cells[column][-1].text.rstrip().endswith(_ENDS)
            for column in rest.cells
        )
    )
