"""Reading from the store."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import DocumentNotFoundError, PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.layout import unpack_lines
from beleidszoeker.index.store.records import (
    DocumentRecord,
    IndexedText,
    PassageRecord,
    SourceRecord,
    heading_of,
)
from beleidszoeker.ingest import Block, BlockKind, Page, ParsedDocument
from beleidszoeker.ingest.document import FootnoteLink
from beleidszoeker.model.base import Vectors

_PASSAGE = """
    SELECT p.*, d.title, d.kind, d.date, d.url, substr(d.text, p.start + 1, p."end" - p.start) AS passage,
           (SELECT min(name) FROM sources s WHERE s.document_id = d.id) AS source,
           json_extract(d.pages, '$[' || (p.page_first - 1) || '][1]') AS label_first,
           json_extract(d.pages, '$[' || (p.page_last - 1) || '][1]') AS label_last
    FROM passages p JOIN documents d ON d.id = p.document_id
"""
_HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = p.document_id)"
_DOCUMENT = """
    SELECT d.id, d.title, d.kind, d.date, d.language, d.url, d.warnings, json_array_length(d.pages) AS page_count,
           (SELECT count(*) FROM passages p WHERE p.document_id = d.id) AS passage_count,
           (SELECT json_group_array(name) FROM (SELECT DISTINCT name FROM sources s WHERE s.document_id = d.id
                                                ORDER BY name)) AS sources,
           (SELECT json_group_array(value) FROM (SELECT value FROM facets f WHERE f.document_id = d.id
                                                 AND f.name = 'organisation' ORDER BY value)) AS organisations,
           (SELECT json_group_array(value) FROM (SELECT value FROM facets f WHERE f.document_id = d.id
                                                 AND f.name = 'dossier' ORDER BY value)) AS dossiers
    FROM documents d
