"""A span of a document as a person checks it: the literal words, and where they stand."""

from dataclasses import asdict, dataclass
from typing import Any

from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.quoting.citation import cite, on_pages


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Literal words of a document.

    Attributes:
        document_id: The document.
        title: Its title.
        kind: Its kind.
        date: ISO day or ``None``.
        start: First character in the canonical text.
        end: One past the last.
        text: The literal words.
        page_first: Number of the first page they stand on, or ``None``.
        page_last: Number of the last.
        passage_id: The passage that holds most of them; ``None`` where none does.
        label: The citation in the house notation.
    """

    document_id: str
    title: str
    kind: str
    date: str | None
    start: int
    end: int
    text: str
    page_first: int | None
    page_last: int | None
    passage_id: str | None
    label: str

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return asdict(self)


def excerpt(reader: LibraryReader, document_id: str, start: int, end: int) -> Excerpt:
    """Return a span of a document with its citation.

    Raises:
        DocumentNotFoundError: There is no such document.
    """
    text = reader.text(document_id)
    if text is None:
        raise DocumentNotFoundError(f"Er is geen document met id '{document_id}'.")
    pages = reader.pages(document_id, start, end)
    record = reader.document(document_id)
    passage_id = reader.passage_over(document_id, start, end)
    label = cite(on_pages(reader.passage(passage_id), pages)).label if passage_id else record.title
    return Excerpt(
        document_id=document_id,
        title=record.title,
        kind=record.kind,
        date=record.date,
        start=start,
        end=end,
        text=text[start:end],
        page_first=pages.first,
        page_last=pages.last,
        passage_id=passage_id,
        label=label,
    )
