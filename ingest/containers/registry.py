"""Which files hold other files, and how to read those."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from beleidszoeker.errors import UnsupportedFormatError
from beleidszoeker.ingest.base import Container


def _zip() -> Container:
    from beleidszoeker.ingest.containers.archives import ZipArchive  # noqa: PLC0415 - loaded where it is used: in the child

    return ZipArchive()


def _mail() -> Container:
    from beleidszoeker.ingest.containers.attachments import MailAttachments  # noqa: PLC0415

    return MailAttachments()


CONTAINERS: Mapping[str, Callable[[], Container]] = {".zip": _zip, ".eml": _mail}
ARCHIVES = frozenset({".zip"})
"""Suffixes of files that are nothing but a container."""


def container_for(name: str) -> Container:
    """Return what reads the files inside a file.

    Raises:
        UnsupportedFormatError: It holds none.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in CONTAINERS:
        raise UnsupportedFormatError(f"In een bestand van het soort '{suffix}' staan geen andere bestanden.")
    return CONTAINERS[suffix]()
