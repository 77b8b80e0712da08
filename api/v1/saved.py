"""``/api/v1/saved-searches``: searches that are saved, and what they told of.

There are no accounts: the id of a search is a secret of 128 bits, and so is its ``feed``. An unknown one is a
problem with status 404 that says no more than that.
"""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.api.v1.forms.saved import (
    AlertsForm,
    LimitsForm,
    NewSearchForm,
    NewTitleForm,
    PreviewForm,
    SavedSearchForm,
)
from beleidszoeker.api.v1.reading.cursors import digest, offset, pack, unpack
from beleidszoeker.api.v1.reading.parameters import Cursor, Question, read_filters
from beleidszoeker.api.v1.reading.responses import BUSY, PROBLEMS, WITHOUT_ID
from beleidszoeker.index.desk.searches import (
    SavedSearch,
    count_alerts,
    find_search,
    mark_seen,
    read_alerts,
    remove_search,
    rename_search,
)
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.alerting.limits import as_filters
from beleidszoeker.search.alerting.preview import preview
from beleidszoeker.search.alerting.saving import clean, save
from beleidszoeker.search.alerting.telling import as_data

router = APIRouter(prefix="/saved-searches")


@router.post(
    "",
    response_model=SavedSearchForm,
    status_code=201,
    responses={**WITHOUT_ID, **BUSY},
    dependencies=[IN_LINE],
)
def save_search(request: Request, service: ServiceDependency, form: NewSearchForm) -> Any:
    """Save a search. Keep its `id`: there is no list of saved searches.

    What is in the library by then is no news to it. Its alerts come from `beleidszoeker alerts run`.
    """
    filters = as_filters(_parameters(form.filters))
    made = save(service.desk, service.reader, service.engine(), form.query, filters=filters, title=form.title)
    return _whole(request, service, made)


@router.get("/preview", response_model=PreviewForm, responses={**WITHOUT_ID, **BUSY}, dependencies=[IN_LINE])
def preview_search(
    service: ServiceDependency,
    filters: Annotated[Filters, Depends(read_filters)],
    q: Question,
    k: Annotated[int, Query(ge=1, le=20, description="How many documents to show.", examples=[5])] = 5,
) -> Any:
    """Tell what a search would have told of in the past: documents of the library, by their dates."""
    today = datetime.now(UTC).date()
    found = preview(service.engine().watch(q, filters=filters), service.reader, today=today, count=k)
    latest = [
        {"passage_id": passage, **as_data(said)}
        for passage, said in zip(found.passages, found.latest, strict=True)
    ]
    counts = {name: getattr(found, name) for name in ("total", "more", "last_year", "undated", "pace")}
    return {**counts, "latest": latest, "notes": list(found.notes)}


@router.get("/{search_id}", response_model=SavedSearchForm, responses=PROBLEMS)
def saved_search(request: Request, service: ServiceDependency, search_id: str) -> Any:
    """Return a saved search."""
    return _whole(request, service, _found(service, search_id))


@router.patch("/{search_id}", response_model=SavedSearchForm, responses=PROBLEMS)
def rename_saved_search(
    request: Request, service: ServiceDependency, search_id: str, form: NewTitleForm
) -> Any:
    """Give a saved search another title; one without letters is taken for none, and the question is used."""
    with service.desk.writing() as desk:
        search = find_search(desk, search_id)
        search = rename_search(desk, search.id, clean(form.title) or clean(search.query))
    return _whole(request, service, search)


@router.delete("/{search_id}", status_code=204, response_class=Response, responses=PROBLEMS)
def remove_saved_search(service: ServiceDependency, search_id: str) -> None:
    """Remove a saved search with all that it told, for good."""
    with service.desk.writing() as desk:
        remove_search(desk, search_id)


@router.get("/{search_id}/alerts", response_model=AlertsForm, responses=PROBLEMS)
def alerts(
    service: ServiceDependency,
    search_id: str,
    k: Annotated[int, Query(ge=1, le=100, description="How many alerts at most.", examples=[25])] = 25,
    cursor: Cursor = None,
) -> Any:
    """Return what a search told of, the newest alert first. That does not mark anything as seen."""
    question = digest("alerts", search_id)
    before = offset(unpack(cursor, question)) if cursor else None
    search = _found(service, search_id)
    with service.desk.reading() as desk:
        found = read_alerts(desk, search.id, count=k + 1, before=before)
    held = {one.document_id for one in service.reader.versions_of([one.document_id for one in found])}
    return {
        "alerts": [
            {
                "passage_id": one.passage_id,
                **one.said,
                "found": one.found,
                "gone": one.document_id not in held,
            }
            for one in found[:k]
        ],
        "next": pack(question, found[k - 1].number) if len(found) > k else None,
    }


@router.post("/{search_id}/seen", response_model=SavedSearchForm, responses=PROBLEMS)
def mark_as_seen(request: Request, service: ServiceDependency, search_id: str) -> Any:
    """Note that all alerts of a search have been looked at."""
    search = _found(service, search_id)
    with service.desk.writing() as desk:
        newest = read_alerts(desk, search.id, count=1)
        mark_seen(desk, search.id, newest[0].number if newest else 0)
        search = find_search(desk, search.id)
    return _whole(request, service, search)


def _found(service: Service, search_id: str) -> SavedSearch:
    with service.desk.reading() as desk:
        return find_search(desk, search_id)


def _parameters(form: LimitsForm) -> dict[str, list[str]]:
    given = form.model_dump(by_alias=True, exclude_none=True)
    return {name: [value] if isinstance(value, str) else value for name, value in given.items()}


def _whole(request: Request, service: Service, search: SavedSearch) -> dict[str, Any]:
    with service.desk.reading() as desk:
        count, unseen = count_alerts(desk, search)
    days = {"from", "to"}
    return {
        "id": search.id,
        "feed": search.feed,
        "feed_url": f"{site_of(request)}/zoekopdrachten/feed/{search.feed}.atom",
        "title": search.title,
        "query": search.query,
        "filters": {name: values[0] if name in days else values for name, values in search.filters.items()},
        "created": search.created,
        "alerts": count,
        "unseen": unseen,
    }
