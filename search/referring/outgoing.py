"""What a document refers to."""

from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.knowledge.model import Reference, Span
from beleidszoeker.search.referring.model import Referral, Said
from beleidszoeker.search.referring.resolving import Resolved, resolve


def referrals(
    reader: LibraryReader, document_id: str, *, after: Span = (-1, -1), count: int = -1
) -> list[Referral]:
    """Return the references of a document in the order of its text, with what they lead to.

    Args:
        reader: The library.
        document_id: The document.
        after: Only those behind this place.
        count: How many at most; -1 for all.

    Raises:
        DocumentNotFoundError: There is no such document.
    """
    text = reader.text(document_id)
    if text is None:
        raise DocumentNotFoundError(f"Er is geen document met id '{document_id}'.")
    found = reader.knowledge.references.some_of(document_id, after=after, count=count)
    leads = resolve(reader, found, within=document_id)
    pages = reader.pages_at(document_id, [each.start for each in found])
    return [
        _referral(document_id, text, each, leads[each.key], page)
        for each, page in zip(found, pages, strict=True)
    ]


def _referral(document_id: str, text: str, found: Reference, leads: Resolved, page: int | None) -> Referral:
    return Referral(
        document_id=document_id,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        kind=found.kind.value,
        key=found.key,
        sentences=tuple(Said(start, end, text[start:end]) for start, end in found.sentences),
        page_first=page,
        resolves_to=leads.target,
        address=leads.address,
    )
