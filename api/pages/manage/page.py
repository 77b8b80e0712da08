"""The page of management, and what changes on it while uploads are taken in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import HTMLResponse, Response

from beleidszoeker.api.managing import Managing, ManagingDependency
from beleidszoeker.api.managing.access import WITH_SESSION, HasSession
from beleidszoeker.api.managing.events import Event, event_stream
from beleidszoeker.api.managing.jobs import Job
from beleidszoeker.api.managing.telling import doing, summary
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.pages.writing import day

router = APIRouter()
_SHOWN = 10
_LISTED = 100


@router.get("/beheer")
def manage_page(
    request: Request,
    managing: ManagingDependency,
    *,
    known: HasSession,
    before: Annotated[str | None, Query(alias="voor", max_length=40)] = None,
) -> HTMLResponse:
    """Show uploads and completeness, or ask for the key."""
    if not known:
        return page(request, "manage/key.html", problem="")
    uploads = [one for one in managing.manager.uploads.all() if before is None or one.id < before]
    jobs = managing.jobs(uploads[:_SHOWN])
    older = uploads[_SHOWN - 1].id if len(uploads) > _SHOWN else None
    return page(
        request,
        "manage/page.html",
        jobs=jobs,
        older=older,
        before=before,
        limits=managing.limits,
        **_standing(managing),
    )


@router.get("/beheer/voortgang", dependencies=[WITH_SESSION])
def progress(
    request: Request, managing: ManagingDependency, last_event_id: Annotated[str | None, Header()] = None
) -> Response:
    """Tell what changes in the uploads as server-sent events, until none is open any more."""
    shown, opened = dict[str, str](), set[str]()

    def telling() -> tuple[Sequence[Event], bool]:
        uploads = managing.manager.uploads.all()[:_SHOWN]
        wanted = [one for one in uploads if not one.is_settled or one.id in opened or not shown]
        jobs = managing.jobs(wanted)
        opened.clear()
        opened.update(job.id for job in jobs if job.is_open)
        events = [_event(request, job) for job in jobs]
        changed = [event for event in events if shown.get(event.data["id"]) != event.data["html"]]
        shown.update((event.data["id"], event.data["html"]) for event in changed)
        if opened:
            return changed, True
        return [
            *changed,
            Event("end", {"html": _html(request, "manage/standing.html", **_standing(managing))}),
        ], False

    return event_stream(managing.manager.runs, telling, last_event_id)


def _standing(managing: Managing) -> dict[str, Any]:
    found = managing.completeness()
    return {
        "found": found,
        "summary": summary(found.total),
        "moment": _moment,
        "most": _LISTED,
        "doing": doing,
    }


def _event(request: Request, job: Job) -> Event:
    html = _html(request, "manage/job.html", job=job, moment=_moment, doing=doing)
    return Event("upload", {"id": job.id, "html": html, "told": doing(job).told})


def _html(request: Request, template: str, **values: Any) -> str:
    return bytes(page(request, template, **values).body).decode()


def _moment(written: str | None) -> str:
    """Return a moment as the clock here shows it."""
    if written is None:
        return "onbekend"
    local = datetime.fromisoformat(written).astimezone()
    return f"{day(local.date().isoformat())}, {local:%H:%M}"
