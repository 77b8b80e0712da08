"""In which order passages are shown, and where their pages begin."""

from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.ranking.choosing import Picked
from beleidszoeker.search.result import Sort


def ordered(reader: LibraryReader, picks: Sequence[Picked], sort: Sort) -> Sequence[Picked]:
    """Return passages in this order; they come best first, and stay so within one day.

    The end of a list of the best is out of the way; by date it may come first. So by date those are left out
    that hold no word of the query and are no nearer to it than candidates usually are.

    Args:
        reader: Knows the days of their documents.
        picks: Passages, best first.
        sort: The order.
    """
    if sort is Sort.RELEVANCE:
        return picks
    facets = reader.facets(sorted({pick.document for pick in picks}))
    days = {document: each.date or "" for document, each in facets.items()}
    near = [pick for pick in picks if pick.held or pick.score > 0] or picks
    return sorted(near, key=lambda pick: days.get(pick.document, ""), reverse=True)


def left_out(count: int) -> tuple[str, ...]:
    """Say how many passages an order leaves out."""
    many = "1 passage die" if count == 1 else f"{count} passages die"
    verb = "past, staat" if count == 1 else "passen, staan"
    return (f"Op datum: {many} alleen uit de verte bij de vraag {verb} er niet bij.",) if count else ()


class Part(NamedTuple):
    """A page of passages.

    Attributes:
        picks: The passages.
        first: Place of the first of them, from 0.
        total: How many there are of what was counted: passages or documents.
    """

    picks: Sequence[Picked]
    first: int
    total: int


def part(picks: Sequence[Picked], start: int, count: int, *, per_document: int | None) -> Part:
    """Return one page of passages.

    Args:
        picks: All of them, in the order in which they are shown.
        start: How many to skip: passages, or documents where they stand together.
        count: How many to return, likewise.
        per_document: How many of one document at most, standing together; ``None`` to leave them apart.
    """
    start = max(0, start)
    if per_document is None:
        return Part(picks[start : start + count], start, len(picks))
    together: dict[str, list[Picked]] = {}
    for pick in picks:
        together.setdefault(pick.document, []).append(pick)
    shown = [own[:per_document] for own in together.values()]
    first = sum(map(len, shown[:start]))
    return Part([pick for own in shown[start : start + count] for pick in own], first, len(shown))
