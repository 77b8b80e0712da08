"""``/export``: chosen quotations as a file; without a format a page that lets one be chosen."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from beleidszoeker.api.exporting import FORMATS, About
from beleidszoeker.api.exporting.choosing import MOST, TITLE, chosen, found, limits_of, missing
from beleidszoeker.api.exporting.day import today
from beleidszoeker.api.exporting.files import file_response
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.pages.search.address import read_state
from beleidszoeker.api.service import ServiceDependency

router = APIRouter()
_LONGEST_TITLE = 200


@router.get("/export", response_model=None, dependencies=[IN_LINE])
def export_page(
    request: Request,
    service: ServiceDependency,
    *,
    passage: Annotated[list[str] | None, Query(max_length=MOST)] = None,
    formaat: Annotated[str, Query(max_length=20)] = "",
    alles: Annotated[str, Query(max_length=5)] = "",
    titel: Annotated[str, Query(max_length=_LONGEST_TITLE)] = "",
) -> Response:
    """Return the chosen quotations as a file, or show them with the formats to choose from.

    What was asked and its limits stand in the address as on the search page.
    """
    base, whole, state = site_of(request), alles == "1", read_state(request.query_params)
    gone = [] if whole else missing(service.reader, passage or [])
    ids = [each for each in passage or [] if each not in gone]
    if whole:
        items = found(service, state.q, state.filters, base=base, sort=state.sort)
    else:
        items = chosen(service, ids, state.q, base=base)
    about = About(today(), state.q.strip(), limits_of(state.filters) if whole else ())
    if items and not gone and formaat in FORMATS:
        return file_response(formaat, titel.strip() or TITLE, items, about)
    return page(
        request,
        "export/page.html",
        items=items,
        gone=gone,
        about=about,
        title=titel.strip() or TITLE,
        formaat=formaat if formaat in FORMATS else "docx",
        kept=_kept(request, gone),
    )


def _kept(request: Request, gone: list[str]) -> list[tuple[str, str]]:
    """Return what the form asks again: all but what the person chooses there, and what is gone."""
    return [
        (name, value)
        for name, value in request.query_params.multi_items()
        if name not in {"formaat", "titel"} and not (name == "passage" and value in gone)
    ]
