"""Documents with the references that their text holds, for tests of what is referred to."""

from collections.abc import Sequence
from dataclasses import replace

from beleidszoeker.ingest.document import Block, BlockKind, FootnoteLink
from beleidszoeker.ingest.knowledge.analysis import analyse
from beleidszoeker.ingest.prepared import PreparedDocument
from tests.support import made


def telling(text: str, **stated: object) -> PreparedDocument:
    """Make a document by hand and read what it refers to, as ingestion does."""
    return read(made(text, **stated))  # type: ignore[arg-type]


def read(prepared: PreparedDocument) -> PreparedDocument:
    """Return a document with what it says."""
    return replace(prepared, knowledge=analyse(prepared.document, prepared.metadata, prepared.passages))


def annotated(text: str, note: str, *, marker: str, **stated: object) -> PreparedDocument:
    """Make a document with a footnote that is cited behind these words."""
    prepared = made(f"{text}\n\n{note}", **stated)  # type: ignore[arg-type]
    *blocks, last = prepared.document.blocks
    position = text.index(marker) + len(marker)
    document = replace(
        prepared.document,
        blocks=(*blocks, replace(last, kind=BlockKind.FOOTNOTE, label="1")),
        footnotes=(FootnoteLink(position, "1", len(blocks)),),
    )
    return read(replace(prepared, document=document, passages=prepared.passages[:-1]))


def law(title: str, articles: Sequence[str]) -> PreparedDocument:
    """Make a law, each of whose articles has a heading."""
    prepared = made("\n\n".join(part for each in articles for part in (f"Artikel {each}", "Dit geldt.")))
    blocks = tuple(
        Block(BlockKind.HEADING, each.start, each.end, level=1) if index % 2 == 0 else each
        for index, each in enumerate(prepared.document.blocks)
    )
    metadata = replace(
        prepared.metadata,
        title=replace(prepared.metadata.title, value=title),
        kind=replace(prepared.metadata.kind, value="regeling"),
    )
    return replace(prepared, document=replace(prepared.document, blocks=blocks), metadata=metadata)
