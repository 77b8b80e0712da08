"""The forms of how complete the library is, for validation and OpenAPI. They only grow."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.managing.completeness import Completeness, FolderCount

_FOLDER_EXAMPLE: JsonDict = {
    "name": "kamerbrieven",
    "documents": 412,
    "failed": 3,
    "newest": "2025-06-20",
    "taken_in": "2026-11-23T07:35:00Z",
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FolderForm(_Form):
    """What came from one folder."""

    name: str = Field(description="The top folder of what was ingested; empty for all together.")
    documents: int
    failed: int
    newest: str | None = Field(description="ISO 8601 day of the newest document.")
    taken_in: str | None = Field(description="When a file of it was read last, ISO 8601 in UTC.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_FOLDER_EXAMPLE]})

    @classmethod
    def of(cls, count: FolderCount) -> "FolderForm":
        """Return a count as a form."""
        return cls(
            name=count.name,
            documents=count.documents,
            failed=count.failed,
            newest=count.newest,
            taken_in=count.taken_in,
        )


class FailureForm(_Form):
    """A file that could not be taken in."""

    source: str
    code: str
    message: str
    advice: str


class CompletenessForm(_Form):
    """How complete the library is."""

    total: FolderForm
    folders: list[FolderForm]
    failures: list[FailureForm]
    undated: list[str] = Field(description="Ids of documents without a date.")
    warned: list[str] = Field(description="Ids of documents with warnings.")

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "total": {**_FOLDER_EXAMPLE, "name": ""},
                    "folders": [_FOLDER_EXAMPLE],
                    "failures": [
                        {
                            "source": "kamerbrieven/scan.pdf",
                            "code": "needs-ocr",
                            "message": "De bladzijden zijn plaatjes.",
                            "advice": "Installeer Tesseract.",
                        }
                    ],
                    "undated": ["3c3f9f883bb38cbb"],
                    "warned": [],
                }
            ]
        },
    )

    @classmethod
    def of(cls, found: Completeness) -> "CompletenessForm":
        """Return completeness as a form."""
        return cls(
            total=FolderForm.of(found.total),
            folders=[FolderForm.of(folder) for folder in found.folders],
            failures=[
                FailureForm(source=one.name, code=one.code, message=one.message, advice=one.advice)
                for one in found.failures
            ],
            undated=[one.id for one in found.undated],
            warned=[one.id for one in found.warned],
        )
