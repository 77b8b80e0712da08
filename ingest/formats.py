"""Which parser reads which file: by its first bytes where they tell, else by its name."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from beleidszoeker.errors import UnsupportedFormatError
from beleidszoeker.ingest.base import Parser
from beleidszoeker.ingest.sniff import suffix_by_content


def _pdf() -> Parser:
    from beleidszoeker.ingest.pdf import PdfParser  # noqa: PLC0415 - each format loads its library on first use

    return PdfParser()


def _html() -> Parser:
    from beleidszoeker.ingest.html.parser import HtmlParser  # noqa: PLC0415

    return HtmlParser()


def _markdown() -> Parser:
    from beleidszoeker.ingest.text.markdown import MarkdownParser  # noqa: PLC0415

    return MarkdownParser()


def _text() -> Parser:
    from beleidszoeker.ingest.text.parser import TextParser  # noqa: PLC0415

    return TextParser()


def _official() -> Parser:
    from beleidszoeker.ingest.official import OfficialXmlParser  # noqa: PLC0415

    return OfficialXmlParser()


def _docx() -> Parser:
    from beleidszoeker.ingest.office import DocxParser  # noqa: PLC0415

    return DocxParser()


def _odt() -> Parser:
    from beleidszoeker.ingest.office import OdtParser  # noqa: PLC0415

    return OdtParser()


def _mail() -> Parser:
    from beleidszoeker.ingest.mail import MailParser  # noqa: PLC0415

    return MailParser()


def _archive() -> Parser:
    from beleidszoeker.ingest.containers.archives import ArchiveParser  # noqa: PLC0415

    return ArchiveParser()


PARSERS: Mapping[str, Callable[[], Parser]] = {
    ".pdf": _pdf,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".xml": _official,
    ".docx": _docx,
    ".docm": _docx,
    ".dotx": _docx,
    ".odt": _odt,
    ".ott": _odt,
    ".eml": _mail,
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _text,
    ".text": _text,
    ".zip": _archive,
}
SUFFIXES = frozenset(PARSERS)


def parser_for(name: str, data: bytes) -> Parser:
    """Return the parser for a file.

    Raises:
        EncryptedDocumentError: An office document with a password.
        UnsupportedFormatError: No parser reads this kind of file.
    """
    suffix = suffix_by_content(data, PurePath(name).suffix.lower())
    if suffix not in PARSERS:
        raise UnsupportedFormatError(
            f"Bestanden van het soort '{suffix or 'zonder extensie'}' kunnen niet worden gelezen.",
            advice=f"Ondersteund: {', '.join(sorted(SUFFIXES))}.",
        )
    return PARSERS[suffix]()
