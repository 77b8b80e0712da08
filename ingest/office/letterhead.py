"""Letterheads: which part of them is read before the letter, and which stands beside it."""

import re

from beleidszoeker.ingest.office.body import Node, paragraphs

_FIELD = re.compile(r"\s*(?:datum|betreft|onderwerp|aan|(?:de |aan de )?voorzitter van)\b", re.IGNORECASE)
_SENDER = re.compile(r"\s*(?:contactpersoon|projectnaam|bij beantwoording)\b", re.IGNORECASE)
_PAGE = re.compile(r"\s*\d*\s*pagina\s*\d*\s*(?:van\s*)?\d*\s*", re.IGNORECASE)


def belongs_at_head(nodes: list[Node]) -> bool:
    """Tell whether a box holds a letter's date, subject or addressee, or a title, and not its sender."""
    inside = list(paragraphs(nodes))
    if any(_SENDER.match(paragraph.text) for paragraph in inside):
        return False
    return any(paragraph.level or _FIELD.match(paragraph.text) for paragraph in inside)


def counts_pages(text: str) -> bool:
    """Tell whether a paragraph only counts pages, as *Pagina 1 van 4*: numbers of another layout."""
    return bool(_PAGE.fullmatch(text))
