"""Where the articles of a law stand in its text, by their headings."""

import re
import sqlite3

from beleidszoeker.ingest.knowledge.model import Span

_HEADING = re.compile(r"Artikel\s{1,3}(\d[\w:.]{0,15})(?<![.:])(?=[.:]?(?:\s|$))")


def read_articles(connection: sqlite3.Connection, document_id: str) -> dict[str, Span]:
    """Return the place of the heading of each article, by its number in lower case."""
    rows = connection.execute(
        'SELECT b.start, b."end", substr(d.text, b.start + 1, min(b."end" - b.start, 40)) AS head '
        "FROM blocks b JOIN documents d ON d.id = b.document_id "
        "WHERE b.document_id = ? AND b.kind = 'heading' ORDER BY b.ordinal DESC",
        (document_id,),
    )
    return {match[1].lower(): (start, end) for start, end, head in rows if (match := _HEADING.match(head))}
