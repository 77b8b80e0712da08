"""What is exported: quotations with where they stand, and what they were chosen for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from beleidszoeker.search.result import Citation

LONGEST_TITLE = 1000
"""In a list of sources titles stand in full, as far as that is sensible."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A quotation.

    Attributes:
        quote: Literal text; parts that do not follow each other stand with `` […] `` between them.
        citation: Where it stands.
        link: Permalink, absolute.
        note: What somebody wrote beside it.
        footnotes: Footnotes of the document that the quote cites.
        organisations: Whose document it is.
    """

    quote: str
    citation: Citation
    link: str
    note: str = ""
    footnotes: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What an annex tells of itself.

    Attributes:
        day: ISO day on which it was made; ``None`` leaves it out.
        question: What was asked, as it was typed; empty for nothing.
        limits: What the search was limited to, in Dutch, one each.
    """

    day: str | None = None
    question: str = ""
    limits: Sequence[str] = ()


def by_document(items: Iterable[Cited]) -> list[list[Cited]]:
    """Return the quotations of each document together, documents in the order of their first."""
    found = list(items)
    order = {item.citation.document_id: 0 for item in found}
    order = {document_id: place for place, document_id in enumerate(order)}
    found.sort(key=lambda item: order[item.citation.document_id])
    return [list(group) for _, group in groupby(found, key=lambda item: item.citation.document_id)]


def one_line(text: str) -> str:
    """Return a text without line breaks and other control characters, for formats that have lines."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def pages_of(citation: Citation) -> str:
    """Return the page numbers as they are printed, else those in the file: ``2``, ``2-3``, or nothing."""
    return citation.printed or pages_in_file(citation)


def pages_in_file(citation: Citation) -> str:
    """Return the page numbers in the file: ``2``, ``2-3``, or nothing."""
    if citation.page_first is None:
        return ""
    same = citation.page_last in {None, citation.page_first}
    return str(citation.page_first) if same else f"{citation.page_first}-{citation.page_last}"


def legal(text: str) -> str:
    """Return a text without the characters that XML 1.0 has no place for (section 2.2)."""
    return "".join(
        char if _is_legal(char) else "�" for char in text.replace("\r\n", "\n").replace("\r", "\n")
    )


def _is_legal(char: str) -> bool:
    return char in "\t\n" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
