"""What came of each uploaded file: its place in the run, its documents, or why it failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from beleidszoeker.api.managing.manager import Manager
from beleidszoeker.api.managing.progress import READING, Progress
from beleidszoeker.api.managing.uploads import Stored, Upload
from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import DocumentRecord, LibraryReader, SourceRecord
from beleidszoeker.ingest import ARCHIVES


class FileState(StrEnum):
    """Where an uploaded file is."""

    WAITING = "waiting"
    READING = "reading"
    INDEXING = "indexing"
    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"
    BESIDE = "beside"
    GONE = "gone"


class JobState(StrEnum):
    """Where an upload is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a file, or of a file inside it.

    Attributes:
        name: Its name inside the file; empty for the file itself.
        document: Its document, or ``None`` when it failed.
        code: Why it failed: error code.
        message: The same in a Dutch sentence.
        advice: What to do about it, in Dutch.
    """

    name: str
    document: DocumentRecord | None
    code: str = ""
    message: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """An uploaded file.

    Attributes:
        id: Names it in an address.
        name: As it is called.
        state: Where it is.
        parts: What came of it: one, but for archives and messages.
        message: Why it was refused.
        advice: What to do about that.
        pages: How many of how many pages that are pictures are recognised, while it is read.
    """

    id: str
    name: str
    state: FileState
    parts: tuple[Part, ...] = ()
    message: str = ""
    advice: str = ""
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """An upload, and how far it is.

    Attributes:
        id: Names it in an address.
        created: When it came in, ISO 8601 in UTC.
        state: Where it is.
        files: Its files by name, those that were refused last.
        phase: What is done now: ``lezen``, ``embedden``, ``zinnen embedden``, ``indexeren``; or empty.
        done: Steps of that which are done, over all uploads that are taken in together.
        total: All its steps.
        busy: Whether another process is writing to the library, so that this one waits.
        message: Why it stopped.
        advice: What to do about that.
    """

    id: str
    created: str
    state: JobState
    files: tuple[FileOutcome, ...]
    phase: str = ""
    done: int = 0
    total: int = 0
    busy: bool = False
    message: str = ""
    advice: str = ""

    @property
    def is_open(self) -> bool:
        """Whether more will come of it."""
        return self.state in {JobState.WAITING, JobState.RUNNING}


def job_of(manager: Manager, reader: LibraryReader, upload: Upload) -> Job:
    """Return an upload with what came of its files until now."""
    progress, (message, advice) = manager.progress(upload), manager.problem(upload)
    is_settled = upload.is_settled  # before the library is read: what is settled is all there
    state = _state(progress, settled=is_settled, stopped=bool(message))
    told = progress or Progress()
    files = _files(reader, upload, progress, settled=is_settled)
    refused = [
        FileOutcome(one.id, one.name, FileState.REFUSED, message=one.message, advice=one.advice)
        for one in upload.refused()
    ]
    return Job(
        id=upload.id,
        created=f"{upload.created:%Y-%m-%dT%H:%M:%SZ}",
        state=state,
        files=(*files, *refused),
        phase=told.phase,
        done=told.done,
        total=told.total,
        busy=told.busy,
        message=message,
        advice=advice,
    )


def _state(progress: Progress | None, *, settled: bool, stopped: bool) -> JobState:
    if progress is not None:
        return JobState.RUNNING
    if settled:
        return JobState.DONE
    return JobState.STOPPED if stopped else JobState.WAITING


def _files(
    reader: LibraryReader, upload: Upload, progress: Progress | None, *, settled: bool
) -> list[FileOutcome]:
    """Return the outcomes of stored files; the first without one, of a run that reads, is being read."""
    found, reading = [], progress is not None and progress.phase == READING and not progress.busy
    for file in upload.files():
        parts = _parts(reader, file)
        archive = file.path.suffix.lower() in ARCHIVES
        if file.is_sidecar:
            state = FileState.BESIDE
        elif settled:
            state = _final(parts)
        elif reading and (not parts or archive):
            state, reading = FileState.READING, False
        else:
            state = _passing(parts)
        pages = progress.pages.get(file.key) if progress and state is FileState.READING else None
        found.append(FileOutcome(file.id, file.path.name, state, parts, pages=pages))
    return found


def _final(parts: Sequence[Part]) -> FileState:
    if not parts:
        return FileState.GONE
    return FileState.DONE if any(part.document for part in parts) else FileState.FAILED


def _passing(parts: Sequence[Part]) -> FileState:
    if not parts:
        return FileState.WAITING
    return FileState.INDEXING if any(part.document for part in parts) else FileState.FAILED


def _parts(reader: LibraryReader, file: Stored) -> tuple[Part, ...]:
    found = reader.sources_under(file.key)
    return tuple(_part(reader, key.partition(f"{file.key}!/")[2], source) for key, source in found.items())


def _part(reader: LibraryReader, name: str, source: SourceRecord) -> Part:
    document = None
    if source.document_id is not None:
        try:
            document = reader.document(source.document_id)
        except DocumentNotFoundError:  # removed since
            return Part(name, None, "document-not-found", "Het document is intussen verwijderd.")
    return Part(
        PurePath(name).as_posix() if name else "", document, source.code, source.message, source.advice
    )
