"""``/api/v1/documents`` and ``/api/v1/documents/{id}``."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.questions import QuestionsForm
from beleidszoeker.api.v1.forms.search import DocumentForm
from beleidszoeker.api.v1.reading.listing import Order, page_of
from beleidszoeker.api.v1.reading.parameters import Cursor, DocumentId, read_filters
from beleidszoeker.api.v1.reading.responses import BUSY, PROBLEMS, WITHOUT_ID, Responses
from beleidszoeker.api.v1.reading.selection import DocumentFields, choose, picked
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.detail import document_summary
from beleidszoeker.search.questions import document_questions

router = APIRouter(dependencies=[CONDITIONAL], responses=NOT_MODIFIED)
_PAGED: Responses = {
    200: {
        "headers": {
            "X-Total-Count": {
                "description": "How many documents there are on all pages.",
                "schema": {"type": "integer"},
                "example": 412,
            },
            "Link": {
                "description": 'Address of the next page, with `rel="next"` (RFC 8288); absent on the last.',
                "schema": {"type": "string"},
                "example": '</api/v1/documents?limit=50&cursor=WzEs>; rel="next"',
            },
        }
    }
}


@router.get(
    "/documents",
    response_model=list[DocumentForm],
    responses={**WITHOUT_ID, **_PAGED, **BUSY},
    dependencies=[IN_LINE],
)
def documents(
    *,
    request: Request,
    response: Response,
    service: ServiceDependency,
    filters: Annotated[Filters, Depends(read_filters)],
    limit: Annotated[
        int | None, Query(ge=1, le=1000, description="How many at most; all by default.", examples=[50])
    ] = None,
    sort: Annotated[Order, Query(description="Newest first, or by title.", examples=["title"])] = Order.DATE,
    cursor: Cursor = None,
    fields: DocumentFields = None,
) -> Any:
    """Return the documents, newest first.

    All of them, or a page of at most `limit`; the header `Link` has the address of the next. Documents that
    come or go in between do not shift the others: these cursors do not expire.
    """
    chosen = choose(DocumentForm, fields)
    page = page_of(service.reader.documents(filters), filters, sort, limit=limit, cursor=cursor)
    response.headers["x-total-count"] = str(page.total)
    if page.next:
        response.headers["link"] = f'<{_address(request, page.next)}>; rel="next"'
    return picked(chosen, [document_summary(record) for record in page.documents], response)


@router.get("/documents/{document_id}", response_model=DocumentForm, responses=PROBLEMS)
def document(
    service: ServiceDependency, response: Response, document_id: DocumentId, fields: DocumentFields = None
) -> Any:
    """Return one document."""
    chosen = choose(DocumentForm, fields)
    return picked(chosen, document_summary(service.reader.document(document_id)), response)


@router.get("/documents/{document_id}/questions", response_model=QuestionsForm, responses=PROBLEMS)
def questions(service: ServiceDependency, document_id: DocumentId) -> Any:
    """Return the Kamervragen of a document, each with its answer; none where it holds none."""
    return document_questions(service.reader, document_id)


def _address(request: Request, cursor: str) -> str:
    """Return this request's address with another cursor."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f"{request.url.path}?{urlencode([*kept, ('cursor', cursor)])}"
