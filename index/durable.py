"""Files that survive a power cut: written, flushed to disk, swapped in whole."""

import hashlib
import os
from pathlib import Path

from beleidszoeker.errors import LibraryError


def flush_file(path: Path) -> None:
    """Make sure that a file's bytes are on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(path: Path) -> None:
    """Make sure that a folder's list of names is on disk; systems that cannot are passed over."""
    if os.name == "posix":
        flush_file(path)


def swap_in(path: Path, data: bytes) -> None:
    """Replace a small file at once: a reader sees the old bytes or the new, never a part."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(data)
    flush_file(fresh)
    fresh.replace(path)
    flush_folder(path.parent)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def unwritable(folder: Path, error: Exception) -> LibraryError:
    """Return what people hear when something cannot be written, mostly because the disk is full."""
    why = (isinstance(error, OSError) and error.strerror) or error
    return LibraryError(
        f"In {folder} kan niet worden geschreven: {why}.",
        advice="Kijk of de schijf vol is en of u daar mag schrijven.",
    )
