"""``/``: the search page."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.service import ServiceDependency

router = APIRouter()


@router.get("/")
def search_page(
    request: Request, service: ServiceDependency, q: Annotated[str, Query(max_length=4000)] = ""
) -> HTMLResponse:
    """Show the field, and what was found for what stands in it."""
    response = service.engine().search(q) if q.strip() else None
    return page(request, "search/page.html", q=q, response=response)
