"""``/mappen/{id}``: one collection, to work in."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from beleidszoeker.api.exporting import FORMATS
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.pages.collections.known import known_of, remember
from beleidszoeker.api.pages.collections.showing import rows, secretly
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.index.desk.collected import Collected
from beleidszoeker.index.desk.collections import Collections
from beleidszoeker.index.desk.kept import LONGEST_NOTE, LONGEST_TITLE

router = APIRouter()


@router.get("/{collection_id}")
def collection(
    request: Request, service: ServiceDependency, collection_id: str, verwijderd: str = "", bewaard: str = ""
) -> Response:
    """Show a collection; a browser that did not know it knows it from now on.

    `verwijderd` names a passage that was just taken out, `bewaard` one whose note was just kept.
    """
    found, site = Collections(service.desk).get(collection_id), site_of(request)
    response = page(
        request,
        "collections/page.html",
        collection=found,
        rows=rows(service, found.items, site),
        taken=verwijderd if Collected(service.desk, found.id).is_out(verwijderd) else "",
        saved=bewaard,
        site=site,
        formats=FORMATS,
        longest_note=LONGEST_NOTE,
        longest_title=LONGEST_TITLE,
    )
    remember(request, response, known_of(request).meeting(found.id))
    secretly(response, changing=True)
    return response


@router.post("/{collection_id}/naam")
def rename(service: ServiceDependency, collection_id: str, titel: Annotated[str, Form()] = "") -> Response:
    """Give a collection another title."""
    Collections(service.desk).rename(collection_id, titel)
    return RedirectResponse(f"/mappen/{collection_id}", 303)


@router.get("/{collection_id}/verwijderen")
def ask(request: Request, service: ServiceDependency, collection_id: str) -> Response:
    """Ask whether a collection may go for good."""
    found = Collections(service.desk).get(collection_id)
    response = page(request, "collections/remove.html", collection=found)
    secretly(response, changing=True)
    return response


@router.post("/{collection_id}/verwijderen")
def remove(request: Request, service: ServiceDependency, collection_id: str) -> Response:
    """Remove a collection for good."""
    Collections(service.desk).remove(collection_id)
    response = RedirectResponse("/mappen", 303)
    remember(request, response, known_of(request).without(collection_id))
    return response
