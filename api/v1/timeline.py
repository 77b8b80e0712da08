"""``/api/v1/timeline`` and ``/api/v1/timeline/changes``."""

from typing import Annotated, Any, cast

from fastapi import APIRouter, Query

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.timeline import ChangesForm, Order, TimelineForm
from beleidszoeker.api.v1.reading.cursors import digest, pack, unpack, unreadable
from beleidszoeker.api.v1.reading.parameters import Cursor, Day
from beleidszoeker.api.v1.reading.responses import BUSY, GONE, PROBLEMS
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.timeline import EventKind, Scope, Wanted, changes, tell
from beleidszoeker.search.timeline.data import changes_data, timeline_data
from beleidszoeker.search.timeline.model import Place

router = APIRouter(dependencies=[CONDITIONAL, IN_LINE], responses={**NOT_MODIFIED, **PROBLEMS, **BUSY})
_PLACE = (int, int, str, int, int, int, str)


@router.get("/timeline", response_model=TimelineForm, responses=GONE)
def events_in_order(
    *,
    service: ServiceDependency,
    dossier: Annotated[str, Query(max_length=40, description="Kamerstukdossier.", examples=["29826"])] = "",
    q: Annotated[
        str,
        Query(
            max_length=LONGEST_QUERY,
            description="A subject, in the language of searches; within the dossier where one is given.",
            examples=["netcapaciteit Chemelot"],
        ),
    ] = "",
    document: Annotated[
        str,
        Query(
            max_length=200,
            description="Id of a document, alone: the line of what it cites and what cites it.",
            examples=["3c3f9f883bb38cbb"],
        ),
    ] = "",
    kind: Annotated[
        list[EventKind] | None,
        Query(
            max_length=20, description="Only these kinds of events.", examples=[["commitment", "deadline"]]
        ),
    ] = None,
    date_from: Annotated[
        Day | None,
        Query(alias="from", description="First day: a year, month or day.", examples=["2024-01-01"]),
    ] = None,
    date_to: Annotated[
        Day | None, Query(alias="to", description="Last day: a year, month or day.", examples=["2025-12-31"])
    ] = None,
    order: Annotated[Order, Query(description="Which days come first.", examples=["newest"])] = "oldest",
    limit: Annotated[int, Query(ge=1, le=200, description="How many events at most.", examples=[50])] = 50,
    cursor: Cursor = None,
) -> Any:
    """Return what happened in a dossier, on a subject or around a document, in the order of days.

    Documents, Kamervragen, motions, decisions, commitments and the last days of their terms, each with the
    literal words that it stands on; what has no day comes last. A cursor goes on behind the event that came
    last, so documents that come or go in between neither repeat nor hide others.
    """
    scope = Scope(dossier.strip(), q.strip(), document.strip())
    days = Filters.parse(date_from=date_from, date_to=date_to)
    wanted = Wanted(frozenset(kind or ()), days.date_from, days.date_to, order == "newest")
    asked = digest(scope, sorted(wanted.kinds), wanted.date_from, wanted.date_to, order)
    after = _place(unpack(cursor, asked)) if cursor else None
    told = tell(service.reader, service.engine, scope, wanted, count=limit, after=after)
    following = pack(asked, told.following) if told.following else None
    return timeline_data(told, following)


@router.get("/timeline/changes", response_model=ChangesForm)
def changed(
    service: ServiceDependency,
    before: Annotated[
        str, Query(max_length=200, description="Id of the earlier document.", examples=["91263ae18329b170"])
    ],
    after: Annotated[
        str, Query(max_length=200, description="Id of the later one.", examples=["3c3f9f883bb38cbb"])
    ],
) -> Any:
    """Tell what became of the commitments and deadlines of one document in another, word by word.

    Of versions of one work, or of two documents that speak of the same: then what is paired is a
    resemblance. Both sides are literal.
    """
    return changes_data(changes(service.reader, service.engine().snapshot(), before, after))


def _place(found: Any) -> Place:
    """Check a place that came from outside."""
    if isinstance(found, list) and tuple(map(type, found)) == _PLACE:
        return cast("Place", tuple(found))
    raise unreadable()
