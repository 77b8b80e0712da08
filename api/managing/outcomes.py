"""Finding out what came of each uploaded file, from the run and the library."""

from collections.abc import Sequence
from pathlib import PurePath

from beleidszoeker.api.managing.jobs import FileOutcome, FileState, Job, JobState, Part
from beleidszoeker.api.managing.progress import READING, Progress
from beleidszoeker.api.managing.runs import Runs
from beleidszoeker.api.managing.upload import Stored, Upload
from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import LibraryReader, SourceRecord
from beleidszoeker.ingest.containers.registry import ARCHIVES


def job_of(runs: Runs, reader: LibraryReader, upload: Upload) -> Job:
    """Return an upload with what came of its files until now."""
    progress, (message, advice) = runs.progress(upload), runs.problem(upload)
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
        phase=told.pace.phase,
        done=told.pace.done,
        total=told.pace.total,
        pace=told.pace.told,
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
    found, reading = [], progress is not None and progress.pace.phase == READING and not progress.busy
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