"""


class LibraryReader:
    """Reads a library through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def removed(self) -> tuple[str, ...]:
        """Return the ids of documents removed since the last publication, sorted."""
        return tuple(row[0] for row in self._db.execute("SELECT document_id FROM removed ORDER BY document_id"))

    def integrity(self) -> str | None:
        """Return what SQLite finds wrong with the database; ``None`` when it is whole."""
        found = [row[0] for row in self._db.execute("PRAGMA quick_check")]
        broken = self._db.execute("PRAGMA foreign_key_check").fetchall()
        if found == ["ok"] and not broken:
            return None
        return f"De database is beschadigd: {found[0] if found != ['ok'] else 'losse verwijzingen'}."

    def sources(self) -> dict[str, SourceRecord]:
        """Return every file that was offered, by path."""
        rows = self._db.execute("SELECT * FROM sources ORDER BY path")
        return {row["path"]: SourceRecord(**dict(row)) for row in rows}

    def documents(self) -> list[DocumentRecord]:
        """Return all documents, newest first, those without a date last."""
        rows = self._db.execute(_DOCUMENT + " WHERE EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id) ORDER BY d.date IS NULL, d.date DESC, d.title, d.id")
        return [_document(row) for row in rows]

    def document(self, document_id: str) -> DocumentRecord:
        """Return one document.

        Raises:
            DocumentNotFoundError: There is none with this id.
        """
        row = self._db.execute(_DOCUMENT + " WHERE d.id = ?", (document_id,)).fetchone()
        if row is None:
            raise DocumentNotFoundError(f"Er is geen document met id '{document_id}'.")
        return _document(row)

    def parsed(self, document_id: str) -> ParsedDocument:
        """Return a document's text, pages, blocks and printed lines.

        Raises:
            DocumentNotFoundError: There is none with this id.
        """
        row = self._db.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            raise DocumentNotFoundError(f"Er is geen document met id '{document_id}'.")
        blocks = self._db.execute("SELECT * FROM blocks WHERE document_id = ? ORDER BY ordinal", (document_id,))
        links = self._db.execute(
            "SELECT position, label, block FROM footnotes WHERE document_id = ? ORDER BY position", (document_id,)
        )
        return ParsedDocument(
            text=row["text"],
            blocks=tuple(_block(block) for block in blocks),
            pages=tuple(Page(*page) for page in json.loads(row["pages"])),
            lines=unpack_lines(row["lines"]),
            footnotes=tuple(FootnoteLink(**dict(link)) for link in links),
            warnings=tuple(json.loads(row["warnings"])),
        )

    def passage(self, passage_id: str) -> PassageRecord:
        """Return one passage.

        Raises:
            PassageNotFoundError: There is none with this id, or its document changed.
        """
        row = self._db.execute(_PASSAGE + " WHERE p.id = ?", (passage_id,)).fetchone()
        if row is None:
            raise PassageNotFoundError(
                f"Er is geen passage met id '{passage_id}'.",
                advice="Misschien is het document gewijzigd of verwijderd; zoek de passage opnieuw.",
            )
        return _passage(row)

    def passages(self, keys: Sequence[int]) -> dict[int, PassageRecord]:
        """Return the passages with these keys; a key whose document was removed is left out."""
        marks = ", ".join("?" * len(keys))
        rows = self._db.execute(f"{_PASSAGE} WHERE p.key IN ({marks})", tuple(keys))  # noqa: S608 - only marks
        return {row["key"]: _passage(row) for row in rows}

    def keys(self, filters: Filters | None = None) -> NDArray[np.int64]:
        """Return the keys of all passages that meet the filters, ascending."""
        where, values = _where(filters or Filters())
        sql = f"SELECT p.key FROM passages p JOIN documents d ON d.id = p.document_id WHERE {where} ORDER BY p.key"  # noqa: S608
        return np.fromiter((row[0] for row in self._db.execute(sql, values)), dtype=np.int64)

    def missing_vectors(self, model: str) -> list[tuple[int, str]]:
        """Return (key, digest) of the passages whose vector is not cached for this model, each digest once."""
        rows = self._db.execute(
            "SELECT min(p.key), p.digest FROM passages p WHERE p.digest NOT IN "
            f"(SELECT digest FROM vectors WHERE model = ?) AND {_HELD} GROUP BY p.digest ORDER BY 1",
            (model,),
        )
        return [(row[0], row[1]) for row in rows]

    def indexed_texts(self, keys: Sequence[int] | None = None) -> Iterator[IndexedText]:
        """Yield what the indexes need, by ascending key: of all documents that a file holds, or of some keys."""
        facets = self._facets()
        where = f"p.key IN ({', '.join(map(str, keys))})" if keys is not None else _HELD
        rows = self._db.execute(
            f"""SELECT p.key, p.digest, p.document_id, p.start, p."end", p.section, p.notes, d.title, d.kind, d.date
                FROM passages p JOIN documents d ON d.id = p.document_id WHERE {where} ORDER BY p.key"""  # noqa: S608
        )
        current, text = "", ""
        for row in rows:
            if row["document_id"] != current:
                current = row["document_id"]
                text = self._db.execute("SELECT text FROM documents WHERE id = ?", (current,)).fetchone()[0]
            yield IndexedText(
                key=row["key"],
                digest=row["digest"],
                text=text[row["start"] : row["end"]],
                heading=heading_of(row["title"], tuple(json.loads(row["section"]))),
                notes=tuple(json.loads(row["notes"])),
                document_id=current,
                kind=row["kind"],
                date=row["date"],
                organisations=tuple(facets.get((current, "organisation"), ())),
                dossiers=tuple(facets.get((current, "dossier"), ())),
            )

    def vectors(self, model: str, dimension: int) -> tuple[NDArray[np.int64], Vectors]:
        """Return the keys of all passages and their vectors.

        Returns:
            Keys of shape ``(n,)`` int64, ascending, and vectors of shape ``(n, dimension)`` float32.
        """
        rows = self._db.execute(
            "SELECT p.key, v.vector FROM passages p JOIN vectors v ON v.digest = p.digest AND v.model = ? "
            f"WHERE {_HELD} ORDER BY p.key",
            (model,),
        ).fetchall()
        keys = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        data = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4")
        return keys, data.reshape(len(rows), dimension).astype(np.float32, copy=False)

    def _facets(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for row in self._db.execute("SELECT document_id, name, value FROM facets"):
            found.setdefault((row["document_id"], row["name"]), []).append(row["value"])
        return found


def _where(filters: Filters) -> tuple[str, list[Any]]:
    clauses, values = ["1"], list[Any]()
    for column, wanted in (("d.kind", filters.kinds), ("d.id", filters.documents)):
        if wanted:
            clauses.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += wanted
    for comparison, day in (("d.date >= ?", filters.date_from), ("d.date <= ?", filters.date_to)):
        if day:
            clauses.append(comparison)
            values.append(day)
    for name, test, wanted in (
        ("organisation", "instr(lower(f.value), lower(?)) > 0", filters.organisations),
        ("dossier", "f.value = ?", filters.dossiers),
    ):
        if wanted:
            tests = " OR ".join(test for _ in wanted)
            clauses.append(f"d.id IN (SELECT f.document_id FROM facets f WHERE f.name = '{name}' AND ({tests}))")  # noqa: S608
            values += wanted
    return " AND ".join(clauses), values


def _document(row: sqlite3.Row) -> DocumentRecord:
    return DocumentRecord(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        date=row["date"],
        language=row["language"],
        url=row["url"],
        sources=tuple(json.loads(row["sources"])),
        page_count=row["page_count"] or None,
        passage_count=row["passage_count"],
        organisations=tuple(json.loads(row["organisations"])),
        dossiers=tuple(json.loads(row["dossiers"])),
        warnings=tuple(json.loads(row["warnings"])),
    )


def _passage(row: sqlite3.Row) -> PassageRecord:
    return PassageRecord(
        key=row["key"],
        id=row["id"],
        document_id=row["document_id"],
        ordinal=row["ordinal"],
        text=row["passage"],
        start=row["start"],
        section=tuple(json.loads(row["section"])),
        sentences=tuple((start, end) for start, end in json.loads(row["sentences"])),
        page_first=row["page_first"],
        page_last=row["page_last"],
        label_first=row["label_first"],
        label_last=row["label_last"],
        notes=tuple(json.loads(row["notes"])),
        title=row["title"],
        kind=row["kind"],
        date=row["date"],
        url=row["url"],
        source=row["source"] or "",
    )


def _block(row: sqlite3.Row) -> Block:
    return Block(
        BlockKind(row["kind"]), row["start"], row["end"], tuple(json.loads(row["section"])), row["level"], row["label"]
    )
