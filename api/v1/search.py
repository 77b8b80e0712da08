"""``/api/v1/search``, ``/api/v1/facets`` and ``/api/v1/passages/{id}``."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.facets import FacetForm
from beleidszoeker.api.v1.forms.search import PassageForm, SearchForm
from beleidszoeker.api.v1.reading.answering import Wanted, answered, by_field
from beleidszoeker.api.v1.reading.parameters import Count, Cursor, PassageId, Question, read_filters
from beleidszoeker.api.v1.reading.responses import BUSY, GONE, PROBLEMS, WITHOUT_ID
from beleidszoeker.api.v1.reading.selection import PassageFields, SearchFields, choose, picked
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.detail import passage_detail
from beleidszoeker.search.result import Sort, to_json

__all__ = ["read_filters", "router"]

router = APIRouter(dependencies=[CONDITIONAL], responses=NOT_MODIFIED)


@router.get(
    "/search", response_model=SearchForm, responses={**WITHOUT_ID, **GONE, **BUSY}, dependencies=[IN_LINE]
)
def search(
    *,
    service: ServiceDependency,
    response: Response,
    filters: Annotated[Filters, Depends(read_filters)],
    q: Question,
    k: Count = 10,
    sort: Annotated[
        Sort, Query(description="Best first, or newest document first.", examples=["date"])
    ] = Sort.RELEVANCE,
    cursor: Cursor = None,
    with_facets: Annotated[
        bool,
        Query(
            alias="facets", description="Tell by what the documents found can be told apart.", examples=[True]
        ),
    ] = False,
    fields: SearchFields = None,
) -> Any:
    """Find the passages that answer a question.

    At most a hundred passages can be paged through. A cursor is of one question and of the library as it was:
    once another index was published or a document removed, it has expired (410, `cursor-expired`).
    """
    chosen = choose(SearchForm, fields)
    wanted = Wanted(q, k, filters, sort, cursor, with_facets)
    return picked(chosen, answered(service, wanted), response)


@router.get(
    "/facets", response_model=list[FacetForm], responses={**WITHOUT_ID, **BUSY}, dependencies=[IN_LINE]
)
def facets(
    service: ServiceDependency, filters: Annotated[Filters, Depends(read_filters)], q: Question
) -> Any:
    """Tell by what the documents that a search finds can be told apart, and how many there are of each."""
    return to_json(service.engine().facets(q, filters=filters))


@router.get(
    "/passages/{passage_id}/similar",
    response_model=SearchForm,
    responses={**PROBLEMS, **BUSY},
    dependencies=[IN_LINE],
)
def similar(
    *,
    service: ServiceDependency,
    response: Response,
    filters: Annotated[Filters, Depends(read_filters)],
    passage_id: PassageId,
    k: Count = 10,
    fields: SearchFields = None,
) -> Any:
    """Find passages of other documents that are like this one; `query` in the answer is its id."""
    chosen = choose(SearchForm, fields)
    found = service.engine().similar(passage_id, count=k, filters=filters)
    return picked(chosen, {**by_field(found), "next": None, "facets": None}, response)


@router.get("/passages/{passage_id}", response_model=PassageForm, responses=PROBLEMS)
def passage(
    service: ServiceDependency, response: Response, passage_id: PassageId, fields: PassageFields = None
) -> Any:
    """Return a passage in full, with its rectangles on paper."""
    chosen = choose(PassageForm, fields)
    return picked(chosen, passage_detail(service.reader, passage_id), response)
