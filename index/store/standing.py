"""How complete a library is: every file with what came of it, and the documents that ask for attention."""

import json
import sqlite3
from dataclasses import dataclass

_SOURCES = """
    SELECT s.path, s.name, s.document_id, d.date, t.at AS taken_in
    FROM sources s LEFT JOIN documents d ON d.id = s.document_id LEFT JOIN taken_in t ON t.path = s.path
    ORDER BY s.path
"""
_DOUBTFUL = """
    SELECT d.id, d.title, d.date, d.warnings, min(s.name) AS source
    FROM documents d JOIN sources s ON s.document_id = d.id
    WHERE d.date IS NULL OR d.warnings != '[]' GROUP BY d.id ORDER BY d.title, d.id
"""


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """A file that was offered.

    Attributes:
        path: Absolute path.
        name: Path relative to the folder that was ingested.
        document_id: Its document, or ``None`` when it failed.
        date: The document's day, or ``None``.
        taken_in: When it was read last, ISO 8601 in UTC; ``None`` where that was not kept.
    """

    path: str
    name: str
    document_id: str | None
    date: str | None
    taken_in: str | None


@dataclass(frozen=True, slots=True)
class DoubtfulDocument:
    """A document without a date, or with warnings.

    Attributes:
        id: Its id.
        title: Its title.
        date: ISO day, or ``None``.
        source: Name of a file that holds it.
        warnings: What reading it wants known.
    """

    id: str
    title: str
    date: str | None
    source: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How complete a library is.

    Attributes:
        sources: Every file, by path.
        doubtful: The documents that ask for attention, by title.
    """

    sources: tuple[SourceStanding, ...]
    doubtful: tuple[DoubtfulDocument, ...]


def read_standing(connection: sqlite3.Connection) -> Standing:
    """Read how complete a library is."""
    return Standing(
        sources=tuple(SourceStanding(**dict(row)) for row in connection.execute(_SOURCES)),
        doubtful=tuple(
            DoubtfulDocument(**{**dict(row), "warnings": tuple(json.loads(row["warnings"]))})
            for row in connection.execute(_DOUBTFUL)
        ),
    )
