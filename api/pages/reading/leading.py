"""Where a reference on a page leads: into the library, or out of it to an address that we made ourselves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from beleidszoeker.search.referring import Referral, Target

_LONGEST = 160


class Lead(NamedTuple):
    """A reference that can be followed.

    Attributes:
        start: First character in the canonical text.
        end: One past the last.
        text: Its words, on one line.
        href: Where it leads.
        told: Where that is, in Dutch.
        leaves: Whether that is outside this site.
    """

    start: int
    end: int
    text: str
    href: str
    told: str
    leaves: bool


class Counted(NamedTuple):
    """Something that is referred to, once for all references to it.

    Attributes:
        text: The words of the first reference.
        lead: Where it leads; ``None`` where nothing is known.
        start: First character of the first reference.
        end: One past its last.
        times: How many references lead there.
    """

    text: str
    lead: Lead | None
    start: int
    end: int
    times: int


def inside(target: Target) -> str:
    """Return the address of a document in the library, at a place in it where one is told."""
    place = f"?plek={target.start}-{target.end}#plek" if target.start is not None else ""
    return f"/documenten/{target.document_id}{place}"


def lead_of(found: Referral) -> Lead | None:
    """Return where a reference leads; ``None`` where nothing is known of it."""
    text = one_line(found.text)
    if found.resolves_to:
        told = f"In de bibliotheek: {found.resolves_to.title}"[:_LONGEST]
        return Lead(found.start, found.end, text, inside(found.resolves_to), told, leaves=False)
    if found.address:
        told = f"Buiten Beleidszoeker: {urlsplit(found.address).hostname}"
        return Lead(found.start, found.end, text, found.address, told, leaves=True)
    return None


def leads(found: Iterable[Referral]) -> Iterator[Lead]:
    """Yield the references that can be followed, in the order of the text; of two that overlap the first."""
    end = 0
    for each in found:
        lead = lead_of(each)
        if lead and lead.start >= end:
            end = lead.end
            yield lead


def to_others(found: Iterable[Referral]) -> list[Referral]:
    """Return references without those by which a document names itself."""
    return [each for each in found if not each.own]


def counted_once(found: Sequence[Referral]) -> list[Counted]:
    """Return what is referred to, in the order of the first reference to it."""
    times = Counter(each.key for each in found)
    first = {each.key: each for each in reversed(found)}
    return [
        Counted(one_line(each.text), lead_of(each), each.start, each.end, times[each.key])
        for each in sorted(first.values(), key=lambda each: each.start)
    ]


def one_line(text: str) -> str:
    """Return words on one line."""
    return " ".join(text.split())
