"""The form of problem details (RFC 9457). It only grows."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

PROBLEM: JsonDict = {
    "type": "urn:beleidszoeker:passage-not-found",
    "title": "Not Found",
    "status": 404,
    "code": "passage-not-found",
    "detail": "Er is geen passage met id 'x'.",
    "advice": "Misschien is het document gewijzigd of verwijderd; zoek de passage opnieuw.",
}


class Problem(BaseModel):
    """Problem details, RFC 9457, with our own stable code."""

    type: str
    title: str
    status: int
    code: str = Field(description="Stable English name of the error.")
    detail: str = Field(description="What happened, in Dutch.")
    advice: str = Field(default="", description="What to do about it, in Dutch.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [PROBLEM]})
