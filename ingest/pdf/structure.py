"""What the PDF file says about itself, read with pypdf: encryption, properties, declared page labels."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from beleidszoeker.errors import DamagedDocumentError, EncryptedDocumentError


def read_structure(data: bytes) -> tuple[dict[str, str], dict[int, str]]:
    """Return the properties (``title``, ``author``, ``date``) and the declared label of each page number.

    Raises:
        EncryptedDocumentError: The file asks for a password.
        DamagedDocumentError: The file has no readable structure.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedDocumentError(
                "Het PDF-bestand is beveiligd met een wachtwoord.",
                advice="Sla het op zonder wachtwoord en neem het opnieuw op.",
            )
        return _properties(reader), _labels(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, AttributeError, IndexError) as error:
        raise DamagedDocumentError(
            "Het PDF-bestand is beschadigd of onvolledig.", advice="Haal het opnieuw op bij de bron."
        ) from error


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
