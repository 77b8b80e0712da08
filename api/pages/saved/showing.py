"""What the templates of saved searches show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from beleidszoeker.api.exporting.links import permalink
from beleidszoeker.api.pages.saved.links import limits_told, state_of
from beleidszoeker.index.desk.searches import Alert, SavedSearch
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.alerting.telling import why_line
from beleidszoeker.search.quoting.quotation import Part, digest_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A document that a search told of, or would have.

    Attributes:
        said: Quote, citation and why, as they were then.
        why: Why, in Dutch sentences.
        link: Permalink of the quote.
        gone: Whether the document is no longer in the library.
        is_new: Whether nobody has looked at it yet.
        found: When it was told, ISO 8601; empty in a preview.
        number: Of the alert.
    """

    said: dict[str, Any]
    why: str
    link: str
    gone: bool = False
    is_new: bool = False
    found: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A search on the overview."""

    search: SavedSearch
    count: int
    fresh: int
    address: str
    limits: list[str]


def shown(reader: LibraryReader, search: SavedSearch, alerts: Sequence[Alert], site: str) -> list[Shown]:
    """Return alerts as they are shown; ``site`` is the address of this service."""
    held = {version.document_id for version in reader.versions_of([one.document_id for one in alerts])}
    return [
        Shown(
            said=alert.said,
            why=why_line(alert.said),
            link=link_of(alert.said, alert.passage_id, site),
            gone=alert.document_id not in held,
            is_new=alert.number > search.seen,
            found=alert.found,
            number=alert.number,
        )
        for alert in alerts
    ]


def link_of(said: dict[str, Any], passage_id: str, site: str) -> str:
    """Return the permalink of what is quoted: it stays right, or says what became of the document."""
    parts = [Part(one["start"], one["end"], digest_of(one["text"])) for one in said["quotes"]]
    return permalink(site, passage_id, parts)


def listed(reader: LibraryReader, search: SavedSearch, counts: tuple[int, int]) -> Listed:
    """Return a search for the overview."""
    state = state_of(search.query, search.filters)
    return Listed(search, *counts, state.address, limits_told(reader, state))
