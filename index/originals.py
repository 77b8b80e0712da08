"""The files that documents were read from, as long as they are still what was read.

Nothing but the store names a file, and nothing is given whose bytes are not those of the document: its id is
the beginning of their SHA-256.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from threading import BoundedSemaphore

from beleidszoeker.errors import DocumentError, LibraryError, OriginalGoneError
from beleidszoeker.index.store import LibraryReader, SourceRecord
from beleidszoeker.ingest.sandbox.extraction import read_member

TURNS = BoundedSemaphore(2)
"""Files that are taken out of archives and messages at once; whoever asks may be anybody."""
_PATIENCE = 3.0  # seconds that somebody waits for a turn
_HEAD = 1024
_GONE = "Het bestand is gewijzigd of weg; de tekst is er nog."


@dataclass(frozen=True, slots=True)
class Original:
    """A document's own bytes.

    Attributes:
        name: The file's own name, without folders.
        digest: SHA-256 of its bytes, in hexadecimal.
        is_pdf: Whether its bytes are those of a PDF, whatever its name says.
        path: Where it is on disk; ``None`` for a file inside another.
        data: The bytes of a file inside another; ``None`` for one on disk.
    """

    name: str
    digest: str
    is_pdf: bool
    path: Path | None = None
    data: bytes | None = None


def original_of(reader: LibraryReader, document_id: str) -> Original:
    """Return the bytes that a document was read from.

    A file on disk is hashed once for each time that it changes.

    Raises:
        DocumentNotFoundError: There is no document with this id.
        OriginalGoneError: No file holds these bytes any more.
        LibraryError: Too many others are waiting for a file out of an archive.
    """
    reader.document(document_id)
    for source in reader.sources_of(document_id):
        found = _original(source)
        if found is not None:
            return found
    raise OriginalGoneError(_GONE, advice="Neem het bestand opnieuw op om het te openen.")


def seems_there(reader: LibraryReader, document_id: str) -> bool:
    """Tell from sizes alone whether a file is likely to hold a document still; reads nothing."""
    return any(_stat(source) is not None for source in reader.sources_of(document_id))


def _original(source: SourceRecord) -> Original | None:
    found = _stat(source)
    if found is None:
        return None
    path, member, status = found
    name = PurePosixPath(source.name.split("!/")[-1]).name
    try:
        if member:
            data = _taken_out(path, member)
            same, head = hashlib.sha256(data).hexdigest() == source.digest, data[:_HEAD]
            return Original(name, source.digest, _is_pdf(head), data=data) if same else None
        digest, head = _read(path, status.st_ino, status.st_size, status.st_mtime_ns)
    except (OSError, DocumentError):
        return None
    return Original(name, digest, _is_pdf(head), path=path) if digest == source.digest else None


def _taken_out(path: Path, member: str) -> bytes:
    """Return one file out of another, in turn: each costs a process."""
    if not TURNS.acquire(timeout=_PATIENCE):
        raise LibraryError(
            "Er worden al genoeg bestanden uit archieven gehaald.", advice="Probeer het zo nog eens."
        )
    try:
        return read_member(path, member)
    finally:
        TURNS.release()


def _stat(source: SourceRecord) -> tuple[Path, str, os.stat_result] | None:
    """Find the file on disk; what is of another size, or no file, holds other bytes."""
    for path, member in _readings(source.path):
        try:
            status = path.stat()
        except (OSError, ValueError):  # gone, or no path: it may hold a null byte
            continue
        if stat.S_ISREG(status.st_mode) and (member or status.st_size == source.size):
            return path, member, status
    return None


def _readings(key: str) -> Iterator[tuple[Path, str]]:
    """Yield what a source's key may mean: a path, or a path with a name inside it."""
    yield Path(key), ""
    outer, mark, member = key.partition("!/")
    if mark:
        yield Path(outer), member


@lru_cache(maxsize=4096)
def _read(path: Path, _inode: int, _size: int, _changed: int) -> tuple[str, bytes]:
    """Return digest and first bytes of a file, read again only where it is another or was changed."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        stream.seek(0)
        return hashlib.file_digest(stream, "sha256").hexdigest(), head


def _is_pdf(head: bytes) -> bool:
    return head.lstrip().startswith(b"%PDF-")
