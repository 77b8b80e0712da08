"""The outline of a document: its headings, with the page that each stands on."""

from dataclasses import dataclass

from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.locate import PageMap


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        text: Its words, on one line.
        level: Depth, from 1.
        block: Its place among the document's blocks.
        start: First character in the canonical text.
        end: One past the last.
        page: Number of the page in the file, or ``None`` where pages are not known.
        top: Its upper edge on that page in points from the page's lower edge, where that is known.
    """

    text: str
    level: int
    block: int
    start: int
    end: int
    page: int | None
    top: float | None


def outline(document: ParsedDocument) -> tuple[Heading, ...]:
    """Return the headings of a document, in its order."""
    pages = PageMap(document)
    return tuple(
        Heading(
            " ".join(document.text[block.start : block.end].split()),
            max(block.level, 1),
            index,
            block.start,
            block.end,
            *_place(pages, block.start, block.end),
        )
        for index, block in enumerate(document.blocks)
        if block.kind is BlockKind.HEADING
    )


def _place(pages: PageMap, start: int, end: int) -> tuple[int | None, float | None]:
    line = next(iter(pages.lines(start, end)), None)
    if line is None:
        return None, None
    return line.page, line.box.y1 if line.box else None
