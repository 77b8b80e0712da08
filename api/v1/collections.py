"""``/api/v1/collections``: passages that people keep.

There are no accounts: the id of a collection is a secret of 128 bits, and so is its ``share``. An unknown one
is a problem with status 404 that says no more than that.
"""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from beleidszoeker.api.collecting.files import collection_file
from beleidszoeker.api.collecting.keeping import plain, to_keep
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.problems.form import Problem
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.api.v1.export import FILES
from beleidszoeker.api.v1.forms.collections import (
    CollectionForm,
    ItemForm,
    NewItemForm,
    NoteForm,
    OrderForm,
    SharedCollectionForm,
    TitleForm,
)
from beleidszoeker.api.v1.reading.responses import PROBLEMS, WITHOUT_ID, Responses
from beleidszoeker.index.desk.collected import Collected
from beleidszoeker.index.desk.collections import Collections
from beleidszoeker.index.desk.kept import Collection, Item
from beleidszoeker.index.desk.standing import standings

router = APIRouter()
_CHANGED: Responses = {409: {"description": "Somebody else changed it in the meantime.", "model": Problem}}
_TWIN: Responses = {200: {"description": "It was there already; this is it.", "model": ItemForm}}
_Format = Annotated[Literal["docx", "csv", "ris", "bibtex"], Query(description="Which kind of file.")]


@router.post("/collections", response_model=CollectionForm, status_code=201, responses=WITHOUT_ID)
def create_collection(service: ServiceDependency, form: TitleForm) -> Any:
    """Make an empty collection. Keep its `id`: there is no list of collections."""
    return _whole(service, Collections(service.desk).create(form.title))


@router.get("/collections/shared/{share}", response_model=SharedCollectionForm, responses=PROBLEMS)
def shared_collection(service: ServiceDependency, share: str) -> Any:
    """Return a collection to whom it was shared with."""
    return _shared(service, Collections(service.desk).shared(share))


@router.get("/collections/shared/{share}/export", response_class=Response, responses={**PROBLEMS, **FILES})
def export_shared_collection(
    request: Request,
    service: ServiceDependency,
    share: str,
    format: _Format = "docx",  # noqa: A002 - its name
) -> Response:
    """Return a shared collection as a file."""
    found = Collections(service.desk).shared(share)
    return collection_file(service, found, format, site_of(request))


@router.get("/collections/{collection_id}", response_model=CollectionForm, responses=PROBLEMS)
def collection(service: ServiceDependency, collection_id: str) -> Any:
    """Return a collection."""
    return _whole(service, Collections(service.desk).get(collection_id))


@router.get("/collections/{collection_id}/export", response_class=Response, responses={**PROBLEMS, **FILES})
def export_collection(
    request: Request,
    service: ServiceDependency,
    collection_id: str,
    format: _Format = "docx",  # noqa: A002 - its name
) -> Response:
    """Return a collection as a file, with its notes."""
    found = Collections(service.desk).get(collection_id)
    return collection_file(service, found, format, site_of(request))


@router.patch("/collections/{collection_id}", response_model=CollectionForm, responses=PROBLEMS)
def rename_collection(service: ServiceDependency, collection_id: str, form: TitleForm) -> Any:
    """Give a collection another title."""
    Collections(service.desk).rename(collection_id, form.title)
    return _whole(service, Collections(service.desk).get(collection_id))


@router.delete("/collections/{collection_id}", status_code=204, response_class=Response, responses=PROBLEMS)
def remove_collection(service: ServiceDependency, collection_id: str) -> None:
    """Remove a collection with all that stands in it, for everybody and for good."""
    Collections(service.desk).remove(collection_id)


@router.put(
    "/collections/{collection_id}/order", response_model=CollectionForm, responses={**PROBLEMS, **_CHANGED}
)
def arrange_collection(service: ServiceDependency, collection_id: str, form: OrderForm) -> Any:
    """Put all passages in an order; refused where the collection has changed since `version`."""
    Collected(service.desk, collection_id).arrange(form.items, version=form.version)
    return _whole(service, Collections(service.desk).get(collection_id))


@router.post(
    "/collections/{collection_id}/items",
    response_model=ItemForm,
    status_code=201,
    responses={**PROBLEMS, **_TWIN},
)
def keep_passage(
    service: ServiceDependency, response: Response, collection_id: str, form: NewItemForm
) -> Any:
    """Keep a passage at the end. What stands there already is not kept twice: 200 and what is there."""
    Collections(service.desk).get(collection_id)
    kept = to_keep(service, form.passage_id, form.quotes)
    item, is_new = Collected(service.desk, collection_id).add(kept, note=form.note)
    response.status_code = 201 if is_new else 200
    return _item(service, item)


@router.patch(
    "/collections/{collection_id}/items/{item_id}",
    response_model=ItemForm,
    responses={**PROBLEMS, **_CHANGED},
)
def annotate_item(service: ServiceDependency, collection_id: str, item_id: str, form: NoteForm) -> Any:
    """Write a note with a passage; empty for none."""
    collected = Collected(service.desk, collection_id)
    return _item(service, collected.annotate(item_id, form.note, revision=form.revision))


@router.delete(
    "/collections/{collection_id}/items/{item_id}",
    status_code=204,
    response_class=Response,
    responses=PROBLEMS,
)
def take_out_item(service: ServiceDependency, collection_id: str, item_id: str) -> None:
    """Take a passage out; for a day it can be put back."""
    Collected(service.desk, collection_id).take_out(item_id)


@router.post(
    "/collections/{collection_id}/items/{item_id}/restore", response_model=ItemForm, responses=PROBLEMS
)
def put_back_item(service: ServiceDependency, collection_id: str, item_id: str) -> Any:
    """Put a passage back that was taken out, with its note; one that is there stays as it is."""
    return _item(service, Collected(service.desk, collection_id).put_back(item_id))


def _whole(service: Service, found: Collection) -> dict[str, Any]:
    return {
        "id": found.id,
        "share": found.share,
        "version": found.version,
        **_shared(service, found),
    }


def _shared(service: Service, found: Collection) -> dict[str, Any]:
    states = standings(service.reader, found.items)
    return {
        "title": found.title,
        "created": found.created,
        "changed": found.changed,
        "items": [plain(item, states[item.id]) for item in found.items],
    }


def _item(service: Service, item: Item) -> dict[str, Any]:
    return plain(item, standings(service.reader, [item])[item.id])
