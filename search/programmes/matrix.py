"""Where programmes touch places, organisations and each other: a table of how often two names meet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.knowledge import Cell
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes.counting import YearCount, overview
from beleidszoeker.search.programmes.named import Named, named

MOST = 60
"""Names along one side at most."""
USUAL = 15
"""Names along one side where nothing is said."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of a matrix.

    Attributes:
        kind: Names of this kind, those in the most documents first.
        count: How many of them at most.
        names: Or these names, in this order: ids.
    """

    kind: NameKind = NameKind.PROGRAMME
    count: int = USUAL
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How often two names meet.

    Attributes:
        passages: Passages that hold both; a name in a heading above counts for the passage.
        documents: Documents with such a passage.
        nearby: Further passages that hold one where the next holds the other.
        years: Passages and documents by year, the earliest first.
    """

    passages: int
    documents: int
    nearby: int
    years: tuple[YearCount, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        counts = {"passages": self.passages, "documents": self.documents, "nearby": self.nearby}
        return {**counts, "years": [year._asdict() for year in self.years]}


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of two sides.

    Attributes:
        rows: Names down the side.
        columns: Names along the top.
        cells: By row and column id; a pair that never meets is left out.
    """

    rows: tuple[Named, ...]
    columns: tuple[Named, ...]
    cells: dict[tuple[str, str], MatrixCell]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return {
            "rows": [each.to_json() for each in self.rows],
            "columns": [each.to_json() for each in self.columns],
            "cells": [
                {"row": row, "column": column, **cell.to_json()} for row, column, cell in self._in_order()
            ],
        }

    def _in_order(self) -> Iterable[tuple[str, str, MatrixCell]]:
        for row in self.rows:
            for column in self.columns:
                cell = self.cells.get((row.id, column.id))
                if cell:
                    yield row.id, column.id, cell


def make_matrix(reader: LibraryReader, rows: Axis, columns: Axis, filters: Filters | None = None) -> Matrix:
    """Return how often the names of one side meet those of the other, in documents that meet the filters.

    Places and organisations do not meet each other here: one side must be of another kind.
    """
    down, along = _names(reader, rows, filters), _names(reader, columns, filters)
    found: dict[tuple[str, str], list[Cell]] = {}
    cells = reader.knowledge.names.cells([each.id for each in down], [each.id for each in along], filters)
    for cell in cells:
        found.setdefault((cell.row, cell.column), []).append(cell)
    return Matrix(down, along, {pair: _cell(years) for pair, years in found.items()})


def _names(reader: LibraryReader, axis: Axis, filters: Filters | None) -> tuple[Named, ...]:
    if axis.names:
        wanted = (named(reader, name) for name in axis.names[:MOST])
        return tuple(each for each in wanted if each)
    counts = overview(reader, filters, kinds=(axis.kind,))
    return tuple(each.named for each in counts[: min(axis.count, MOST)])


def _cell(years: list[Cell]) -> MatrixCell:
    return MatrixCell(
        sum(each.passages for each in years),
        sum(each.documents for each in years),
        sum(each.nearby for each in years),
        tuple(YearCount(each.year, each.documents, each.passages) for each in years if each.passages),
    )
