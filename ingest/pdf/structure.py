"""What the PDF file says about itself, read with pypdf: encryption, properties, declared page labels."""

import io
import logging
import zlib
from collections.abc import Callable
from typing import TypeVar

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from beleidszoeker.errors import DamagedDocumentError, EncryptedDocumentError

_K = TypeVar("_K")
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What pypdf raises on a broken file."""


def read_structure(data: bytes) -> tuple[dict[str, str], dict[int, str]]:
    """Return the properties (``title``, ``author``, ``date``) and the declared label of each page number.

    Raises:
        EncryptedDocumentError: The file asks for a password.
        DamagedDocumentError: The file has no readable structure.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except NotImplementedError:
        locked = True  # by other means than a password: a certificate
    except _BROKEN as error:
        raise DamagedDocumentError(
            "Het PDF-bestand is beschadigd of onvolledig.", advice="Haal het opnieuw op bij de bron."
        ) from error
    if locked:
        raise EncryptedDocumentError(
            "Het PDF-bestand is beveiligd met een wachtwoord.",
            advice="Sla het op zonder wachtwoord en neem het opnieuw op.",
        )
    return _or_nothing(_properties, reader), _or_nothing(_labels, reader)


def _or_nothing(read: Callable[[PdfReader], dict[_K, str]], reader: PdfReader) -> dict[_K, str]:
    """Read what is of use but not needed: where it is broken, the pages may still be whole."""
    try:
        return read(reader)
    except (*_BROKEN, NotImplementedError):
        return {}


def _properties(reader: PdfReader) -> dict[str, str]:
    info = reader.metadata
    if info is None:
        return {}
    values = {"title": info.title, "author": info.author}
    return {name: " ".join(str(value).split()) for name, value in values.items() if value}


def _labels(reader: PdfReader) -> dict[int, str]:
    if "/PageLabels" not in reader.root_object:
        return {}
    return {number: label for number, label in enumerate(reader.page_labels, start=1) if label}
