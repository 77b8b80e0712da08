"""Which parser reads which file: by its first bytes where they tell, else by its name."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from beleidszoeker.errors import UnsupportedFormatError
from beleidszoeker.ingest.base import Parser


def _pdf() -> Parser:
    from beleidszoeker.ingest.pdf import PdfParser  # noqa: PLC0415 - each format loads its library on first use

    return PdfParser()


def _html() -> Parser:
    from beleidszoeker.ingest.html import HtmlParser  # noqa: PLC0415

    return HtmlParser()


def _markdown() -> Parser:
    from beleidszoeker.ingest.markdown import MarkdownParser  # noqa: PLC0415

    return MarkdownParser()


def _text() -> Parser:
    from beleidszoeker.ingest.text import TextParser  # noqa: PLC0415

    return TextParser()


PARSERS: Mapping[str, Callable[[], Parser]] = {
    ".pdf": _pdf,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _text,
    ".text": _text,
}
SUFFIXES = frozenset(PARSERS)


def parser_for(name: str, data: bytes) -> Parser:
    """Return the parser for a file.

    Raises:
        UnsupportedFormatError: No parser reads this kind of file.
    """
    suffix = ".pdf" if data[:1024].lstrip().startswith(b"%PDF-") else PurePath(name).suffix.lower()
    if suffix not in PARSERS:
        raise UnsupportedFormatError(
            f"Bestanden van het soort '{suffix or 'zonder extensie'}' kunnen niet worden gelezen.",
            advice=f"Ondersteund: {', '.join(sorted(SUFFIXES))}.",
        )
    return PARSERS[suffix]()
