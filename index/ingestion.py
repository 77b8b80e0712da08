"""Taking files into a library: find, skip what is unchanged, parse, store, embed what is new, publish.

Each step leaves the library whole: a document is stored in one transaction, vectors are cached batch by batch, and a
snapshot is published at once. Killed anywhere and run again, it ends where an undisturbed run ends.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import embed_missing, publish
from beleidszoeker.index.report import NullReporter, Reporter
from beleidszoeker.index.store import LibraryWriter, SourceRecord
from beleidszoeker.ingest import PARSER_VERSION, SUFFIXES, ParseOutcome, ParserPool
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


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    name: str
    size: int
    mtime_ns: int


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
    reporter = reporter or NullReporter()
    summary = IngestSummary()
    with library.writing() as writer:
        files = list(_find(paths, summary))
        known = library.reader.sources()
        waiting = [file for file in files if _needs_parsing(file, known.get(str(file.path)), writer, summary)]
        _parse(waiting, known, writer, pool, summary, reporter)
        if prune:
            summary.pruned = writer.remove_sources(_gone(paths, files, known))
        summary.embedded = embed_missing(library, writer, embedder, reporter=reporter)
        published = publish(library, writer, embedder, reporter=reporter)
        summary.passages, summary.published = published.passages, published.fresh
    return summary


def _find(paths: Iterable[Path], summary: IngestSummary) -> Iterator[_File]:
    """Yield each file once, in sorted order; hidden files and kinds that no parser reads are passed over."""
    seen: set[Path] = set()
    for given in paths:
        root = given.resolve()
        if not root.exists():
            raise ConfigurationError(f"{given} bestaat niet.", advice="Geef een bestaand bestand of een bestaande map.")
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            relative = path.relative_to(root.parent if root.is_file() else root)
            if path in seen or not path.is_file() or any(part.startswith(".") for part in relative.parts):
                continue
            seen.add(path)
            if root.is_dir() and path.suffix.lower() not in SUFFIXES:
                summary.ignored += 1
                continue
            status = path.stat()
            yield _File(path, relative.as_posix(), status.st_size, status.st_mtime_ns)


def _needs_parsing(file: _File, known: SourceRecord | None, writer: LibraryWriter, summary: IngestSummary) -> bool:
    """A file is unchanged when size and time are, or else its bytes; a failed file is tried again when it changed."""
    if known is None or known.parser_version != PARSER_VERSION:
        return True
    if (known.size, known.mtime_ns) != (file.size, file.mtime_ns):
        if known.size != file.size or _digest(file.path) != known.digest:
            return True
        writer.touch(str(file.path), size=file.size, mtime_ns=file.mtime_ns)
    if known.document_id is None:
        summary.failed.append(known)
    else:
        summary.unchanged += 1
    return False


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _parse(
    files: list[_File],
    known: dict[str, SourceRecord],
    writer: LibraryWriter,
    pool: ParserPool,
    summary: IngestSummary,
    reporter: Reporter,
) -> None:
    reporter.begin("lezen", len(files))
    for file, outcome in zip(files, pool.parse(file.path for file in files), strict=True):
        record = _record(file, outcome)
        writer.save(record, outcome.prepared)
        if record.document_id is None:
            summary.failed.append(record)
            reporter.failure(record)
        elif record.path in known:
            summary.changed += 1
        else:
            summary.added += 1
        reporter.advance(1)
    reporter.end()


def _record(file: _File, outcome: ParseOutcome) -> SourceRecord:
    error = outcome.error
    return SourceRecord(
        path=str(file.path),
        name=file.name,
        size=file.size,
        mtime_ns=file.mtime_ns,
        digest=outcome.digest,
        document_id=outcome.digest[:_ID_LENGTH] if outcome.prepared else None,
        code=error.code if error else "",
        message=error.message if error else "",
        advice=error.advice if error else "",
        parser_version=PARSER_VERSION,
    )


def _gone(paths: Iterable[Path], files: Iterable[_File], known: dict[str, SourceRecord]) -> list[str]:
    """Known files under these paths that were not found now."""
    found = {str(file.path) for file in files}
    roots = [path.resolve() for path in paths]
    return [path for path in known if path not in found and any(Path(path).is_relative_to(root) for root in roots)]
