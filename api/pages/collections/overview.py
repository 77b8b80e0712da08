"""``/mappen``: the collections that this browser knows."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from beleidszoeker.api.http.cookies import MOST_IDS
from beleidszoeker.api.pages.collections.known import known_of, remember
from beleidszoeker.api.pages.collections.showing import secretly
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.errors import CollectionLimitError
from beleidszoeker.index.desk.collections import Collections
from beleidszoeker.index.desk.kept import LONGEST_TITLE

router = APIRouter()


@router.get("")
def overview(request: Request, service: ServiceDependency) -> Response:
    """Show the collections that this browser knows."""
    known = known_of(request)
    listed = Collections(service.desk).listed(known.ids) if known.ids else []
    current = next((each.id for each in listed if each.id in known.used), None)
    response = page(
        request, "collections/overview.html", listed=listed, current=current, longest=LONGEST_TITLE
    )
    secretly(response, changing=True)
    return response


@router.post("")
def create(request: Request, service: ServiceDependency, titel: Annotated[str, Form()] = "") -> Response:
    """Make a collection, and show it."""
    known = known_of(request)
    if known.full:
        raise CollectionLimitError(
            f"Deze browser kent al {MOST_IDS} mappen.",
            advice="Verwijder er een, of haal er een uit uw lijst.",
        )
    made = Collections(service.desk).create(titel)
    response = RedirectResponse(f"/mappen/{made.id}", 303)
    remember(request, response, known.using(made.id))
    return response


@router.post("/{collection_id}/gebruiken")
def use(request: Request, service: ServiceDependency, collection_id: str) -> Response:
    """Keep passages in this collection from now on."""
    found = Collections(service.desk).get(collection_id)
    response = RedirectResponse("/mappen", 303)
    remember(request, response, known_of(request).using(found.id))
    return response


@router.post("/{collection_id}/vergeten")
def forget(request: Request, collection_id: str) -> Response:
    """Take a collection off this browser's list; it stays for whoever has its address."""
    response = RedirectResponse("/mappen", 303)
    remember(request, response, known_of(request).without(collection_id))
    return response
