"""From rows of the database to records."""

import json
import sqlite3

from beleidszoeker.index.store.evidence import unpack_evidence
from beleidszoeker.index.store.records import DocumentRecord, PassageRecord
from beleidszoeker.ingest.document import Block, BlockKind

PASSAGE = """
    SELECT p.*, d.title, d.kind, d.date, d.url, substr(d.text, p.start + 1, p."end" - p.start) AS passage,
           (SELECT min(name) FROM sources s WHERE s.document_id = d.id) AS source,
           (SELECT json_extract(j.value, '$[1]') FROM json_each(d.pages) j
            WHERE json_extract(j.value, '$[0]') = p.page_first) AS label_first,
           (SELECT json_extract(j.value, '$[1]') FROM json_each(d.pages) j
            WHERE json_extract(j.value, '$[0]') = p.page_last) AS label_last
    FROM passages p JOIN documents d ON d.id = p.document_id
"""
DOCUMENT = """
    SELECT d.id, d.title, d.kind, d.date, d.language, d.url, d.warnings, d.evidence,
           json_array_length(d.pages) AS page_count,
           (SELECT count(*) FROM passages p WHERE p.document_id = d.id) AS passage_count,
           (SELECT json_group_array(name) FROM (SELECT DISTINCT name FROM sources s WHERE s.document_id = d.id
                                                ORDER BY name)) AS sources,
           (SELECT json_group_array(value) FROM (SELECT value FROM facets f WHERE f.document_id = d.id
                                                 AND f.name = 'organisation' ORDER BY value)) AS
                                                 organisations,
           (SELECT json_group_array(value) FROM (SELECT value FROM facets f WHERE f.document_id = d.id
                                                 AND f.name = 'dossier' ORDER BY value)) AS dossiers
    FROM documents d
"""


def document_of(row: sqlite3.Row) -> DocumentRecord:
    """Read a row of ``DOCUMENT``."""
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
        evidence=unpack_evidence(row["evidence"]),
    )


def passage_of(row: sqlite3.Row) -> PassageRecord:
    """Read a row of ``PASSAGE``."""
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
        context=row["context"],
        confidence=row["confidence"],
        title=row["title"],
        kind=row["kind"],
        date=row["date"],
        url=row["url"],
        source=row["source"] or "",
    )


def block_of(row: sqlite3.Row) -> Block:
    """Read a row of the table ``blocks``."""
    section = tuple(json.loads(row["section"]))
    kind = BlockKind(row["kind"])
    return Block(kind, row["start"], row["end"], section, row["level"], row["label"], row["heads"])
