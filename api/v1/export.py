"""``/api/v1/export``: quotations as a file."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from beleidszoeker.api.exporting import FORMATS, About
from beleidszoeker.api.exporting.choosing import MOST, TITLE, chosen, found, limits_of
from beleidszoeker.api.exporting.day import today
from beleidszoeker.api.exporting.files import file_response
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.reading.responses import BUSY, PROBLEMS
from beleidszoeker.api.v1.search import read_filters
from beleidszoeker.errors import NothingToExportError
from beleidszoeker.index.filters import Filters

FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file.",
        "content": {
            form.media_type: {"schema": {"type": "string", "format": "binary"}} for form in FORMATS.values()
        },
    }
}
router = APIRouter(responses=PROBLEMS)


class FormatName(StrEnum):
    """A format of files."""

    DOCX = "docx"
    CSV = "csv"
    RIS = "ris"
    BIBTEX = "bibtex"


@router.get("/export", response_class=Response, responses={**FILES, **BUSY}, dependencies=[IN_LINE])
def export(
    request: Request,
    service: ServiceDependency,
    filters: Annotated[Filters, Depends(read_filters)],
    *,
    file_format: Annotated[
        FormatName, Query(alias="format", description="docx, csv, ris or bibtex.", examples=["docx"])
    ] = FormatName.DOCX,
    passage: Annotated[
        list[str] | None,
        Query(
            max_length=MOST,
            description="Ids of passages, in order.",
            examples=[["3c3f9f883bb38cbb-0f12ab34"]],
        ),
    ] = None,
    q: Annotated[
        str,
        Query(
            max_length=4000,
            description="What was asked: the quotes are those that a search for it shows. Without it each "
            "passage is quoted in full.",
            examples=["netcapaciteit Chemelot"],
        ),
    ] = "",
    everything: Annotated[
        bool,
        Query(
            alias="all", description="Not these passages but all that `q` and the filters find, 100 at most."
        ),
    ] = False,
    title: Annotated[str, Query(max_length=200, description="Title of the annex.")] = "",
) -> Response:
    """Return quotations with their citations as a file: an annex in Word, a table, RIS or BibTeX.

    A passage that is not there, and an export of none, is a problem with status 404.
    """
    base = site_of(request)
    if everything:
        items = found(service, q, filters, base=base)
    else:
        items = chosen(service, passage or [], q, base=base)
    if not items:
        raise NothingToExportError(
            "Er is niets om te exporteren.", advice="Noem passages, of een vraag die iets vindt."
        )
    about = About(today(), q.strip(), limits_of(filters) if everything else ())
    return file_response(file_format.value, title.strip() or TITLE, items, about)
