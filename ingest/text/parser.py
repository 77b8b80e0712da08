"""Plain text: exports of PDFs and web pages, in UTF-8, UTF-16 or Windows-1252."""

import codecs

from beleidszoeker.ingest.document import BlockKind, Page
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.html.banners import without_banners
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.lengths import check_count
from beleidszoeker.ingest.text.markdown import MarkdownParser, looks_like_markdown
from beleidszoeker.ingest.text.markers import lift_markers
from beleidszoeker.ingest.text.pages import TextPage, split_pages
from beleidszoeker.ingest.text.paragraphs import to_drafts
from beleidszoeker.ingest.text.slogans import without_slogan
from beleidszoeker.ingest.text.tables import split_table


def decode(data: bytes) -> str:
    r"""Decode by byte-order mark, else as UTF-8, else as Windows-1252; line ends become ``\n``."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _unix(data.decode(encoding, errors="replace"))
    try:
        return _unix(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _unix(data.decode("cp1252", errors="replace"))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class TextParser:
    """Parses plain text, and Markdown that goes by the name of plain text."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a text into drafts; pages are given only where the text shows them."""
        text = decode(data)
        check_count(0, len(text))  # before the work: each line becomes an object
        if looks_like_markdown(text):
            return MarkdownParser().parse(data)
        pages = split_pages(text)
        lines = [line for page in pages for line in _page_lines(page)]
        known = [Page(page.number) for page in pages if page.number is not None]
        before, rows, after = split_table(lines)
        drafts = [*to_drafts(before), *rows, *to_drafts(after)]
        kept = without_banners(drafts)
        web = {"web": "yes"} if len(kept) < len(drafts) else {}
        return DraftDocument(without_slogan(kept) + _notes(pages), pages=known, properties=web)


def _page_lines(page: TextPage) -> list[Line]:
    lines: list[Line] = []
    gap = True
    for raw in page.body:
        text = clean(raw).rstrip()
        if text.strip():
            indent = "    " if raw.startswith("    ") else ""
            lines.append(Line(indent + text.strip(), page=page.number, gap=gap))
        gap = not text.strip()
    lift_markers(lines, [label for label, _ in page.notes])
    return lines


def _notes(pages: list[TextPage]) -> list[Draft]:
    return [
        Draft(BlockKind.FOOTNOTE, [Line(clean(text), page=page.number) for text in lines], label=label)
        for page in pages
        for label, lines in page.notes
    ]
