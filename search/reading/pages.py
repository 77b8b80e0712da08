"""Where in the running text each page begins."""

from collections.abc import Iterator

from beleidszoeker.ingest.document import BlockKind, ParsedDocument


def page_starts(document: ParsedDocument) -> Iterator[tuple[int, int]]:
    """Yield where in the running text each page begins, and its number; footnotes stand apart."""
    notes = [block.start for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    ends = min(notes, default=len(document.text) + 1)
    last = 0
    for line in sorted(document.lines, key=lambda line: line.start):
        if line.page > last and line.start < ends:
            last = line.page
            yield line.start, line.page
