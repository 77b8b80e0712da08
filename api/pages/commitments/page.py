"""The page, and its lists as files."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from beleidszoeker.api.exporting.commitments import (
    commitments_table,
    decisions_table,
    motions_table,
    to_calendar,
)
from beleidszoeker.api.exporting.day import today
from beleidszoeker.api.exporting.files import attachment
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.pages.commitments.lists import Shown, listed
from beleidszoeker.api.pages.commitments.state import ORDERS, STANDS, STATES, What, read_asked
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.search.commitments.telling import ROLES, STATUSES

router = APIRouter(dependencies=[IN_LINE])
_ON_A_PAGE = 25
_MOST_IN_A_FILE = 2000
_NAMES = {
    What.COMMITMENTS: ("toezegging", "toezeggingen"),
    What.MOTIONS: ("motie", "moties"),
    What.DECISIONS: ("besluit", "besluiten"),
}
_TABLES: dict[What, Any] = {
    What.COMMITMENTS: commitments_table,
    What.MOTIONS: motions_table,
    What.DECISIONS: decisions_table,
}


@router.get("/toezeggingen")
def commitments_page(request: Request, service: ServiceDependency) -> HTMLResponse:
    """Show what was promised; motions and decisions are lists of the same page."""
    asked = read_asked(request)
    shown = listed(service, asked, today=today(), start=(asked.page - 1) * _ON_A_PAGE, count=_ON_A_PAGE)
    return page(
        request,
        "commitments/list.html" if is_partial(request) else "commitments/page.html",
        asked=asked,
        shown=shown,
        names=_NAMES[asked.what],
        last=max(-(-shown.total // _ON_A_PAGE), 1),
        most=_MOST_IN_A_FILE,
        lists=[(what.value, _NAMES[what][1].capitalize()) for what in What],
        choices=_choices(asked.what, shown),
        statuses=STATUSES,
        place=_place,
        paper=_paper,
    )


@router.get("/toezeggingen/bestand")
def commitments_file(
    request: Request, service: ServiceDependency, formaat: Annotated[str, Query(max_length=10)] = ""
) -> Response:
    """Return a list as a file: a table, or for commitments a calendar."""
    asked, day, base = read_asked(request), today(), site_of(request)
    if formaat not in {"csv", "ics"} or (formaat == "ics" and asked.what is not What.COMMITMENTS):
        return RedirectResponse(asked.address(), status_code=303)
    records = listed(service, asked, today=day, start=0, count=_MOST_IN_A_FILE, counted=False).records
    if formaat == "ics":
        content = to_calendar(records, base, today=day)
        return attachment("toezeggingen.ics", "text/calendar; charset=utf-8", content)
    content = _TABLES[asked.what](records, base)
    return attachment(f"{asked.what.value}.csv", "text/csv; charset=utf-8", content)


def _choices(what: What, shown: Shown) -> dict[str, list[tuple[str, str]]]:
    """Return what the fields of the form offer: as it stands in the address, and as people read it."""
    states: dict[What, list[tuple[str, str]]] = {
        What.COMMITMENTS: [(name, told) for name, (_, told) in STATES.items()],
        What.MOTIONS: [],
        What.DECISIONS: [(name, told) for name, (_, told) in STANDS.items()],
    }
    return {
        "status": states[what],
        "volgorde": [(name, told) for name, (_, told) in ORDERS.items()],
        "rol": list(ROLES.items()),
        "organisatie": [(name, f"{name} ({count})") for name, count in shown.organisations],
    }


def _place(document_id: str, start: int, end: int) -> str:
    """Return the address of a span in the document, marked."""
    return f"/documenten/{document_id}?plek={start}-{end}#plek"


def _paper(key: str) -> str:
    """Return the number of a Kamerstuk as people write it."""
    dossier, _, number = key.removeprefix("kst-").rpartition("-")
    return f"Kamerstuk {dossier}, nr. {number}" if dossier else key
