"""Which passages refer to something: how often, and each place with its sentence."""

from typing import Any, NamedTuple

from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.knowledge.references import Found, Place, StoredReference
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.search.excerpts import excerpt
from beleidszoeker.search.referring.asked import Asked
from beleidszoeker.search.referring.model import Citing, Said


class CitedBy(NamedTuple):
    """What refers to it.

    Attributes:
        asked: What was asked for.
        references: How many references there are.
        documents: In how many documents they stand.
        citing: Some of them.
    """

    asked: Asked
    references: int
    documents: int
    citing: tuple[Citing, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return {
            "keys": list(self.asked.keys),
            "named": list(self.asked.documents),
            "references": self.references,
            "documents": self.documents,
            "cited_by": [each.to_json() for each in self.citing],
        }


def counted(reader: LibraryReader, asked: Asked) -> Found:
    """Return how often something is referred to."""
    return reader.knowledge.references.found(asked.keys, aside=asked.documents)


def cited_by(
    reader: LibraryReader, asked: Asked, *, after: Place | None = None, start: int = 0, count: int = -1
) -> CitedBy:
    """Return what refers to something, those in the newest document first.

    Args:
        reader: The library.
        asked: What is referred to.
        after: Only those behind this place.
        start: How many to skip.
        count: How many at most; -1 for all.
    """
    references = reader.knowledge.references
    found = references.to(asked.keys, aside=asked.documents, after=after, start=start, count=count)
    return CitedBy(asked, *counted(reader, asked), tuple(_citing(reader, each) for each in found))


def _citing(reader: LibraryReader, stored: StoredReference) -> Citing:
    document_id, reference, _ = stored
    text = reader.text(document_id)
    if text is None:
        raise DocumentNotFoundError(f"Er is geen document met id '{document_id}'.")
    block = reader.knowledge.references.block_at(document_id, reference.start)
    note = block[1] if block and block[0] is BlockKind.FOOTNOTE else None
    around = block[1] if block else (reference.start, reference.end)
    (page,) = reader.pages_at(document_id, [reference.start])
    return Citing(
        kind=reference.kind.value,
        key=reference.key,
        reference=_said(text, reference.start, reference.end),
        page_first=page,
        excerpts=tuple(excerpt(reader, document_id, *span) for span in reference.sentences or (around,)),
        footnote=_said(text, *note) if note else None,
        place=stored.place,
    )


def _said(text: str, start: int, end: int) -> Said:
    return Said(start, end, text[start:end])
