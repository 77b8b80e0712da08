"""``/api/v1/search`` and ``/api/v1/passages/{id}``."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.responses import PROBLEMS
from beleidszoeker.api.v1.schemas import PassageForm, SearchForm
from beleidszoeker.index.filters import Filters
from beleidszoeker.search import passage_detail, to_json

router = APIRouter(responses=PROBLEMS)
_LONGEST_QUERY = 4000
_LANGUAGE = (
    'The question, in plain words: they rank. Everything else limits: `"exact phrase"`, `-without`, '
    '`-"without this phrase"`, `this OR that` (or `OF`), `prefix*` (three letters or more), and the fields '
    "`soort:kamerbrief`, `na:2024` (from that day on), `voor:2025-06` (until its end), `dossier:29826`, "
    '`organisatie:"Economische Zaken"`, `titel:netbeheer`, `document:ID`. A field given twice means either; '
    "`-soort:nota` leaves out; fields and filters must both hold. A reference by itself "
    "(`Kamerstuk 29826-211`, `2024Z12345`, a kenmerk) leads to its document. Nothing is a syntax error: what "
    "makes no sense is taken as words, and `notes` says so."
)


def read_filters(
    *,
    kind: Annotated[list[str] | None, Query(description="Only these kinds.", examples=["kamerbrief"])] = None,
    date_from: Annotated[
        str | None,
        Query(alias="from", description="First day: a year, month or day.", examples=["2024-01-01"]),
    ] = None,
    date_to: Annotated[
        str | None, Query(alias="to", description="Last day: a year, month or day.", examples=["2025-12-31"])
    ] = None,
    organisation: Annotated[list[str] | None, Query(description="Part of a name is enough.")] = None,
    dossier: Annotated[list[str] | None, Query(description="Kamerstukdossiers.", examples=["29826"])] = None,
    document: Annotated[list[str] | None, Query(description="Ids of documents.")] = None,
) -> Filters:
    """Read the filters from a request; repeat a parameter for *either*."""
    return Filters.parse(
        kinds=tuple(kind or ()),
        date_from=date_from,
        date_to=date_to,
        organisations=tuple(organisation or ()),
        dossiers=tuple(dossier or ()),
        documents=tuple(document or ()),
    )


@router.get("/search", response_model=SearchForm)
def search(
    service: ServiceDependency,
    filters: Annotated[Filters, Depends(read_filters)],
    q: Annotated[
        str,
        Query(
            max_length=_LONGEST_QUERY,
            description=_LANGUAGE,
            examples=["netcapaciteit Chemelot"],
        ),
    ],
    k: Annotated[int, Query(ge=1, le=100, description="How many passages at most.")] = 10,
) -> Any:
    """Find the passages that answer a question."""
    return to_json(service.engine().search(q, count=k, filters=filters))


@router.get("/passages/{passage_id}/similar", response_model=SearchForm)
def similar(
    service: ServiceDependency,
    filters: Annotated[Filters, Depends(read_filters)],
    passage_id: str,
    k: Annotated[int, Query(ge=1, le=100, description="How many passages at most.")] = 10,
) -> Any:
    """Find passages of other documents that are like this one; `query` in the answer is its id."""
    return to_json(service.engine().similar(passage_id, count=k, filters=filters))


@router.get("/passages/{passage_id}", response_model=PassageForm)
def passage(service: ServiceDependency, passage_id: str) -> Any:
    """Return a passage in full, with its rectangles on paper."""
    return to_json(passage_detail(service.reader, passage_id))
