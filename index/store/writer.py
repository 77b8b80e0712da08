"""Writing to the store: each method is one transaction or part of the caller's."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple

from beleidszoeker.index.minhash import signature
from beleidszoeker.index.store.database import transaction
from beleidszoeker.index.store.evidence import facets, pack_evidence
from beleidszoeker.index.store.former import forget, keep_sketches
from beleidszoeker.index.store.identities import identity_rows, named_rows
from beleidszoeker.index.store.knowledge import insert_naming, knowledge_rows
from beleidszoeker.index.store.layout import pack_lines
from beleidszoeker.index.store.questions import question_rows
from beleidszoeker.index.store.records import IndexedText, SourceRecord, embedded_text, heading_of
from beleidszoeker.index.store.said import SaidText, clear_said, note_said, save_said
from beleidszoeker.index.store.sentences import clear_sentences, save_sentences
from beleidszoeker.index.store.works import replace_works
from beleidszoeker.index.wording import Wording
from beleidszoeker.ingest.document import Passage
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.version import PARSER_VERSION
from beleidszoeker.model.base import Vectors


class LibraryWriter:
    """Changes a library. One process at a time; ``Library.writing`` sees to that."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def save(self, source: SourceRecord, prepared: PreparedDocument | None) -> None:
        """Record a file's outcome, and its document when there is one; all or nothing.

        A document that the file held before and no file holds any longer stays findable until ``sweep``, so
        that nothing is missing between a change and the next published index.
        """
        with transaction(self._db):
            if prepared is not None and source.document_id is not None:
                self._save_document(source, prepared)
            self._insert("sources", asdict(source), instead="REPLACE")
            for table, row in named_rows(source.path, source.name):
                self._insert(table, row, instead="IGNORE")

    def touch(self, path: str, *, size: int, mtime_ns: int) -> None:
        """Note that a file was changed on disk without changing its content."""
        self._db.execute("UPDATE sources SET size = ?, mtime_ns = ? WHERE path = ?", (size, mtime_ns, path))

    def remove_documents(self, ids: Iterable[str]) -> int:
        """Delete documents with their sources at once; return how many there were."""
        with transaction(self._db):
            removed = 0
            for document_id in ids:
                self._db.execute("DELETE FROM sources WHERE document_id = ?", (document_id,))
                removed += self._db.execute("DELETE FROM documents WHERE id = ?", (document_id,)).rowcount
                forget(self._db, document_id)
        return removed

    def remove_sources(self, paths: Iterable[str]) -> int:
        """Forget files, and at once the documents that no other file holds; return the number of files."""
        with transaction(self._db):
            removed = sum(
                self._db.execute("DELETE FROM sources WHERE path = ?", (path,)).rowcount for path in paths
            )
            self._delete_orphans()
        return removed

    def sweep(self) -> None:
        """After a publication: delete documents that no file holds, unused vectors, old removals."""
        with transaction(self._db):
            self._delete_orphans()
            self._db.execute("DELETE FROM removed")
            self._db.execute("DELETE FROM vectors WHERE digest NOT IN (SELECT digest FROM passages)")
            clear_sentences(self._db)
            clear_said(self._db)

    def save_vectors(
        self,
        model: str,
        digests: Sequence[str],
        vectors: Vectors,
        *,
        sentences: Iterable[tuple[IndexedText, Vectors]] = (),
    ) -> None:
        """Cache the vectors of passages with these digests, and those of sentences; all or nothing.

        Args:
            model: Id of the embedder.
            digests: One per row.
            vectors: Array of shape ``(len(digests), dimension)``, float32.
            sentences: Passages with the vectors of their sentences, ``(its sentences, dimension)``, float32.
        """
        rows = [
            (digest, model, vector.astype("<f4").tobytes())
            for digest, vector in zip(digests, vectors, strict=True)
        ]
        with transaction(self._db):
            self._db.executemany(
                "INSERT OR REPLACE INTO vectors (digest, model, vector) VALUES (?, ?, ?)", rows
            )
            save_sentences(self._db, model, sentences)

    def note_said(self) -> None:
        """Note where Kamervragen and answers stand, of documents where that was not done."""
        note_said(self._db)

    def save_said(
        self, model: str, texts: Sequence[SaidText], wordings: Iterable[Wording], vectors: Vectors
    ) -> None:
        """Keep what questions and answers are found by; vectors of shape ``(len(texts), dimension)``."""
        save_said(self._db, model, texts, wordings, vectors)

    def save_works(self, works: Sequence[Sequence[str]]) -> None:
        """Store which documents are versions of one work: ids of its versions, the preferred one first."""
        replace_works(self._db, works)

    def _delete_orphans(self) -> None:
        held = "SELECT document_id FROM sources WHERE document_id IS NOT NULL"
        keep_sketches(self._db, f"d.id NOT IN ({held})")
        self._db.execute(f"DELETE FROM documents WHERE id NOT IN ({held})")  # noqa: S608 - the line above

    def _save_document(self, source: SourceRecord, prepared: PreparedDocument) -> None:
        document_id = source.document_id or ""
        if self._is_stored(source):
            return
        keep_sketches(self._db, "d.id = ?", (document_id,))
        self._db.execute("DELETE FROM documents WHERE id = ?", (document_id,))
        document, metadata = prepared.document, prepared.metadata
        self._insert(
            "documents",
            {
                "id": document_id,
                "title": metadata.title.value,
                "kind": metadata.kind.value,
                "date": metadata.date.value if metadata.date else None,
                "language": metadata.language.value,
                "url": metadata.url,
                "text": document.text,
                "pages": json.dumps([astuple(page) for page in document.pages]),
                "lines": pack_lines(document.lines),
                "evidence": pack_evidence(metadata),
                "warnings": json.dumps(document.warnings, ensure_ascii=False),
                "parser_version": PARSER_VERSION,
                "overrides": source.overrides,
                "signature": signature(document.text).astype("<u4").tobytes(),
            },
        )
        self._save_parts(document_id, prepared)

    def _is_stored(self, source: SourceRecord) -> bool:
        """Tell whether a document stands as this file has it.

        Of two files with the same bytes, the one that something is said of decides.
        """
        query = "SELECT parser_version, overrides FROM documents WHERE id = ?"
        row = self._db.execute(query, (source.document_id,)).fetchone()
        if row is None or row["parser_version"] != PARSER_VERSION:
            return False
        twin = "SELECT 1 FROM sources WHERE document_id = ? AND path != ? AND overrides = ?"
        values = (source.document_id, source.path, row["overrides"])
        said_of_twin = not source.overrides and self._db.execute(twin, values).fetchone() is not None
        return bool(row["overrides"] == source.overrides) or said_of_twin

    def _save_parts(self, document_id: str, prepared: PreparedDocument) -> None:
        for ordinal, block in enumerate(prepared.document.blocks):
            row: dict[str, object] = {"document_id": document_id, "ordinal": ordinal}
            row |= {"kind": block.kind.value, "start": block.start}
            row |= {"end": block.end, "section": _json(block.section)}
            row |= {"level": block.level, "label": block.label, "heads": block.heads}
            self._insert("blocks", row)
        for link in prepared.document.footnotes:
            self._insert("footnotes", {"document_id": document_id, **asdict(link)}, instead="IGNORE")
        for name, value in facets(prepared.metadata):
            row = {"document_id": document_id, "name": name, "value": value}
            self._insert("facets", row, instead="IGNORE")
        for table, values in question_rows(document_id, prepared.questions) if prepared.questions else ():
            self._insert(table, values)
        for table, values in identity_rows(document_id, prepared):
            self._insert(table, values, instead="IGNORE")
        for table, values in knowledge_rows(document_id, prepared):
            self._insert(table, values)
        insert_naming(self._db, document_id, prepared)
        taken: set[object] = set()
        for ordinal, passage in enumerate(prepared.passages):
            row = _passage_row(document_id, ordinal, passage, prepared)
            if row["id"] in taken:  # two in 4·10⁹ have the same short digest: a file must not fail for it
                row["id"] = _passage_id(document_id, prepared, passage, digits=16)
            taken.add(row["id"])
            self._insert("passages", row)

    def _insert(self, table: str, row: dict[str, object], *, instead: str = "ABORT") -> None:
        columns = ", ".join(f'"{column}"' for column in row)
        marks = ", ".join("?" * len(row))
        query = f"INSERT OR {instead} INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
        self._db.execute(query, tuple(row.values()))


def _passage_row(
    document_id: str, ordinal: int, passage: Passage, prepared: PreparedDocument
) -> dict[str, object]:
    text = prepared.document.text[passage.start : passage.end]
    heading = heading_of(prepared.metadata.title.value, passage.section)
    return {
        "id": _passage_id(document_id, prepared, passage),
        "document_id": document_id,
        "ordinal": ordinal,
        "start": passage.start,
        "end": passage.end,
        "section": _json(passage.section),
        "sentences": json.dumps([[s - passage.start, e - passage.start] for s, e in passage.sentences]),
        "page_first": passage.page_first,
        "page_last": passage.page_last,
        "notes": _json(passage.notes),
        "context": passage.context,
        "confidence": passage.confidence,
        "digest": _digest(embedded_text(heading, text, passage.context)),
    }


def _passage_id(document_id: str, prepared: PreparedDocument, passage: Passage, *, digits: int = 8) -> str:
    """Return the id of a passage, which holds a digest of its place and text: it never means other text."""
    text = prepared.document.text[passage.start : passage.end]
    return f"{document_id}-{_digest(f'{passage.start} {text}')[:digits]}"


def _json(value: tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
