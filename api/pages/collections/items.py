"""What is done with the passages of a collection: a note, another place, taken out and put back."""

import json
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.pages.collections.showing import rows, secretly
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.errors import (
    BeleidszoekerError,
    CollectionChangedError,
    CollectionLimitError,
    CollectionNotFoundError,
)
from beleidszoeker.index.desk.collected import Collected
from beleidszoeker.index.desk.collections import Collections
from beleidszoeker.index.desk.kept import LONGEST_NOTE, Collection, Item

router = APIRouter(prefix="/{collection_id}/passages/{item_id}")


@router.post("/notitie")
def annotate(
    *,
    request: Request,
    service: ServiceDependency,
    collection_id: str,
    item_id: str,
    notitie: Annotated[str, Form()] = "",
    versie: Annotated[int | None, Form()] = None,
) -> Response:
    """Write a note; where somebody else wrote one meanwhile, show both and keep neither from anybody."""
    try:
        item = Collected(service.desk, collection_id).annotate(item_id, notitie, revision=versie)
    except (CollectionChangedError, CollectionLimitError) as error:
        found = Collections(service.desk).get(collection_id)
        standing = next((each for each in found.items if each.id == item_id), None)
        if standing is None:
            raise CollectionNotFoundError from error
        return _unsaved(request, found, standing, notitie, error)
    if is_partial(request):
        return page(request, "collections/saved.html", item=item)
    return RedirectResponse(f"/mappen/{collection_id}?bewaard={item.id}#passage-{item.id}", 303)


@router.post("/plaats")
def move(
    *,
    request: Request,
    service: ServiceDependency,
    collection_id: str,
    item_id: str,
    stap: Annotated[int, Form(ge=-1000, le=1000)] = 0,
    voor: Annotated[str | None, Form()] = None,
) -> Response:
    """Move a passage: so many places down (`stap`), or to before another (`voor`; `einde` for the end)."""
    collected = Collected(service.desk, collection_id)
    place = collected.move(item_id, stap) if voor is None else collected.move_before(item_id, voor)
    if not is_partial(request):
        return RedirectResponse(f"/mappen/{collection_id}#passage-{item_id}", 303)
    items = Collections(service.desk).get(collection_id).items
    told = f"Passage staat nu op plaats {place + 1} van {len(items)}."
    order = json.dumps({"mapvolgorde": {"order": [item.id for item in items]}})
    return Response(told, media_type="text/plain; charset=utf-8", headers={"hx-trigger": order})


@router.post("/verwijderen")
def take_out(request: Request, service: ServiceDependency, collection_id: str, item_id: str) -> Response:
    """Take a passage out; the page says so and offers to undo it."""
    Collected(service.desk, collection_id).take_out(item_id)
    if is_partial(request):
        return page(request, "collections/taken.html", collection_id=collection_id, item_id=item_id)
    return RedirectResponse(f"/mappen/{collection_id}?verwijderd={item_id}", 303)


@router.post("/terug")
def put_back(request: Request, service: ServiceDependency, collection_id: str, item_id: str) -> Response:
    """Put a passage back that was taken out."""
    item = Collected(service.desk, collection_id).put_back(item_id)
    if not is_partial(request):
        return RedirectResponse(f"/mappen/{collection_id}#passage-{item_id}", 303)
    (row,) = rows(service, (item,), site_of(request))
    found = Collections(service.desk).get(collection_id)
    return page(
        request, "collections/item.html", collection=found, row=row, saved="", longest_note=LONGEST_NOTE
    )


def _unsaved(
    request: Request, found: Collection, item: Item, note: str, error: BeleidszoekerError
) -> Response:
    """Show why a note was not kept, what stands there now, and what was written: nothing is lost."""
    changed = isinstance(error, CollectionChangedError)
    status = HTTPStatus.CONFLICT if changed else HTTPStatus.UNPROCESSABLE_ENTITY
    template = "collections/unsaved.html" if is_partial(request) else "collections/conflict.html"
    values = {"collection": found, "item": item, "note": note, "error": error, "changed": changed}
    response = page(request, template, status=status, **values)
    secretly(response, changing=True)
    return response
