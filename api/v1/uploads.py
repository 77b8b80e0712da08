"""``/api/v1/uploads``, ``/api/v1/jobs`` and ``/api/v1/completeness``: changing the library, with the key."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from beleidszoeker.api.managing import ManagingDependency
from beleidszoeker.api.managing.access import WITH_KEY
from beleidszoeker.api.managing.events import Event, event_stream
from beleidszoeker.api.v1.forms.completeness import CompletenessForm
from beleidszoeker.api.v1.forms.search import Problem
from beleidszoeker.api.v1.forms.uploads import JobForm, JobProgressForm, UploadFileForm
from beleidszoeker.api.v1.reading.responses import PROBLEMS

_REFUSALS: dict[int | str, dict[str, Any]] = {
    401: {"description": "The key is missing or wrong.", "model": Problem},
    429: {"description": "Too many wrong keys; wait as `Retry-After` says.", "model": Problem},
}
_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "files": {
                            "type": "array",
                            "minItems": 1,
                            "items": {"type": "string", "format": "binary"},
                        }
                    },
                    "required": ["files"],
                }
            }
        },
    }
}
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Events until nothing more will come: `progress` (as a job without files), `file` for "
        "each file that changed, and `end`. `Last-Event-ID` is understood.",
        "content": {"text/event-stream": {}},
    }
}

router = APIRouter(
    prefix="/api/v1", tags=["management"], responses=PROBLEMS | _REFUSALS, dependencies=[WITH_KEY]
)


@router.post("/uploads", response_model=JobForm, status_code=HTTPStatus.CREATED, openapi_extra=_FORM)
async def upload(request: Request, response: Response, managing: ManagingDependency) -> Any:
    """Keep the files of a form and begin to take them in; the job tells what comes of each.

    A file that is too large is refused by itself. Names may be the same.
    """
    kept = await managing.receive(request)
    response.headers["location"] = f"/api/v1/jobs/{kept.id}"
    return JobForm.of(managing.job(kept))


@router.get("/jobs", response_model=list[JobForm])
def jobs(
    managing: ManagingDependency,
    k: Annotated[int, Query(ge=1, le=100, description="How many at most.")] = 20,
    before: Annotated[str | None, Query(max_length=40, description="Only older ones than this id.")] = None,
) -> Any:
    """Return uploads, newest first."""
    found = [one for one in managing.manager.uploads.all() if before is None or one.id < before]
    return [JobForm.of(job) for job in managing.jobs(found[:k])]


@router.get("/jobs/{job_id}", response_model=JobForm)
def job(managing: ManagingDependency, job_id: str) -> Any:
    """Return one upload with what came of each file until now."""
    return JobForm.of(managing.job(managing.manager.uploads.get(job_id)))


@router.get("/jobs/{job_id}/events", response_class=StreamingResponse, responses=_STREAM)
def job_events(
    managing: ManagingDependency,
    job_id: str,
    last_event_id: Annotated[
        str | None, Header(max_length=100, description="Last event that was seen.")
    ] = None,
) -> Any:
    """Tell how far an upload is as server-sent events, until it is done or stopped."""
    wanted, sent = managing.manager.uploads.get(job_id), dict[str, BaseModel]()

    def telling() -> tuple[Sequence[Event], bool]:
        now = managing.job(wanted)
        forms: dict[str, BaseModel] = {"": JobProgressForm.of_job(now)}
        forms |= {file.id: UploadFileForm.of(file) for file in now.files}
        changed = {key: form for key, form in forms.items() if sent.get(key) != form}
        sent.update(changed)
        events = [
            Event("file" if key else "progress", form.model_dump(mode="json"))
            for key, form in changed.items()
        ]
        ended = [] if now.is_open else [Event("end", forms[""].model_dump(mode="json"))]
        return [*events, *ended], now.is_open

    return event_stream(managing.manager.runs, telling, last_event_id)


@router.post("/jobs/{job_id}/retry", response_model=JobForm)
def retry_job(managing: ManagingDependency, job_id: str) -> Any:
    """Take an upload in again that stopped."""
    wanted = managing.manager.uploads.get(job_id)
    managing.manager.runs.take_in(wanted)
    return JobForm.of(managing.job(wanted))


@router.post("/jobs/{job_id}/files/{file_id}/retry", response_model=JobForm)
def retry_file(managing: ManagingDependency, job_id: str, file_id: str) -> Any:
    """Read a file again."""
    wanted = managing.manager.uploads.get(job_id)
    managing.manager.retry(wanted, wanted.file(file_id))
    return JobForm.of(managing.job(wanted))


@router.delete("/jobs/{job_id}/files/{file_id}", status_code=HTTPStatus.NO_CONTENT)
def remove_file(managing: ManagingDependency, job_id: str, file_id: str) -> None:
    """Remove a file; documents that no other file holds are not found any more from then on."""
    wanted = managing.manager.uploads.get(job_id)
    if not managing.manager.dismiss(wanted, file_id):
        managing.manager.remove(wanted, wanted.file(file_id))


@router.get("/completeness", response_model=CompletenessForm)
def tell_completeness(managing: ManagingDependency) -> Any:
    """Tell how complete the library is: counts by folder, failures, and documents that ask for attention."""
    return CompletenessForm.of(managing.completeness())
