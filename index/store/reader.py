"""Reading from the store."""
# ruff: noqa: S608 - queries are put together from our own constants and numbers; values go in beside them

import json
import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import DocumentNotFoundError, PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.minhash import Signature
from beleidszoeker.index.sqlite import what_is_wrong
from beleidszoeker.index.store.asked import SetFilters, SetPlace, read_asked_sets, read_parties
from beleidszoeker.index.store.catalogue import Counts, Wanted, read_counts, read_page
from beleidszoeker.index.store.facets import DocumentFacets, read_facets, read_holding
from beleidszoeker.index.store.former import FormerDocument, Sketch, read_former_document, read_sketch
from beleidszoeker.index.store.indexed import (
    missing_vectors,
    read_digest,
    read_indexed_texts,
    read_vector_blocks,
    read_vector_keys,
    read_vectors,
    read_vectors_of,
)
from beleidszoeker.index.store.knowledge import KnowledgeReader
from beleidszoeker.index.store.lacking import Lacking, lacking_keys, read_lacking
from beleidszoeker.index.store.layout import unpack_lines
from beleidszoeker.index.store.literal import read_documents_of_source, read_passage_over, read_text
from beleidszoeker.index.store.owners import Owners, read_owners
from beleidszoeker.index.store.paging import Pages, read_pages, read_pages_at
from beleidszoeker.index.store.publications import (
    Publication,
    read_documents_of_kenmerk,
    read_publication,
)
from beleidszoeker.index.store.questions import documents_with_questions, read_questions
from beleidszoeker.index.store.records import (
    DocumentRecord,
    IndexedText,
    PassageRecord,
    SourceRecord,
    VersionRecord,
)
from beleidszoeker.index.store.rows import DOCUMENT, PASSAGE, block_of, document_of, passage_of
from beleidszoeker.index.store.said import (
    Said,
    SaidText,
    Side,
    last_said,
    missing_said,
    read_said,
    said_texts,
)
from beleidszoeker.index.store.sayings import mean_of_sentences
from beleidszoeker.index.store.selection import GIVEN, HELD, conditions, given
from beleidszoeker.index.store.sentences import missing_sentences, read_sentences
from beleidszoeker.index.store.standing import Standing, read_standing
from beleidszoeker.index.store.works import (
    read_all_works,
    read_other_versions,
    read_signatures,
    read_versions,
    read_works,
)
from beleidszoeker.ingest.document import FootnoteLink, Page, ParsedDocument
from beleidszoeker.ingest.kamervragen.model import QuestionSet
from beleidszoeker.model.base import Vectors


