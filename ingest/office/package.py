"""The ZIP archive that an office document is: opened with limits, its XML without entities or network."""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from beleidszoeker.errors import DamagedDocumentError, EncryptedDocumentError, LimitExceededError

Element = Any
"""An element of lxml, which has no types of its own."""

_MOST_MEMBERS = 20_000
_MOST_BYTES = 1 << 30
_LARGEST_PART = 64 << 20
_SUSPECT_PART = 8 << 20
_HIGHEST_RATIO = 250
_MOST_TAGS = 4_000_000
_ENCRYPTED = 0x1
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""ISO 29500 Strict differs from what Word writes by default in its namespaces alone, as far as text goes."""


class Package:
    """An office document's archive.

    Args:
        data: The file's bytes.

    Raises:
        DamagedDocumentError: It is no archive, or a broken one.
        EncryptedDocumentError: Its parts ask for a password.
        LimitExceededError: Unpacked it would be too large.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise _damaged("het archief is onvolledig") from error
        members = self._archive.infolist()
        self._sizes = {member.filename: member for member in members}
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES:
            raise _too_large()
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise EncryptedDocumentError(
                "Het document is met een wachtwoord beveiligd.", advice="Sla het op zonder wachtwoord."
            )

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def read(self, name: str) -> bytes:
        """Return a part's bytes; its declared size is not believed.

        Raises:
            DamagedDocumentError: The part is missing or broken.
            LimitExceededError: It is larger than a text can be.
        """
        member = self._sizes.get(name)
        if member is None:
            raise _damaged(f"het onderdeel {name} ontbreekt")
        try:
            with self._archive.open(member) as part:
                data = part.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
            raise _damaged(f"het onderdeel {name} is kapot") from error
        bomb = len(data) > _SUSPECT_PART and len(data) > _HIGHEST_RATIO * max(member.compress_size, 1)
        if len(data) > _LARGEST_PART or bomb:
            raise _too_large()
        return data

    def xml(self, name: str) -> Element:
        """Return the root of an XML part.

        Raises:
            DamagedDocumentError: The part is missing, is no XML, or declares entities.
            LimitExceededError: It is larger than a text can be.
        """
        data = self.read(name)
        if data.count(b"<") > _MOST_TAGS:  # a tree costs a hundred times its bytes
            raise _too_large()
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "depth" in str(error):  # libxml2's own limit, 256 layers
                raise _too_large() from error
            raise _damaged(f"het onderdeel {name} is geen geldige XML") from error
        if root.getroottree().docinfo.doctype:
            raise _damaged(f"het onderdeel {name} verklaart entiteiten, wat niet hoort")
        return root

    def optional_xml(self, name: str) -> Element | None:
        """Return the root of an XML part, or ``None`` where it is missing or unreadable."""
        try:
            return self.xml(name) if name in self else None
        except DamagedDocumentError:
            return None


def _damaged(reason: str) -> DamagedDocumentError:
    return DamagedDocumentError(
        f"Het document is beschadigd: {reason}.",
        advice="Open het in een tekstverwerker en sla het opnieuw op.",
    )


def _too_large() -> LimitExceededError:
    return LimitExceededError(
        "Het document is uitgepakt te groot om te lezen.",
        advice="Sla het op als PDF, of splits het in delen.",
    )
