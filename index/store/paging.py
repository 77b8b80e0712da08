"""On which pages a part of a document is printed, without reading the rest of it."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.index.store.layout import pages_at, pages_under


class Pages(NamedTuple):
    """The pages under a span.

    Attributes:
        first: Number of the first in the file, or ``None`` where pages are not known.
        last: Number of the last.
        label_first: The first page's printed label, where it is known.
        label_last: The last page's.
    """

    first: int | None
    last: int | None
    label_first: str | None
    label_last: str | None


def read_pages(connection: sqlite3.Connection, document_id: str, start: int, end: int) -> Pages:
    """Return the pages under ``[start, end)`` of a document's canonical text."""
    row = connection.execute("SELECT lines, pages FROM documents WHERE id = ?", (document_id,)).fetchone()
    first, last = pages_under(row["lines"], start, end) if row else (None, None)
    if first is None or last is None:
        return Pages(None, None, None, None)
    labels = {page[0]: page[1] for page in json.loads(row["pages"])}
    return Pages(first, last, labels.get(first), labels.get(last))


def read_pages_at(
    connection: sqlite3.Connection, document_id: str, positions: Sequence[int]
) -> list[int | None]:
    """Return the page in the file that each character is printed on, ``None`` where that is not known."""
    row = connection.execute("SELECT lines FROM documents WHERE id = ?", (document_id,)).fetchone()
    return pages_at(row["lines"], positions) if row else [None] * len(positions)
