"""Documents of a few sentences, to see what they commit to."""

from beleidszoeker.ingest.document import Block, BlockKind, Evidence, Metadata, ParsedDocument
from beleidszoeker.ingest.knowledge.commitments import find_commitments
from beleidszoeker.ingest.knowledge.model import Commitment
from beleidszoeker.ingest.knowledge.text import Text

LETTER = Metadata(
    Evidence("Fietsbruggen"),
    Evidence("kamerbrief"),
    Evidence("2025-03-10"),
    authors=(Evidence("minister van Verkeer en Waterstaat (W. Vermeer)", 0, 3),),
)


def text_of(*paragraphs: str, metadata: Metadata = LETTER, kinds: str = "", section: str = "") -> Text:
    """A document of one sentence a paragraph; ``kinds`` has an ``i`` for each that is an item of a list."""
    text, blocks = "\n".join(paragraphs), []
    start = 0
    for place, paragraph in enumerate(paragraphs):
        item = kinds[place : place + 1] == "i"
        kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, start + len(paragraph), (section,) if section else ()))
        start += len(paragraph) + 1
    spans = [(block.start, block.end) for block in blocks]
    return Text(ParsedDocument(text, tuple(blocks)), metadata, spans)


def of_kind(kind: str, *bodies: str) -> Metadata:
    return Metadata(
        Evidence("Fietsbruggen"),
        Evidence(kind),
        Evidence("2025-03-10"),
        organisations=tuple(map(Evidence, bodies)),
    )


def found(
    *paragraphs: str, metadata: Metadata = LETTER, kinds: str = "", section: str = ""
) -> list[Commitment]:
    return list(find_commitments(text_of(*paragraphs, metadata=metadata, kinds=kinds, section=section)))
