"""``/api/v1/compare``."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.search import CitationForm, QuoteForm
from beleidszoeker.api.v1.reading.responses import BUSY, PROBLEMS
from beleidszoeker.search.result import to_json

router = APIRouter(dependencies=[CONDITIONAL, IN_LINE], responses={**NOT_MODIFIED, **PROBLEMS, **BUSY})


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SideForm(_Form):
    """One of two passages that say the same."""

    passage_id: str
    text: str
    quotes: list[QuoteForm]
    citation: CitationForm


class AgreementForm(_Form):
    """Two passages that answer to each other."""

    score: float = Field(description="Likeness in meaning and in words added, 0.5 to 2.")
    literal: bool = Field(description="Whether they share a whole sentence of at least eight words.")
    terms: list[str] = Field(description="Words that both hold, most telling first.")
    first: SideForm
    second: SideForm


class ComparisonForm(_Form):
    """What two documents both say; no agreements where they are about different things."""

    first: str
    second: str
    agreements: list[AgreementForm]


@router.get("/compare", response_model=ComparisonForm)
def compare(
    service: ServiceDependency,
    first: Annotated[str, Query(description="Id of a document.", examples=["3c3f9f883bb38cbb"])],
    second: Annotated[str, Query(description="Id of another.", examples=["91263ae18329b170"])],
    k: Annotated[int, Query(ge=1, le=100, description="How many pairs at most.")] = 20,
) -> Any:
    """Tell what two documents both say: pairs of passages, most alike first."""
    return to_json(service.engine().compare(first, second, count=k))
