"""One question to the engine and its answer as the API gives it, for ``/search`` and for each of a batch."""

from dataclasses import fields
from typing import Any, NamedTuple

from beleidszoeker.api.service import Service
from beleidszoeker.api.v1.reading.cursors import digest, offset, pack, unpack
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.result import SearchResponse, Sort


class Wanted(NamedTuple):
    """What is asked.

    Attributes:
        query: In a person's own words.
        most: How many passages at most.
        filters: Limits.
        sort: In which order.
        cursor: Where to go on; ``None`` to begin.
        facets: Whether facets are wanted too.
    """

    query: str
    most: int
    filters: Filters
    sort: Sort
    cursor: str | None = None
    facets: bool = False


def answered(service: Service, wanted: Wanted) -> dict[str, Any]:
    """Return the answer to a question by its fields, with a cursor for what comes after it.

    Raises:
        BeleidszoekerError: The cursor cannot be used, or the service is not ready.
    """
    engine = service.engine()
    # Read before the search: when the library changes in between, the next cursor has expired already.
    state = digest(engine.snapshot().manifest.number, service.reader.removed())
    question = digest(wanted.query, wanted.filters, wanted.sort.value)
    start = offset(unpack(wanted.cursor, question, state=state)) if wanted.cursor else 0
    found = engine.search(
        wanted.query, count=wanted.most, start=start, filters=wanted.filters, sort=wanted.sort
    )
    end = start + len(found.results)
    more = bool(found.results) and end < found.total
    facets = engine.facets(wanted.query, filters=wanted.filters) if wanted.facets else None
    following = pack(question, end, state=state) if more else None
    return {**by_field(found), "next": following, "facets": facets}


def by_field(found: SearchResponse) -> dict[str, Any]:
    """Return an answer by its fields, ready for more of them."""
    return {field.name: getattr(found, field.name) for field in fields(found)}
