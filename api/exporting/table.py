"""CSV as Dutch Excel opens it with a double click: semicolons, UTF-8 with its mark in front (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Sequence

from beleidszoeker.api.exporting.cited import Cited, legal, pages_in_file, pages_of
from beleidszoeker.ingest.kinds import KINDS

_HEADS = (
    "nr",
    "citaat",
    "bron",
    "titel",
    "soort",
    "datum",
    "pagina",
    "pdf-pagina",
    "kop",
    "voetnoten",
    "notitie",
    "bestand",
    "adres",
    "permalink",
)
_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""How a formula may begin (OWASP, *CSV Injection*)."""


def to_csv(items: Sequence[Cited]) -> bytes:
    """Return one row for each quotation under a row of heads."""
    return table(_HEADS, map(_cells, items))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return numbered rows under a row of heads.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, and is text.

    Args:
        heads: Names of the columns, that of the number first.
        rows: Cells, without the number.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    for number, cells in enumerate(rows, start=1):
        writer.writerow([number, *(defused(legal(cell)) for cell in cells)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _cells(item: Cited) -> tuple[str, ...]:
    citation = item.citation
    return (
        item.quote,
        citation.label,
        citation.title,
        KINDS.get(citation.kind, citation.kind),
        citation.date or "",
        _range(pages_of(citation)),
        _range(pages_in_file(citation)),
        " › ".join(citation.section),
        "\n".join(item.footnotes),
        item.note,
        citation.source,
        citation.url or "",
        item.link,
    )


def _range(pages: str) -> str:
    """Excel reads 2-3 as the second of March; with a dash between them they stay page numbers."""
    return pages.replace("-", "–")


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA) else cell
