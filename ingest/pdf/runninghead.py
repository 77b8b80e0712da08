"""What running heads say of a letter: its continuation pages repeat the sender's department."""

import re

from beleidszoeker.ingest.pdf.lines import PdfLine

_PAGE = re.compile(r"^\s*(?:p\s?agina|blz)?\.?\s*\d+(?:\s*(?:van|/)\s*\d+)?\s*$", re.IGNORECASE)
_MOST_LINES, _LONGEST_LINE = 12, 120


def running_head(pages: list[list[PdfLine]], bodies: list[list[PdfLine]]) -> dict[str, str]:
    """Return the property ``running``: lines of the first page that were taken off it as furniture.

    Args:
        pages: Lines of each page as they were read.
        bodies: The same without running heads and feet.
    """
    kept = {id(line) for body in bodies[:1] for line in body}
    taken = [line.text.strip() for page in pages[:1] for line in page if id(line) not in kept]
    told = [text for text in taken if not _PAGE.match(text) and len(text) <= _LONGEST_LINE][:_MOST_LINES]
    return {"running": "\n".join(told)} if told else {}
