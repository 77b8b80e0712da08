"""Links to where a record stands."""

from beleidszoeker.api.exporting.links import permalink
from beleidszoeker.search.excerpts import Excerpt
from beleidszoeker.search.quoting.quotation import Part, digest_of


def link_of(found: Excerpt, base: str) -> str:
    """Return the permalink of literal words; what stands in no passage leads to its place in the document.

    Args:
        found: The words.
        base: Address of the service.
    """
    if found.passage_id is None:
        address = f"{base.rstrip('/')}/documenten/{found.document_id}"
        return f"{address}?plek={found.start}-{found.end}#plek"
    return permalink(base, found.passage_id, [Part(found.start, found.end, digest_of(found.text))])
