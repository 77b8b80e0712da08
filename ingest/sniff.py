"""What a file is by its own bytes, where its name says something else: a PDF called ``brief.docx``."""

import io
import re
import zipfile

from beleidszoeker.errors import EncryptedDocumentError, UnsupportedFormatError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:\s*1\.0", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_OFFICE_NAMES = frozenset({".doc", ".docx", ".docm", ".dotx", ".dot", ".odt", ".ott", ".rtf", ".msg"})
_AS_DOCX = "Sla het op als DOCX of PDF."
_HEAD = 4096

_STREAMS = {
    "WordDocument": ("Een Word-bestand van vóór 2007 (.doc) kan niet worden gelezen.", _AS_DOCX),
    "Workbook": ("Een Excel-bestand (.xls) kan niet worden gelezen.", "Sla het op als PDF."),
    "PowerPoint Document": ("Een PowerPoint-bestand (.ppt) kan niet worden gelezen.", "Sla het op als PDF."),
    "__properties_version1.0": (
        "Een Outlook-bericht (.msg) kan niet worden gelezen.",
        "Sla het op als .eml.",
    ),
}
_ARCHIVES = {
    "xl/workbook.xml": ("Een Excel-bestand (.xlsx) kan niet worden gelezen.", "Sla het op als PDF."),
    "ppt/presentation.xml": (
        "Een PowerPoint-bestand (.pptx) kan niet worden gelezen.",
        "Sla het op als PDF.",
    ),
}


def suffix_by_content(data: bytes, suffix: str) -> str:
    """Return the suffix that belongs to a file's bytes, or the given one where they do not tell.

    Raises:
        EncryptedDocumentError: An office document with a password.
        UnsupportedFormatError: A known format that nothing here reads, with what to do.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(_OLE):
        raise _compound(data)
    if data.startswith(_ZIP):
        return _archive(data, suffix)
    if head.lstrip().startswith(b"{\\rtf"):
        raise UnsupportedFormatError("Een RTF-bestand kan niet worden gelezen.", advice=_AS_DOCX)
    return _text(head, suffix) if suffix in _OFFICE_NAMES else suffix


def _compound(data: bytes) -> EncryptedDocumentError | UnsupportedFormatError:
    """A compound file of Office before 2007; a DOCX with a password is one too."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedDocumentError(
            "Het document is met een wachtwoord beveiligd.", advice="Sla het op zonder wachtwoord."
        )
    for stream, (message, advice) in _STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return UnsupportedFormatError(message, advice=advice)
    return UnsupportedFormatError(
        "Een bestand uit Office van vóór 2007 kan niet worden gelezen.", advice=_AS_DOCX
    )


def _archive(data: bytes, suffix: str) -> str:
    """What a ZIP archive holds; a broken one keeps its name, and its parser says that it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError):
        return ".docx" if suffix == ".doc" else suffix
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return ".odt"
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise UnsupportedFormatError(
            "Dit soort OpenDocument kan niet worden gelezen.", advice="Sla het op als PDF."
        )
    for part, (message, advice) in _ARCHIVES.items():
        if part in names:
            raise UnsupportedFormatError(message, advice=advice)
    if "[Content_Types].xml" in names or "word/document.xml" in names:
        return ".docx"
    return ".odt" if "content.xml" in names else ".zip"


def _text(head: bytes, suffix: str) -> str:
    """An office name on what is a web page, a web archive or plain text."""
    if _HTML.match(head):
        return ".html"
    if _MAIL.match(head):
        return ".eml"
    return suffix if not head.strip() or _CONTROL.search(head) else ".txt"
