"""Taking files into a library: find, skip what is unchanged, parse, store, embed what is new, publish.

Parsing, embedding and storing go on side by side: child processes parse, a thread computes vectors, this one
stores. Each step leaves the library whole: a document is stored in one transaction, vectors are cached batch
by batch, and a snapshot is published at once. Killed anywhere and run again, it ends where an undisturbed run
ends.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from beleidszoeker.errors import DamagedDocumentError, DocumentError, NeedsOcrError
from beleidszoeker.index.embedding import Embedding
from beleidszoeker.index.files import File, find_files, gone, is_unchanged
from beleidszoeker.index.library import Library
from beleidszoeker.index.members import with_members
from beleidszoeker.index.pace import READING
from beleidszoeker.index.publication import is_published, publish
from beleidszoeker.index.report import NullReporter, Reporter
from beleidszoeker.index.saying import embed_said
from beleidszoeker.index.store import LibraryWriter, SourceRecord
from beleidszoeker.ingest.metadata.overrides import Override
from beleidszoeker.ingest.metadata.sidecars import Sidecars
from beleidszoeker.ingest.sandbox.pool import ParseOutcome, ParserPool, Part
from beleidszoeker.ingest.version import PARSER_VERSION
from beleidszoeker.model.base import Embedder

_ID_LENGTH = 16


@dataclass(slots=True)
class IngestSummary:
    """What an ingest came to.

    Attributes:
        added: Files taken in that were new.
        changed: Files taken in again because their content changed.
        unchanged: Files skipped.
        pruned: Files forgotten because they are gone.
        ignored: Files of kinds that no parser reads, passed over in folders.
        failed: Records of the files that could not be taken in.
        embedded: Passages that needed a new vector.
        passages: Passages in the published index.
        published: Whether a new snapshot was published.
        outcomes: What came of each file, by its path: ``added``, ``changed``, ``unchanged`` or ``failed``.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    pruned: int = 0
    ignored: int = 0
    failed: list[SourceRecord] = field(default_factory=list)
    embedded: int = 0
    passages: int = 0
    published: bool = False
    outcomes: dict[str, str] = field(default_factory=dict)


def ingest(
    library: Library,
    paths: Sequence[Path],
    embedder: Embedder,
    pool: ParserPool,
    *,
    prune: bool = False,
    reporter: Reporter | None = None,
) -> IngestSummary:
    """Take files and folders into a library and publish the result.

    Args:
        library: The library.
        paths: Files, or folders with all that is in them.
        embedder: Makes the vectors; it is not touched when none are needed.
        pool: Parses files in child processes.
        prune: Forget files of these folders that are gone.
        reporter: Is told of the progress.

    Raises:
        ConfigurationError: A path does not exist.
        LibraryBusyError: Another process is writing.
    """
    with library.writing() as writer:
        known = library.reader.sources()
        found = with_members(find_files(paths), known, pool)
        intake = _Intake(writer, known, reporter or NullReporter())
        summary = intake.summary
        summary.ignored = found.ignored
        with Embedding(library, writer, embedder, reporter=intake.reporter) as embedding:
            intake.take_in([file for file in found.files if intake.is_due(file, pool)], pool, embedding)
            if prune:
                summary.pruned = writer.remove_sources(gone(paths, found, intake.known))
            if not is_published(library, embedder):  # else nothing lacks, and to look takes seconds
                embedding.finish()
        summary.embedded = embedding.vectors
        embed_said(library, writer, embedder, reporter=intake.reporter)
        published = publish(library, writer, embedder, reporter=intake.reporter)
        summary.passages, summary.published = published.passages, published.fresh
    return summary


@dataclass(frozen=True, slots=True)
class _Intake:
    """One run over some files.

    Attributes:
        writer: Where documents go.
        known: What was known of files before, by their key.
        reporter: Is told of the progress.
        summary: What it came to so far.
        sidecars: What is said of files beside them.
    """

    writer: LibraryWriter
    known: Mapping[str, SourceRecord]
    reporter: Reporter
    summary: IngestSummary = field(default_factory=IngestSummary)
    sidecars: Sidecars = field(default_factory=Sidecars)

    def is_due(self, file: File, pool: ParserPool) -> bool:
        """Tell whether a file must be read; count it when it need not."""
        known = self.known.get(file.key)
        if known is None or not is_unchanged(file, known) or known.overrides != self._said(file).digest:
            return True
        if known.code == NeedsOcrError.code and pool.recognises:
            return True  # what reads pictures was installed since
        if known.mtime_ns != file.mtime_ns:
            self.writer.touch(file.key, size=file.size, mtime_ns=file.mtime_ns)
        if known.document_id is None:
            self.summary.failed.append(known)
        else:
            self.summary.unchanged += 1
        self.summary.outcomes[file.key] = "failed" if known.document_id is None else "unchanged"
        return False

    def take_in(self, files: Sequence[File], pool: ParserPool, embedding: Embedding) -> None:
        """Parse files and store what comes of each; meanwhile what was stored is embedded."""
        self.reporter.begin(READING, len(files))
        parts = (Part(file.path, file.member) for file in files)
        with closing(pool.started(parts, progress=self.reporter.recognised)) as started:
            for file, parsed in zip(files, started, strict=True):
                embedding.work_until(parsed)
                record = self._store(file, parsed.result())
                self._count(record)
                if record.document_id is not None:
                    embedding.add(record.document_id)
                self.reporter.advance(1)
        self.reporter.end()

    def _said(self, file: File) -> Override:
        return self.sidecars.about(file.path, root=file.root, member=file.member)

    def _store(self, file: File, outcome: ParseOutcome) -> SourceRecord:
        said = self._said(file)
        record = replace(_record(file, outcome, outcome.error), overrides=said.digest)
        try:
            self.writer.save(record, said.apply(outcome.prepared) if outcome.prepared else None)
        except UnicodeEncodeError:  # half a surrogate pair: no text in any encoding
            record = _record(
                file, outcome, DamagedDocumentError("Het bestand bevat tekens die geen tekst zijn.")
            )
            self.writer.save(record, None)
        return record

    def _count(self, record: SourceRecord) -> None:
        if record.document_id is None:
            self.summary.failed.append(record)
            self.summary.outcomes[record.path] = "failed"
            self.reporter.failure(record)
        elif record.path in self.known:
            self.summary.changed += 1
            self.summary.outcomes[record.path] = "changed"
        else:
            self.summary.added += 1
            self.summary.outcomes[record.path] = "added"


def _record(file: File, outcome: ParseOutcome, error: DocumentError | None) -> SourceRecord:
    return SourceRecord(
        path=file.key,
        name=file.name,
        size=file.size,
        mtime_ns=file.mtime_ns,
        digest=outcome.digest,
        document_id=None if error else outcome.digest[:_ID_LENGTH],
        code=error.code if error else "",
        message=error.message if error else "",
        advice=error.advice if error else "",
        parser_version=PARSER_VERSION,
    )
