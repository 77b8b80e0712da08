"""Which documents are a publication, and which only cite it.

``Metadata.kamerstukken`` holds both. That a document *is* one is told by what the file declares (a value
without a place in the text: official XML, a sidecar), by the number that stands alone under *Aanhangsel van
de Handelingen*, by the margin of the official print (``kst-29826-211`` with its ISSN), by its name or
address, and by the number of the questions that it answers. A letter as its department sent it does not
hold its own number.
"""

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from beleidszoeker.index.store.evidence import unpack_evidence
from beleidszoeker.ingest.document import Evidence

_KENMERK = "lower(replace(json_extract(evidence, '$.kenmerk[0][0]'), ' ', ''))"  # as the index has it
_MARGIN = 30


class Publication(NamedTuple):
    """What the library knows of a publication.

    Attributes:
        documents: Ids of the documents that are it.
        cited: Whether a document cites it, or is it.
    """

    documents: tuple[str, ...]
    cited: bool


def read_publication(connection: sqlite3.Connection, identifier: str) -> Publication:
    """Return what is known of an official identifier: ``kst-29826-211``, ``2024Z12345``."""
    named = connection.execute(
        "SELECT d.id, d.url, d.evidence, substr(d.text, 1, 4000) AS head FROM facets f "
        "JOIN documents d ON d.id = f.document_id WHERE f.name = 'kamerstuk' AND f.value = ? ORDER BY d.id",
        (identifier,),
    ).fetchall()
    own = [row["id"] for row in named if _is_own(row, identifier)]
    found = dict.fromkeys((*own, *_by_number(connection, identifier), *_by_file(connection, identifier)))
    return Publication(tuple(found), bool(named))


def read_documents_of_kenmerk(connection: sqlite3.Connection, kenmerk: str) -> tuple[str, ...]:
    """Return the ids of the documents with this reference of their own, in any case and spacing."""
    query = f"SELECT id FROM documents WHERE {_KENMERK} = ? ORDER BY id"  # noqa: S608 - our own constant
    return tuple(row[0] for row in connection.execute(query, ("".join(kenmerk.lower().split()),)))


def _is_own(row: sqlite3.Row, identifier: str) -> bool:
    named = re.compile(rf"{re.escape(identifier)}(?![\w-])")
    stated = unpack_evidence(row["evidence"]).get("kamerstukken", ())
    return bool(named.search(row["url"] or "")) or any(
        declares(evidence, row["head"]) for evidence in stated if evidence.value == identifier
    )


def declares(evidence: Evidence, head: str) -> bool:
    """Tell whether a document says by this value what it is itself, rather than what it cites."""
    written = head[evidence.start : evidence.end]
    alone = evidence.value.startswith("ah-") and written.isdigit()
    margin = written == evidence.value and "ISSN" in head[evidence.end : evidence.end + _MARGIN]
    return evidence.start < 0 or alone or margin


def _by_number(connection: sqlite3.Connection, identifier: str) -> Iterator[str]:
    query = "SELECT document_id FROM question_sets WHERE number = ? ORDER BY document_id"
    yield from (row[0] for row in connection.execute(query, (identifier,)))


def _by_file(connection: sqlite3.Connection, identifier: str) -> Iterator[str]:
    query = (
        "SELECT document_id, name FROM sources WHERE document_id IS NOT NULL AND instr(name, ?) ORDER BY name"
    )
    named = re.compile(rf"(?<![\w-]){re.escape(identifier)}(?![\d-])")
    for row in connection.execute(query, (identifier,)):
        if named.search(row["name"]):
            yield row["document_id"]
