"""A file is what its bytes say, whatever it is called."""

import io
import zipfile
from pathlib import Path

import pytest

from beleidszoeker.errors import DamagedDocumentError, EncryptedDocumentError, UnsupportedFormatError
from beleidszoeker.ingest.formats import parser_for
from beleidszoeker.ingest.html.parser import HtmlParser
from beleidszoeker.ingest.mail import MailParser
from beleidszoeker.ingest.office import DocxParser, OdtParser
from beleidszoeker.ingest.pdf import PdfParser
from beleidszoeker.ingest.text.parser import TextParser

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
DOCX = next(DOCUMENTS.glob("*.docx")).read_bytes()
ODT = next(DOCUMENTS.glob("*.odt")).read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PAGE = b'\xef\xbb\xbf<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>Tekst</body></html>'


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "parser"),
    [
        ("a.docx", DOCX, DocxParser),
        ("a.doc", DOCX, DocxParser),
        ("a.pdf", DOCX, DocxParser),
        ("a.odt", ODT, OdtParser),
        ("a.docx", ODT, OdtParser),
        ("zonder", ODT, OdtParser),
        ("a.docx", b"%PDF-1.7", PdfParser),
        ("a.doc", PAGE, HtmlParser),
        ("a.docx", b"  <!DOCTYPE html><p>x", HtmlParser),
        ("a.doc", b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n", MailParser),
        ("a.doc", "Gewone tekst, één regel.".encode("cp1252"), TextParser),
        ("a.eml", b"From: x", MailParser),
    ],
)
def test_a_file_is_read_by_its_bytes(name: str, data: bytes, parser: type) -> None:
    """Each file goes to the parser of what it is, not of what it is called."""
    assert isinstance(parser_for(name, data), parser)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        ("a.docx", OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        ("a.msg", OLE + "__properties_version1.0".encode("utf-16-le"), ".msg"),
        ("a.doc", OLE, "Office"),
        ("a.doc", rb"{\rtf1 tekst}", "RTF"),
        ("a.docx", packed("[Content_Types].xml", "xl/workbook.xml"), ".xlsx"),
        ("a.zip", packed("[Content_Types].xml", "ppt/presentation.xml"), ".pptx"),
    ],
)
def test_a_format_that_nothing_reads_is_named_with_advice(name: str, data: bytes, says: str) -> None:
    """The message says what the file is, the advice in which format to save it."""
    with pytest.raises(UnsupportedFormatError) as caught:
        parser_for(name, data)
    assert says in caught.value.message
    assert caught.value.advice.startswith("Sla het op als")


def test_a_docx_with_a_password_is_named() -> None:
    """Word wraps a protected DOCX in a file of the old kind."""
    with pytest.raises(EncryptedDocumentError):
        parser_for("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.doc"])
def test_a_broken_archive_is_damaged(name: str) -> None:
    """A truncated DOCX is not of an unknown kind: it is broken."""
    with pytest.raises(DamagedDocumentError):
        parser_for(name, DOCX[:500]).parse(DOCX[:500])
