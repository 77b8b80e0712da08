"""Which parser reads which file."""

import pytest

from beleidszoeker.errors import EmptyDocumentError, UnsupportedFormatError
from beleidszoeker.ingest.formats import SUFFIXES, parser_for
from beleidszoeker.ingest.html.parser import HtmlParser
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.official import OfficialXmlParser
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.pdf import PdfParser
from beleidszoeker.ingest.text.markdown import MarkdownParser
from beleidszoeker.ingest.text.parser import TextParser

SPLIT = SentenceSplitter(trained=None).split


@pytest.mark.parametrize(
    ("name", "data", "parser"),
    [
        ("a.pdf", b"", PdfParser),
        ("A.PDF", b"", PdfParser),
        ("brief.txt", b"%PDF-1.7 ...", PdfParser),
        ("zonder", b"\n%PDF-1.4", PdfParser),
        ("a.html", b"", HtmlParser),
        ("a.HTM", b"", HtmlParser),
        ("a.md", b"", MarkdownParser),
        ("a.xml", b"", OfficialXmlParser),
        ("a.txt", b"", TextParser),
    ],
)
def test_a_file_is_read_by_what_it_is(name: str, data: bytes, parser: type) -> None:
    """First bytes tell a PDF, whatever its name; else the suffix decides."""
    assert isinstance(parser_for(name, data), parser)


@pytest.mark.parametrize("name", ["a.xlsm", "a.exe", "zonder"])
def test_another_format_is_refused_with_what_would_work(name: str) -> None:
    """The error names the formats that are read."""
    with pytest.raises(UnsupportedFormatError) as caught:
        parser_for(name, b"PK\x03\x04")
    assert all(suffix in caught.value.advice for suffix in SUFFIXES)


@pytest.mark.parametrize("data", [b"", b"   \n\n ", b"12 34"])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    """A file with no text is a named failure, not an empty document."""
    with pytest.raises(EmptyDocumentError):
        prepare_document("a.txt", data, split=SPLIT)
