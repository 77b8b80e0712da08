"""Rows of cells as CSV that Dutch Excel opens with a double click."""

import csv
import io
from collections.abc import Sequence

from beleidszoeker.api.exporting.cited import legal
from beleidszoeker.api.exporting.table import defused


def rows_to_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows with semicolons between cells, in UTF-8 with its mark in front (RFC 4180).

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, and is text.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([defused(legal(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")
