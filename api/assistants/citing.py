"""Citations as assistants get them: the label, and an address that a person can open."""

from typing import NamedTuple
from urllib.parse import quote

from beleidszoeker.api.assistants.forms import Source
from beleidszoeker.search.quoting.citation import SURE
from beleidszoeker.search.result import Citation


class Addresses(NamedTuple):
    """Makes permalinks.

    Attributes:
        site: Address of the pages, without a slash at its end.
        snapshot: Number of the snapshot that was searched.
    """

    site: str
    snapshot: int

    def of(self, passage_id: str) -> str:
        """Return the permalink of a passage."""
        return f"{self.site}/passages/{quote(passage_id, safe='')}?snapshot={self.snapshot}"


def source_of(citation: Citation, permalink: str) -> Source:
    """Return where a passage stands."""
    return Source(
        label=citation.label,
        permalink=permalink,
        document_id=citation.document_id,
        title=citation.title,
        kind=citation.kind,
        date=citation.date,
        page_first=citation.page_first,
        page_last=citation.page_last,
        section=list(citation.section),
        url=citation.url,
        recognised=citation.confidence is not None and citation.confidence < SURE,
    )
