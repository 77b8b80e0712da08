"""The forms of ``/api/v1/answers``. They only grow."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.v1.forms.asked import AskedForm
from beleidszoeker.api.v1.forms.examples import SEARCH
from beleidszoeker.api.v1.forms.search import CitationForm, QuoteForm, ResultForm
from beleidszoeker.search.answering import Reason

_RESULTS: Any = SEARCH["results"]
_CARRIER: JsonDict = {
    "passage_id": _RESULTS[0]["passage_id"],
    "quote": _RESULTS[0]["quotes"][0],
    "citation": _RESULTS[0]["citation"],
}
_EXAMPLE: JsonDict = {
    "query": "netcapaciteit Chemelot",
    "answered": True,
    "took_ms": 2310.4,
    "writer": "mistral-small op 127.0.0.1:11434",
    "sentences": [{"text": "Het tekort aan netcapaciteit is een hindernis.", "citations": [_CARRIER]}],
    "dropped": [
        {"reason": "negation", "count": 1, "told": "zij iets anders ontkent dan het citaat"},
    ],
    "results": SEARCH["results"],
    "message": None,
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AskForm(AskedForm):
    """A question; its limits are the parameters of `/search`."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"q": "Wat hindert Chemelot?", "from": "2024"}]}
    )


class CarrierForm(_Form):
    """What carries a sentence."""

    passage_id: str
    quote: QuoteForm = Field(
        description="Whole sentences of the passage, literally, as the library has them."
    )
    citation: CitationForm


class SentenceForm(_Form):
    """A sentence that was checked."""

    text: str = Field(description="Plain text of a language model: show it as text, never as markup.")
    citations: list[CarrierForm] = Field(description="Never empty; each by itself carries the sentence.")


class DroppedForm(_Form):
    """Sentences that were left out."""

    reason: Reason
    count: int
    told: str = Field(description="Why, in Dutch.")


class WrittenAnswerForm(_Form):
    """An answer of which every sentence was held against the canonical text."""

    query: str
    answered: bool = Field(description="Whether a sentence is left.")
    took_ms: float
    writer: str = Field(description="Model and host that the question and the passages were sent to.")
    sentences: list[SentenceForm]
    dropped: list[DroppedForm] = Field(description="What was not carried, by reason; its text is not given.")
    results: list[ResultForm] = Field(description="The passages that the sentences were written from.")
    message: str | None = Field(description="What the person should know, in Dutch.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})
