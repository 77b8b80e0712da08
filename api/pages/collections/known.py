"""Which collections a browser knows: a cookie with their ids, the one used last in front.

A collection that was opened by somebody's link stands apart until it is used: otherwise a link from outside
could make a browser keep its passages in a collection of a stranger.
"""

import re
from dataclasses import dataclass

from fastapi import Request, Response

from beleidszoeker.api.http.cookies import ID, MOST_IDS, keep_ids, read_ids

COOKIE = "mappen"
_GUEST = "~"
_ID = re.compile(f"({_GUEST}?)({ID})")


@dataclass(frozen=True, slots=True)
class Known:
    """The collections that a browser knows.

    Attributes:
        used: Those in which it kept something, or that it made; the last one first.
        guests: Those that it opened only.
    """

    used: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.used, *self.guests)

    @property
    def full(self) -> bool:
        """Whether no more can be known."""
        return len(self.ids) >= MOST_IDS

    def using(self, collection_id: str) -> "Known":
        """After using one: it stands in front."""
        rest = self.without(collection_id)
        return Known((collection_id, *rest.used), rest.guests)

    def meeting(self, collection_id: str) -> "Known":
        """After opening one: it is known, where there is room."""
        if collection_id in self.ids or self.full:
            return self
        return Known(self.used, (*self.guests, collection_id))

    def without(self, collection_id: str) -> "Known":
        """After forgetting one."""
        used, guests = (
            tuple(known for known in ids if known != collection_id) for ids in (self.used, self.guests)
        )
        return Known(used, guests)


def known_of(request: Request) -> Known:
    """Return what a browser knows; what is no id of ours is passed over."""
    found = [_ID.fullmatch(part) for part in read_ids(request, COOKIE)]
    pairs = dict.fromkeys((match[1], match[2]) for match in found if match)
    used = tuple(known for mark, known in pairs if not mark)
    return Known(used, tuple(known for mark, known in pairs if mark and known not in used))


def remember(request: Request, response: Response, known: Known) -> None:
    """Let the browser know these from now on."""
    keep_ids(request, response, COOKIE, [*known.used, *(_GUEST + guest for guest in known.guests)])
