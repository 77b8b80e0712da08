"""The forms of uploads, for validation and OpenAPI. They only grow."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.managing.jobs import FileOutcome, FileState, Job, JobState, Part

_JOB_EXAMPLE: JsonDict = {
    "id": "20261123-073500-4f1c2a9e",
    "created": "2026-11-23T07:35:00Z",
    "state": "done",
    "phase": "",
    "done": 0,
    "total": 0,
    "busy": False,
    "message": "",
    "advice": "",
    "files": [
        {
            "id": "0b5f9c1d2e3a",
            "name": "voortgang.pdf",
            "state": "done",
            "message": "",
            "advice": "",
            "pages": None,
            "parts": [
                {
                    "name": "",
                    "document_id": "3c3f9f883bb38cbb",
                    "title": "Voortgang Regio Deal",
                    "kind": "voortgangsrapportage",
                    "date": "2025-06-20",
                    "pages": 4,
                    "passages": 17,
                    "warnings": [],
                    "code": "",
                    "message": "",
                    "advice": "",
                }
            ],
        }
    ],
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class UploadPartForm(_Form):
    """What came of a file, or of a file inside an archive or message: a document, or why not."""

    name: str = Field(description="Name inside the file; empty for the file itself.")
    document_id: str | None
    title: str | None
    kind: str | None
    date: str | None = Field(description="ISO 8601 day.")
    pages: int | None = Field(description="Null where the format has none.")
    passages: int
    warnings: list[str]
    code: str = Field(description="Stable English name of the error; empty for none.")
    message: str
    advice: str

    @classmethod
    def of(cls, part: Part) -> "UploadPartForm":
        """Return what came of a file as a form."""
        document = part.document
        return cls(
            name=part.name,
            document_id=document.id if document else None,
            title=document.title if document else None,
            kind=document.kind if document else None,
            date=document.date if document else None,
            pages=document.page_count if document else None,
            passages=document.passage_count if document else 0,
            warnings=list(document.warnings) if document else [],
            code=part.code,
            message=part.message,
            advice=part.advice,
        )


class UploadFileForm(_Form):
    """An uploaded file."""

    id: str
    name: str
    state: FileState = Field(
        description="waiting, reading, indexing (read, not yet found), done, failed, refused (not kept), "
        "beside (says something of the files beside it) or gone (removed from the library by other ways)."
    )
    message: str = Field(description="Why it was refused, in Dutch.")
    advice: str
    pages: tuple[int, int] | None = Field(
        description="How many of how many pages that are pictures are recognised, while it is read."
    )
    parts: list[UploadPartForm]

    @classmethod
    def of(cls, file: FileOutcome) -> "UploadFileForm":
        """Return a file as a form."""
        return cls(
            id=file.id,
            name=file.name,
            state=file.state,
            message=file.message,
            advice=file.advice,
            pages=file.pages,
            parts=[UploadPartForm.of(part) for part in file.parts],
        )


class JobProgressForm(_Form):
    """How far an upload is."""

    id: str
    created: str = Field(description="ISO 8601, UTC.")
    state: JobState = Field(description="waiting, running, done, or stopped: message says why.")
    phase: str = Field(
        description="lezen, embedden, Kamervragen embedden, vectoren, tellen or indexeren; "
        "empty when nothing runs."
    )
    done: int = Field(description="Steps of the phase, over all uploads that are taken in together.")
    total: int
    busy: bool = Field(description="Another process is writing to the library; this one waits.")
    message: str
    advice: str

    @classmethod
    def of_job(cls, job: Job) -> "JobProgressForm":
        """Return how far an upload is as a form."""
        return cls(**_progress(job))


class JobForm(JobProgressForm):
    """An upload with what came of each of its files."""

    files: list[UploadFileForm]

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_JOB_EXAMPLE]})

    @classmethod
    def of(cls, job: Job) -> "JobForm":
        """Return an upload as a form."""
        return cls(**_progress(job), files=[UploadFileForm.of(file) for file in job.files])


def _progress(job: Job) -> dict[str, Any]:
    names = ("id", "created", "state", "phase", "done", "total", "busy", "message", "advice")
    return {name: getattr(job, name) for name in names}
