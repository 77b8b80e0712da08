"""``/api/v1/programmes``: names of programmes, places and organisations, and where they meet."""

from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Path, Query

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.programmes import MatrixForm, MeetingsForm, NamesForm, WholeNameForm
from beleidszoeker.api.v1.reading.cursors import digest, offset, pack, unpack
from beleidszoeker.api.v1.reading.parameters import MOST_VALUES, Cursor, read_filters
from beleidszoeker.api.v1.reading.responses import BUSY, GONE, PROBLEMS, WITHOUT_ID
from beleidszoeker.errors import NameNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes import (
    Axis,
    Named,
    count_names,
    defined,
    find_names,
    make_matrix,
    meetings,
    overview,
    related,
)
from beleidszoeker.search.programmes.matrix import MOST, USUAL

router = APIRouter(
    prefix="/programmes", dependencies=[CONDITIONAL, IN_LINE], responses={**NOT_MODIFIED, **BUSY}
)
_Limits: TypeAlias = Annotated[Filters, Depends(read_filters)]
_Names: TypeAlias = list[Annotated[str, Query(max_length=300)]] | None
_ID = "An id or a name of `/programmes`: `miek`, `MIEK`."


@router.get("", response_model=NamesForm, responses={**WITHOUT_ID, **GONE})
def programmes(
    *,
    service: ServiceDependency,
    filters: _Limits,
    name_kind: Annotated[
        list[NameKind] | None,
        Query(max_length=MOST_VALUES, description="Only names of these kinds.", examples=[["programme"]]),
    ] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="How many at most.", examples=[50])] = 100,
    cursor: Cursor = None,
) -> Any:
    """Return the names in documents that meet the filters, those in the most documents first."""
    question = digest("programmes", filters, name_kind)
    state = _state(service.reader)
    start = offset(unpack(cursor, question, state=state)) if cursor else 0
    counts = overview(service.reader, filters, kinds=tuple(name_kind or ()))
    return {
        "names": [each.to_json() for each in counts[start : start + limit]],
        "total": len(counts),
        "next": pack(question, start + limit, state=state) if start + limit < len(counts) else None,
    }


@router.get("/matrix", response_model=MatrixForm, responses=PROBLEMS)
def matrix(
    *,
    service: ServiceDependency,
    filters: _Limits,
    rows: Annotated[NameKind, Query(description="Kind of the names down the side.")] = NameKind.PROGRAMME,
    columns: Annotated[NameKind, Query(description="Of those along the top.")] = NameKind.CLUSTER,
    row: Annotated[
        _Names, Query(max_length=MOST, description=f"Or these names. {_ID}", examples=[["miek"]])
    ] = None,
    column: Annotated[
        _Names, Query(max_length=MOST, description=f"Likewise. {_ID}", examples=[["chemelot"]])
    ] = None,
    limit: Annotated[
        int, Query(ge=1, le=MOST, description="Names of a kind at most.", examples=[15])
    ] = USUAL,
) -> Any:
    """Return in how many passages the names of one side meet those of the other.

    Without names, those of a kind that are in the most documents. A place and an organisation have no cell.
    """
    sides = ((rows, row), (columns, column))
    reader = service.reader
    axes = [Axis(kind, limit, tuple(_id(reader, each) for each in names or ())) for kind, names in sides]
    return make_matrix(reader, axes[0], axes[1], filters).to_json()


@router.get("/passages", response_model=MeetingsForm, responses={**PROBLEMS, **GONE})
def passages(
    *,
    service: ServiceDependency,
    filters: _Limits,
    name: Annotated[str, Query(max_length=300, description=_ID, examples=["miek"])],
    other: Annotated[
        str | None, Query(max_length=300, description="Another that it must meet.", examples=["chemelot"])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="How many at most.", examples=[20])] = 20,
    cursor: Cursor = None,
) -> Any:
    """Return the passages that name something, or two things together: the closest first, then the newest."""
    ids = _id(service.reader, name), _id(service.reader, other) if other else None
    question, state = digest("meetings", *ids, filters), _state(service.reader)
    start = offset(unpack(cursor, question, state=state)) if cursor else 0
    found = meetings(service.reader, *ids, filters, start=start, count=limit)
    return {
        "passages": [each.to_json() for each in found.found],
        "totals": {each.value: count for each, count in found.totals.passages.items()},
        "documents": found.totals.documents,
        "next": pack(question, start + limit, state=state) if start + limit < found.totals.all else None,
    }


@router.get("/{name_id:path}", response_model=WholeNameForm, responses=PROBLEMS)
def programme(
    service: ServiceDependency,
    filters: _Limits,
    name_id: Annotated[str, Path(max_length=300, description=_ID, examples=["miek"])],
) -> Any:
    """Return what a name means, how often it is used, and which others it meets."""
    reader = service.reader
    name = _named(reader, name_id)
    count = count_names(reader, [name.id], filters).get(name.id)
    unused = {**name.to_json(), "documents": 0, "passages": 0, "mentions": 0, "years": []}
    return {
        **(count.to_json() if count else unused),
        "definitions": [each.to_json() for each in defined(reader, name.id, count=3)],
        "related": [
            {"name": each.to_json(), "passages": passages} for each, passages in related(reader, name.id)
        ],
    }


def _id(reader: LibraryReader, text: str) -> str:
    return _named(reader, text).id


def _named(reader: LibraryReader, text: str) -> Named:
    found = find_names(reader, text)
    if not found:
        raise NameNotFoundError("Er is geen programma, plaats of organisatie met deze naam.")
    return found[0]


def _state(reader: LibraryReader) -> str:
    return digest(*reader.knowledge.names.state())
