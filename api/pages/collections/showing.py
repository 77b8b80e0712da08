"""What the templates of collections show of a passage."""

from dataclasses import dataclass

from fastapi import Response

from beleidszoeker.api.collecting.keeping import address, citation_of, permanent, told
from beleidszoeker.api.service import Service
from beleidszoeker.index.desk.kept import Item
from beleidszoeker.index.desk.standing import Standing, standings
from beleidszoeker.search.result import Citation

_SECRET = {"x-robots-tag": "noindex"}


@dataclass(frozen=True, slots=True)
class Row:
    """A passage in a collection, as it is shown.

    Attributes:
        item: The passage.
        citation: Where it stood when it was kept.
        standing: Where it stands now.
        told: What became of its document since, in Dutch; empty where nothing did.
        address: Where to read it now, on this site; ``None`` where its document is gone.
        link: Its permalink.
    """

    item: Item
    citation: Citation
    standing: Standing
    told: str
    address: str | None
    link: str


def rows(service: Service, items: tuple[Item, ...], site: str) -> list[Row]:
    """Hold the passages of a collection against the library; ``site`` is the address of this service."""
    found = standings(service.reader, items)
    return [
        Row(
            item,
            citation_of(item.kept),
            found[item.id],
            told(found[item.id]),
            address(found[item.id]),
            permanent(item.kept, site),
        )
        for item in items
    ]


def secretly(response: Response, *, changing: bool = False) -> None:
    """Keep the secret in this page's address from search engines and other websites.

    Args:
        response: The page.
        changing: It has forms. Where nothing tells of the address, browsers also withhold from those forms
            which site they come from (Fetch, "append a request Origin header"), and we refuse them. So such a
            page tells its address to our own site, and to no other.
    """
    response.headers.update(_SECRET)
    response.headers["referrer-policy"] = "same-origin" if changing else "no-referrer"
