"""The three lists: commitments, motions, decisions."""

from typing import Any, NamedTuple

from beleidszoeker.api.pages.commitments.state import Asked, What
from beleidszoeker.api.service import Service
from beleidszoeker.search.commitments import commitment_records, decision_record, motion_record


class Shown(NamedTuple):
    """A part of a list.

    Attributes:
        records: In its order.
        total: How many there are.
        organisations: How many there are in documents of each organisation, most first, whichever is chosen.
    """

    records: list[Any]
    total: int
    organisations: tuple[tuple[str, int], ...] = ()


def listed(
    service: Service, asked: Asked, *, today: str, start: int, count: int, counted: bool = True
) -> Shown:
    """Return a part of the list that is asked.

    Args:
        service: The library, and what looks for answers to commitments.
        asked: Which list and its filters.
        today: ISO day.
        start: How many to skip.
        count: How many at most.
        counted: Whether organisations are counted too.
    """
    made = {What.COMMITMENTS: _commitments, What.MOTIONS: _motions, What.DECISIONS: _decisions}[asked.what]
    shown = made(service, asked, today, start, count)
    if not counted:
        return shown
    found = _organisations(service, asked.anywhere(), today)
    return shown._replace(organisations=_offered(found, asked["organisatie"]))


def _commitments(service: Service, asked: Asked, today: str, start: int, count: int) -> Shown:
    reader = service.reader
    stored, total = reader.knowledge.commitments.page(asked.wanted, today=today, start=start, count=count)
    return Shown(commitment_records(reader, stored, today=today, suggesting=service.suggesting()), total)


def _motions(service: Service, asked: Asked, _: str, start: int, count: int) -> Shown:
    reader = service.reader
    stored, total = reader.knowledge.motions.page(asked.filters, asked["q"], start=start, count=count)
    return Shown([motion_record(reader, each) for each in stored], total)


def _decisions(service: Service, asked: Asked, _: str, start: int, count: int) -> Shown:
    reader = service.reader
    stored, total = reader.knowledge.decisions.page(
        asked.filters, asked["q"], asked=asked.asked, start=start, count=count
    )
    return Shown([decision_record(reader, each) for each in stored], total)


def _organisations(service: Service, asked: Asked, today: str) -> tuple[tuple[str, int], ...]:
    known = service.reader.knowledge
    if asked.what is What.COMMITMENTS:
        return known.commitments.organisations(asked.wanted, today=today)
    if asked.what is What.MOTIONS:
        return known.motions.organisations(asked.filters, asked["q"])
    return known.decisions.organisations(asked.filters, asked["q"], asked=asked.asked)


def _offered(found: tuple[tuple[str, int], ...], chosen: str) -> tuple[tuple[str, int], ...]:
    """What is chosen stands among what can be, also where nothing has it."""
    return found if not chosen or chosen in dict(found) else ((chosen, 0), *found)
