"""``/api/v1/suggest``."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.reading.responses import WITHOUT_ID

router = APIRouter(dependencies=[CONDITIONAL], responses={**NOT_MODIFIED, **WITHOUT_ID})
_LONGEST = 200


class SuggestionForm(BaseModel):
    """Something to ask."""

    text: str
    kind: str = Field(description="title, heading or term")

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"text": "Ruimte voor industrie", "kind": "title"}]}
    )


@router.get("/suggest", response_model=list[SuggestionForm])
def suggest(
    service: ServiceDependency,
    q: Annotated[
        str, Query(max_length=_LONGEST, description="What stands in the field.", examples=["netcap"])
    ],
    k: Annotated[int, Query(ge=1, le=20, description="How many at most.")] = 8,
) -> Any:
    """Complete what is being typed with titles, headings, words and names of the corpus."""
    return [{"text": one.text, "kind": one.kind} for one in service.engine().suggest(q, count=k)]