class LibraryReader:
    """Reads a library through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def removed(self) -> tuple[str, ...]:
        """Return the ids of documents removed since the last publication, sorted."""
        return tuple(
            row[0] for row in self._db.execute("SELECT document_id FROM removed ORDER BY document_id")
        )

    def integrity(self) -> str | None:
        """Return what SQLite finds wrong with the database; ``None`` when it is whole."""
        wrong = what_is_wrong(self._db)
        return f"De database is beschadigd: {wrong}." if wrong else None

    def sources(self) -> dict[str, SourceRecord]:
        """Return every file that was offered, by path."""
        rows = self._db.execute("SELECT * FROM sources ORDER BY path")
        return {row["path"]: SourceRecord(**dict(row)) for row in rows}

    def sources_of(self, document_id: str) -> list[SourceRecord]:
        """Return the files that hold a document, by name."""
        query = "SELECT * FROM sources WHERE document_id = ? ORDER BY name, path"
        return [SourceRecord(**dict(row)) for row in self._db.execute(query, (document_id,))]

    def sources_under(self, path: str) -> dict[str, SourceRecord]:
        """Return what came of a file and of the files inside it, by path."""
        query = "SELECT * FROM sources WHERE path = ? OR (path >= ? AND path < ?) ORDER BY path"
        rows = self._db.execute(query, (path, f"{path}!/", f"{path}!0"))  # 0 is what follows a slash
        return {row["path"]: SourceRecord(**dict(row)) for row in rows}

    def standing(self) -> Standing:
        """Return how complete the library is."""
        return read_standing(self._db)

    def documents(self, filters: Filters | None = None) -> list[DocumentRecord]:
        """Return all documents, or those that meet the filters: newest first, those without a date last."""
        held = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
        where, values = conditions(filters or Filters())
        order = "d.date IS NULL, d.date DESC, d.title, d.id"
        rows = self._db.execute(f"{DOCUMENT} WHERE {held} AND {where} ORDER BY {order}", values)
        return [document_of(row) for row in rows]

    def catalogue(
        self, wanted: Wanted, *, start: int = 0, count: int = 50
    ) -> tuple[tuple[DocumentRecord, ...], int]:
        """Return some of the documents that are wanted, newest first, and how many there are."""
        return read_page(self._db, wanted, start=start, count=count)

    def catalogue_counts(self, wanted: Wanted) -> Counts:
        """Return how many documents there are of each kind, year and organisation."""
        return read_counts(self._db, wanted)

    def document(self, document_id: str) -> DocumentRecord:
        """Return one document.

        Raises:
            DocumentNotFoundError: There is none with this id.
        """
        return document_of(self._row_of(document_id, DOCUMENT + " WHERE d.id = ?"))

    def parsed(self, document_id: str) -> ParsedDocument:
        """Return a document's text, pages, blocks and printed lines.

        Raises:
            DocumentNotFoundError: There is none with this id.
        """
        row = self._row_of(document_id, "SELECT * FROM documents WHERE id = ?")
        blocks = self._db.execute(
            "SELECT * FROM blocks WHERE document_id = ? ORDER BY ordinal", (document_id,)
        )
        links = self._db.execute(
            "SELECT position, label, block FROM footnotes WHERE document_id = ? ORDER BY position",
            (document_id,),
        )
        return ParsedDocument(
            text=row["text"],
            blocks=tuple(block_of(block) for block in blocks),
            pages=tuple(Page(*page) for page in json.loads(row["pages"])),
            lines=unpack_lines(row["lines"]),
            footnotes=tuple(FootnoteLink(**dict(link)) for link in links),
            warnings=tuple(json.loads(row["warnings"])),
        )

    def text(self, document_id: str) -> str | None:
        """Return a document's canonical text; ``None`` where there is no such document."""
        return read_text(self._db, document_id)

    def pages(self, document_id: str, start: int, end: int) -> Pages:
        """Return the pages on which a span of a document is printed."""
        return read_pages(self._db, document_id, start, end)

    def pages_at(self, document_id: str, positions: Sequence[int]) -> list[int | None]:
        """Return the page in the file that each of these characters of a document is printed on."""
        return read_pages_at(self._db, document_id, positions)

    def passage_over(self, document_id: str, start: int, end: int) -> str | None:
        """Return the id of the passage that holds most of a span of a document, if any does."""
        return read_passage_over(self._db, document_id, start, end)

    def documents_of_source(self, name: str) -> tuple[str, ...]:
        """Return the ids of the documents that a file of this name holds."""
        return read_documents_of_source(self._db, name)

    def questions(self, document_id: str) -> QuestionSet | None:
        """Return the Kamervragen that a document holds; ``None`` where it holds none."""
        return read_questions(self._db, document_id)

    def documents_with_questions(self) -> list[str]:
        """Return the ids of documents that hold Kamervragen, latest answers first."""
        return documents_with_questions(self._db)

    def asked_sets(self, filters: SetFilters, *, once: bool = False) -> list[SetPlace]:
        """Return the sets of Kamervragen that meet the filters, latest first; ``once``: of versions one."""
        return read_asked_sets(self._db, filters, once=once)

    def asking_parties(self) -> list[tuple[str, int]]:
        """Return the parties that ask and how many sets each has, those with most first."""
        return read_parties(self._db)

    def said(self, side: Side, model: str, dimension: int) -> Said:
        """Return what all Kamervragen, or all answers, are found by."""
        return read_said(self._db, side, model, dimension)

    def last_said(self) -> int:
        """Return the key of the question or answer that was noted last; 0 for none."""
        return last_said(self._db)

    def missing_said(self, model: str) -> list[str]:
        """Return the digests of questions and answers without a wording or a vector of this model."""
        return missing_said(self._db, model)

    def mean_of_sentences(self, digest: str, model: str, dimension: int) -> Vectors | None:
        """Return the mean of an answer's sentences, a unit vector; ``None`` where they are not known."""
        return mean_of_sentences(self._db, digest, model, dimension)

    def said_texts(self, digests: Sequence[str]) -> Iterator[SaidText]:
        """Yield the questions and answers with these digests."""
        return said_texts(self._db, digests)

    @property
    def knowledge(self) -> KnowledgeReader:
        """What documents refer to, promise and name."""
        return KnowledgeReader(self._db)

    def publication(self, identifier: str) -> Publication:
        """Return which documents are a publication, by its official identifier, and whether any cites it."""
        return read_publication(self._db, identifier)

    def documents_of_kenmerk(self, kenmerk: str) -> tuple[str, ...]:
        """Return the ids of the documents that bear this reference as their own."""
        return read_documents_of_kenmerk(self._db, kenmerk)

    def first_passages(self, document_ids: Sequence[str]) -> list[int]:
        """Return the key of each document's first passage, in the order given; held documents only."""
        query = f"SELECT p.key FROM passages p WHERE p.document_id = ? AND {HELD} ORDER BY p.ordinal LIMIT 1"
        rows = [self._db.execute(query, (document_id,)).fetchone() for document_id in document_ids]
        return [row[0] for row in rows if row is not None]

    def passage(self, passage_id: str) -> PassageRecord:
        """Return one passage.

        Raises:
            PassageNotFoundError: There is none with this id, or its document changed.
        """
        row = self._db.execute(PASSAGE + " WHERE p.id = ?", (passage_id,)).fetchone()
        if row is None:
            raise PassageNotFoundError(
                f"Er is geen passage met id '{passage_id}'.",
                advice="Misschien is het document gewijzigd of verwijderd; zoek de passage opnieuw.",
            )
        return passage_of(row)

    def former_document(self, document_id: str) -> FormerDocument | None:
        """Return what is known of a document that was there; ``None`` where there never was one."""
        return read_former_document(self._db, document_id)

    def former_sketch(self, passage_id: str) -> Sketch:
        """Return the sketch of a passage that is no longer there; empty where none was kept."""
        return read_sketch(self._db, passage_id)

    def note_markers(self, passage: PassageRecord) -> tuple[int, ...]:
        """Return where in its text a passage cites each of its footnotes: just after the marked word."""
        query = (
            "SELECT position - ? FROM footnotes WHERE document_id = ? AND position > ? AND position <= ? "
            "ORDER BY position"
        )
        rows = self._db.execute(query, (passage.start, passage.document_id, passage.start, passage.end))
        return tuple(row[0] for row in rows)

    def passages(self, keys: Sequence[int]) -> dict[int, PassageRecord]:
        """Return the passages with these keys; a key whose document was removed is left out."""
        rows = self._db.execute(f"{PASSAGE} WHERE {GIVEN}", (given(keys),))
        return {row["key"]: passage_of(row) for row in rows}

    def undated(self) -> int:
        """Return how many documents have no date."""
        held = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
        row = self._db.execute(f"SELECT count(*) FROM documents d WHERE d.date IS NULL AND {held}").fetchone()
        return int(row[0])

    def owners(self, keys: Sequence[int]) -> dict[int, str]:
        """Return the document of each passage with one of these keys; removed ones are left out."""
        rows = self._db.execute(f"SELECT p.key, p.document_id FROM passages p WHERE {GIVEN}", (given(keys),))
        return dict(rows)

    def all_owners(self) -> Owners:
        """Return the documents of all passages as they are now, to be asked without the database."""
        return read_owners(self._db)

    def facets(self, document_ids: Sequence[str]) -> dict[str, DocumentFacets]:
        """Return what each of these documents can be told apart by; one that was removed is left out."""
        return read_facets(self._db, document_ids)

    def holding(self) -> tuple[int, str | None]:
        """Return how many documents there are, and the newest ISO day among them; ``None`` for no day."""
        return read_holding(self._db)

    def signatures(self) -> Iterator[tuple[str, Signature]]:
        """Yield id and MinHash signature of each document that a file holds, by id."""
        return read_signatures(self._db)

    def versions_of(self, document_ids: Sequence[str]) -> list[VersionRecord]:
        """Return these documents as versions, by id."""
        return read_versions(self._db, document_ids)

    def other_versions(self, document_id: str) -> tuple[VersionRecord, ...]:
        """Return the other versions of a document's work, the preferred one first."""
        return read_other_versions(self._db, document_id)

    def works(self, document_ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        """Return the work and the place in it of those documents that have other versions."""
        return read_works(self._db, document_ids)

    def all_works(self) -> dict[str, tuple[str, int]]:
        """Return the same of all documents that have other versions."""
        return read_all_works(self._db)

    def keys(self, filters: Filters | None = None) -> NDArray[np.int64]:
        """Return the keys of all passages that meet the filters, ascending."""
        where, values = conditions(filters or Filters())
        passages = "passages p JOIN documents d ON d.id = p.document_id"
        rows = self._db.execute(f"SELECT p.key FROM {passages} WHERE {where} ORDER BY p.key", values)
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def digest(self) -> str:
        """Return a digest of all passages that a file holds: which they are, and by which key."""
        return read_digest(self._db)

    def missing_vectors(self, model: str) -> list[int]:
        """Return keys of passages whose vector is not cached for this model, one for each embedded text."""
        return missing_vectors(self._db, model)

    def lacking_keys(self, model: str, *, document_id: str | None = None) -> list[int]:
        """Return keys of passages that lack a vector, their own or a sentence's: of all, or of a document."""
        return lacking_keys(self._db, model, document_id=document_id)

    def lacking(self, model: str, keys: Sequence[int]) -> list[Lacking]:
        """Return those of these passages that lack a vector still, and which."""
        return read_lacking(self._db, model, keys)

    def indexed_texts(self, keys: Sequence[int] | None = None) -> Iterator[IndexedText]:
        """Yield what the indexes need, by ascending key: of some keys, or of all that a file holds."""
        return read_indexed_texts(self._db, keys)

    def vector_keys(self, model: str) -> NDArray[np.int64]:
        """Return the keys of all passages with a vector that a file holds, ascending."""
        return read_vector_keys(self._db, model)

    def vector_blocks(self, model: str, dimension: int) -> Iterator[Vectors]:
        """Yield their vectors, by ascending key, in blocks of shape ``(n, dimension)``, float32.

        They match ``vector_keys`` while nobody else can write.
        """
        return read_vector_blocks(self._db, model, dimension)

    def vectors(
        self, model: str, dimension: int, *, keys: Sequence[int] | None = None
    ) -> tuple[NDArray[np.int64], Vectors]:
        """Return the keys of all passages with a vector, or of some of them, and the vectors.

        Returns:
            Keys of shape ``(n,)`` int64, ascending, and vectors of shape ``(n, dimension)`` float32.
        """
        if keys is not None:
            return read_vectors_of(self._db, model, dimension, keys)
        return read_vectors(self._db, model, dimension)

    def missing_sentences(self, model: str) -> list[int]:
        """Return keys of passages whose sentences have no vectors, one for each text and its cut."""
        return missing_sentences(self._db, model)

    def sentences(self, model: str, dimension: int) -> Iterator[Vectors]:
        """Yield for each passage that a file holds, by ascending key, the vectors of its sentences.

        Each is an array of shape ``(n, dimension)``, float32, rows of L2 norm about 1, or of zeros; without
        rows where they are not known, or the passage has one sentence only.
        """
        return read_sentences(self._db, model, dimension)

    def _row_of(self, document_id: str, query: str) -> sqlite3.Row:
        row: sqlite3.Row | None = self._db.execute(query, (document_id,)).fetchone()
        if row is None:
            raise DocumentNotFoundError(f"Er is geen document met id '{document_id}'.")
        return row
