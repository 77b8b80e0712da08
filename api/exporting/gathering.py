"""From passages to what is exported of them."""

from beleidszoeker.api.exporting.cited import Cited
from beleidszoeker.api.exporting.links import permalink
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.quoting.quotation import Quotation, Quoted, quotation


def cited(
    reader: LibraryReader,
    passage_id: str,
    quotes: Quoted = (),
    *,
    base: str,
    snapshot: int | None = None,
) -> Cited:
    """Return a quotation of a passage that the library has now.

    Args:
        reader: The library.
        passage_id: The passage.
        quotes: What is quoted of it, in its characters; none for all of it.
        base: Address of the service, for the permalink.
        snapshot: Number of the snapshot in which it was found.

    Raises:
        PassageNotFoundError: There is none with this id.
    """
    found = quotation(reader, reader.passage(passage_id), quotes)
    own = reader.document(found.citation.document_id).organisations
    return with_link(found, base=base, snapshot=snapshot, organisations=own)


def with_link(
    found: Quotation, *, base: str, snapshot: int | None, organisations: tuple[str, ...] = ()
) -> Cited:
    """Return a quotation with its permalink."""
    return Cited(
        quote=found.text,
        citation=found.citation,
        link=permalink(base, found.passage_id, found.parts, snapshot),
        footnotes=found.footnotes,
        organisations=organisations,
    )
