"""SQLite: the only truth of a library."""

from beleidszoeker.index.store.database import DATABASE_NAME, open_database, transaction
from beleidszoeker.index.store.publications import Publication
from beleidszoeker.index.store.reader import LibraryReader
from beleidszoeker.index.store.records import (
    DocumentRecord,
    IndexedText,
    PassageRecord,
    SourceRecord,
    VersionRecord,
    embedded_text,
    heading_of,
)
from beleidszoeker.index.store.writer import LibraryWriter

__all__ = [
    "DATABASE_NAME",
    "DocumentRecord",
    "IndexedText",
    "LibraryReader",
    "LibraryWriter",
    "PassageRecord",
    "Publication",
    "SourceRecord",
    "VersionRecord",
    "embedded_text",
    "heading_of",
    "open_database",
    "transaction",
]
