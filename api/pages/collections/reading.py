"""A collection to read and print, also for whom it was shared with, and as a file."""

from fastapi import APIRouter, Request, Response

from beleidszoeker.api.collecting.files import collection_file
from beleidszoeker.api.exporting import FORMATS
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.pages.collections.showing import rows, secretly
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.index.desk.collections import Collections
from beleidszoeker.index.desk.kept import Collection

router = APIRouter()


@router.get("/gedeeld/{share}")
def shared(request: Request, service: ServiceDependency, share: str) -> Response:
    """Show a collection to whom it was shared with: nothing here leads to its own address."""
    found = Collections(service.desk).shared(share)
    return _reading(request, service, found, f"/mappen/gedeeld/{share}", own=False)


@router.get("/gedeeld/{share}/export")
def shared_file(request: Request, service: ServiceDependency, share: str, vorm: str = "docx") -> Response:
    """Return a shared collection as a file."""
    return _file(request, service, Collections(service.desk).shared(share), vorm)


@router.get("/{collection_id}/lezen")
def reading(request: Request, service: ServiceDependency, collection_id: str) -> Response:
    """Show a collection to read and print."""
    found = Collections(service.desk).get(collection_id)
    return _reading(request, service, found, f"/mappen/{collection_id}", own=True)


@router.get("/{collection_id}/export")
def file(request: Request, service: ServiceDependency, collection_id: str, vorm: str = "docx") -> Response:
    """Return a collection as a file."""
    return _file(request, service, Collections(service.desk).get(collection_id), vorm)


def _reading(request: Request, service: Service, found: Collection, base: str, *, own: bool) -> Response:
    response = page(
        request,
        "collections/read.html",
        collection=found,
        rows=rows(service, found.items, site_of(request)),
        base=base,
        own=own,
        formats=FORMATS,
    )
    secretly(response)
    return response


def _file(request: Request, service: Service, found: Collection, name: str) -> Response:
    response = collection_file(service, found, name if name in FORMATS else "docx", site_of(request))
    secretly(response)
    return response
