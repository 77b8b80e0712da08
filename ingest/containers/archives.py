"""ZIP archives: which documents they hold, and one of them at a time.

Nothing is unpacked to disk. What an archive says about its members is not believed: what is read is counted.
"""

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import IO

from beleidszoeker.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    LimitExceededError,
)
from beleidszoeker.ingest.drafts import DraftDocument

MOST_MEMBERS = 10_000
_MOST_BYTES = 1 << 30
_HIGHEST_RATIO = 200  # text packs to a tenth of its size, and seldom to a fiftieth
_ENCRYPTED = 0x1
_PART = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
_AGAIN = "Haal het opnieuw op bij de bron, of pak het zelf uit."


class ZipArchive:
    """Reads ZIP archives.

    Args:
        most: Most files in one.
    """

    def __init__(self, *, most: int = MOST_MEMBERS) -> None:
        self._most = most

    def names(self, stream: IO[bytes]) -> Sequence[str]:
        """Return the names of the files in it, in its own order; hidden files and folders are left out.

        Raises:
            DamagedDocumentError: It cannot be read.
            LimitExceededError: It holds too many files, or unpacks to far more than its size.
        """
        with _opened(stream) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            unpacked = sum(info.file_size for info in archive.infolist())
        _check_unpacked(unpacked, stream.seek(0, io.SEEK_END))
        if len(names) > self._most:
            raise LimitExceededError(
                f"Het archief bevat {len(names)} bestanden; de grens is {self._most}.",
                advice="Splits het in delen.",
            )
        return [name for name in dict.fromkeys(names) if not _is_hidden(name)]

    def read(self, stream: IO[bytes], name: str, *, largest: int) -> bytes:
        """Return the bytes of one file in it.

        Args:
            stream: The archive.
            name: As ``names`` gives it.
            largest: Most bytes to unpack.

        Raises:
            DamagedDocumentError: It is not there or cannot be unpacked.
            EncryptedDocumentError: It asks for a password.
            LimitExceededError: It is larger than ``largest``.
        """
        with _opened(stream) as archive:
            try:
                info = archive.getinfo(name)
                if info.flag_bits & _ENCRYPTED:
                    raise EncryptedDocumentError(
                        "Het bestand in het archief is beveiligd met een wachtwoord.",
                        advice="Pak het archief uit en neem de bestanden zelf op.",
                    )
                with archive.open(info) as member:
                    return _read(member, largest)
            except KeyError as error:
                raise DamagedDocumentError("Het bestand staat niet in het archief.", advice=_AGAIN) from error
            except _BROKEN as error:
                raise DamagedDocumentError(
                    "Het bestand kan niet uit het archief worden gehaald.", advice=_AGAIN
                ) from error


class ArchiveParser:
    """Tells why an archive gives no documents; the files in one that does are parsed by themselves."""

    def parse(self, data: bytes) -> DraftDocument:
        """Say what is wrong with an archive.

        Raises:
            DocumentError: Always.
        """
        ZipArchive().names(io.BytesIO(data))
        raise EmptyDocumentError(
            "Het archief bevat geen documenten die kunnen worden gelezen.",
            advice="Een archief in een archief wordt niet geopend; pak het uit.",
        )


def _check_unpacked(unpacked: int, size: int) -> None:
    """Refuse a bomb of many members, each within its limit; no member gives more than it declares."""
    if unpacked > max(_MOST_BYTES, _HIGHEST_RATIO * size):
        raise LimitExceededError(
            f"Het archief is uitgepakt {unpacked // 2**20} MB: honderden malen zo groot als het is.",
            advice="Pak het uit en neem alleen de documenten op.",
        )


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise DamagedDocumentError("Het archief is beschadigd of onvolledig.", advice=_AGAIN) from error


def _read(stream: IO[bytes], largest: int) -> bytes:
    parts, size = [], 0
    while part := stream.read(_PART):
        size += len(part)
        if size > largest:
            raise LimitExceededError(
                f"Het bestand is uitgepakt groter dan {largest // 2**20} MB.",
                advice="Pak het archief uit en splits het bestand in delen.",
            )
        parts.append(part)
    return b"".join(parts)


def _is_hidden(name: str) -> bool:
    """Tell whether a system made this file: ``.DS_Store``, ``__MACOSX/…``."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
