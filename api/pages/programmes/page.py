"""The pages on programmes: which there are, one of them, the matrix, and the passages behind a number."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse, Response

from beleidszoeker.api.exporting.files import attachment
from beleidszoeker.api.exporting.rows import rows_to_csv
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.pages.programmes.asked import (
    Limits,
    address,
    kind_of,
    name_address,
    page_of,
    read_limits,
    read_matrix,
    text_of,
)
from beleidszoeker.api.pages.programmes.showing import place_link, sparkline
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.errors import NameNotFoundError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes import (
    Named,
    count_names,
    defined,
    find_names,
    make_matrix,
    meetings,
    named,
    overview,
    related,
)
from beleidszoeker.search.programmes.tables import (
    CLOSENESS,
    KINDS_OF_NAMES,
    matrix_rows,
    matrix_years_rows,
    names_rows,
    passages_rows,
)

router = APIRouter(prefix="/programmas", dependencies=[IN_LINE])
_ON_A_PAGE = 50
_PASSAGES = 20
_NEWEST = 5
_MOST_IN_FILE = 10_000
_WRITING: dict[str, Any] = {
    "address": address,
    "name_address": name_address,
    "place_link": place_link,
    "sparkline": sparkline,
    "NAMES": KINDS_OF_NAMES,
    "CLOSENESS": CLOSENESS,
}


@router.get("")
def overview_page(request: Request, service: ServiceDependency) -> Response:
    """Show the names in the library, those in the most documents first."""
    asked = request.query_params
    if any(not value for value in asked.values()):
        return _clean(request)
    kind, typed, limits = kind_of(asked, "namen"), text_of(asked, "naam"), read_limits(asked)
    counts = overview(service.reader, limits.filters, kinds=(kind or NameKind.PROGRAMME,))
    if typed:
        meant = {each.id for each in find_names(service.reader, typed)}
        part = typed.casefold()
        counts = [
            each
            for each in overview(service.reader, limits.filters)
            if each.named.id in meant or _is_in(part, each.named)
        ]
    given = {"namen": kind.value if kind else "", "naam": typed, **limits.parameters}
    return _page(
        request,
        "overview",
        kind=kind or NameKind.PROGRAMME,
        typed=typed,
        counts=counts,
        given=given,
        limits=limits,
        number=page_of(asked),
        size=_ON_A_PAGE,
    )


@router.get("/namen.csv")
def names_file(request: Request, service: ServiceDependency) -> Response:
    """Return all names with their counts as a table."""
    asked = request.query_params
    kind, limits = kind_of(asked, "namen"), read_limits(asked)
    counts = overview(service.reader, limits.filters, kinds=(kind,) if kind else ())
    return _file("namen", rows_to_csv(names_rows(counts)))


@router.get("/matrix")
def matrix_page(request: Request, service: ServiceDependency) -> Response:
    """Show where names meet: a table, each cell of which opens its passages."""
    if any(not value for value in request.query_params.values()):
        return _clean(request)
    asked = read_matrix(request.query_params)
    axes = asked.axes(service.reader)
    made = make_matrix(service.reader, *axes, asked.limits.filters)
    return _page(request, "matrix", asked=asked, matrix=made, limits=asked.limits)


@router.get("/matrix.csv")
def matrix_file(request: Request, service: ServiceDependency) -> Response:
    """Return the matrix as a table; with ``per=jaar`` a row for each pair and year."""
    asked = read_matrix(request.query_params)
    made = make_matrix(service.reader, *asked.axes(service.reader), asked.limits.filters)
    by_year = request.query_params.get("per") == "jaar"
    return _file("matrix", rows_to_csv((matrix_years_rows if by_year else matrix_rows)(made)))


@router.get("/passages")
def passages_page(request: Request, service: ServiceDependency) -> Response:
    """Show the passages that name something, or two things together."""
    asked, number = request.query_params, page_of(request.query_params)
    name, other, limits = *_asked_names(request, service.reader), read_limits(asked)
    found = meetings(
        service.reader,
        name.id,
        other.id if other else None,
        limits.filters,
        start=(number - 1) * _PASSAGES,
        count=_PASSAGES,
    )
    given = {"naam": name.id, "met": other.id if other else "", **limits.parameters}
    shown: dict[str, Any] = {"name": name, "other": other, "found": found, "given": given}
    return _page(request, "passages", limits=limits, **shown, number=number, size=_PASSAGES)


@router.get("/passages.csv")
def passages_file(request: Request, service: ServiceDependency) -> Response:
    """Return those passages as a table."""
    name, other = _asked_names(request, service.reader)
    filters = read_limits(request.query_params).filters
    found = meetings(service.reader, name.id, other.id if other else None, filters, count=_MOST_IN_FILE)
    return _file("passages", rows_to_csv(passages_rows(found.found, together=other is not None)))


@router.get("/naam/{name_id:path}")
def name_page(
    request: Request, service: ServiceDependency, name_id: Annotated[str, Path(max_length=300)]
) -> Response:
    """Show what a name means, how often it is used, and beside which others."""
    name = _known(service.reader, name_id)
    limits = read_limits(request.query_params)
    return _page(
        request,
        "name",
        name=name,
        limits=limits,
        definitions=defined(service.reader, name.id, count=3),
        count=count_names(service.reader, [name.id], limits.filters).get(name.id),
        related=related(service.reader, name.id),
        found=meetings(service.reader, name.id, None, limits.filters, count=_NEWEST),
    )


def _asked_names(request: Request, reader: LibraryReader) -> tuple[Named, Named | None]:
    other = text_of(request.query_params, "met")
    name = _known(reader, text_of(request.query_params, "naam"))
    return name, _known(reader, other) if other else None


def _known(reader: LibraryReader, name_id: str) -> Named:
    found = named(reader, name_id) or next(iter(find_names(reader, name_id)), None)
    if found is None:
        raise NameNotFoundError(
            f"‘{name_id[:60]}’ is geen bekende naam.", advice="Bekijk alle namen op /programmas."
        )
    return found


def _is_in(part: str, name: Named) -> bool:
    return any(part in each.casefold() for each in (name.name, *name.abbreviations, *name.other_names))


def _page(request: Request, template: str, *, limits: Limits, **shown: Any) -> Response:
    return page(request, f"programmes/{template}.html", limits=limits, **shown, **_WRITING)


def _clean(request: Request) -> Response:
    """Send on to the address without the empty fields that a form sends too."""
    kept = {name: value for name, value in request.query_params.items() if value}
    return RedirectResponse(address(request.url.path.removeprefix("/programmas"), kept), status_code=303)


def _file(name: str, content: bytes) -> Response:
    return attachment(f"{name}.csv", "text/csv; charset=utf-8", content)
