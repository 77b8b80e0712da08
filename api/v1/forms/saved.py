"""The forms of saved searches, for validation and OpenAPI. They only grow."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.v1.forms.examples import SEARCH
from beleidszoeker.api.v1.forms.search import CitationForm, MatchedWordForm, QuoteForm
from beleidszoeker.api.v1.reading.parameters import MOST_VALUES
from beleidszoeker.index.desk.searches import LONGEST_TITLE
from beleidszoeker.search.alerting.preview import MOST_COUNTED

_Values = Annotated[list[str], Field(max_length=MOST_VALUES)]
_Title = Annotated[str, Field(max_length=LONGEST_TITLE, examples=["Net rond Chemelot"])]
_ID, _FEED = "kT3sX0pQyq1mB8nZ2wR7Lg", "q5Hc1ZtJ9eWv4uYx0oPd2A"
_FOUND: JsonDict = SEARCH["results"][0]  # type: ignore[assignment,index]  # as it is written there
_WHY: JsonDict = _FOUND["why"]  # type: ignore[assignment]  # likewise
_SAID: JsonDict = {
    "passage_id": "3c3f9f883bb38cbb-0f12ab34",
    "quotes": [{"text": "Een hindernis is het tekort aan netcapaciteit.", "start": 1042, "end": 1088}],
    "citation": _FOUND["citation"],
    "why": {
        "told": _WHY["told"],
        "words": _WHY["words"],
        "missing": [],
        "likeness": 0.504,
        "coverage": 1.0,
    },
    "new_version_of": None,
}
_SEARCH: JsonDict = {
    "id": _ID,
    "feed": _FEED,
    "feed_url": f"http://localhost/zoekopdrachten/feed/{_FEED}.atom",
    "title": "Net rond Chemelot",
    "query": "netcapaciteit Chemelot",
    "filters": {"kind": ["kamerbrief"], "from": "2024-01-01"},
    "created": "2025-06-20T09:00:00Z",
    "alerts": 3,
    "unseen": 1,
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class LimitsForm(_Form):
    """The limits of a saved search; as the parameters of a search."""

    kind: _Values = []
    date_from: str | None = Field(default=None, alias="from", max_length=10, examples=["2024-01-01"])
    date_to: str | None = Field(default=None, alias="to", max_length=10, examples=["2025-12-31"])
    year: _Values = []
    organisation: _Values = []
    dossier: _Values = []
    programme: _Values = []
    document: _Values = []


class NewSearchForm(_Form):
    """A search to save."""

    query: Annotated[str, Field(max_length=LONGEST_QUERY, description="The question, as for a search.")]
    title: _Title = ""
    filters: LimitsForm = LimitsForm()

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"query": "netcapaciteit Chemelot"}]}
    )


class NewTitleForm(_Form):
    """Another title for a saved search."""

    title: Annotated[_Title, Field(min_length=1)]


class SavedSearchForm(_Form):
    """A saved search."""

    id: str = Field(description="Whoever knows it may change the search: keep it to yourself.")
    feed: str = Field(description="Whoever knows it may read what the search told of.")
    feed_url: str = Field(description="Address of its Atom feed.")
    title: str
    query: str
    filters: LimitsForm
    created: str = Field(description="ISO 8601, UTC.")
    alerts: int = Field(description="How many documents it told of.")
    unseen: int = Field(description="How many of these nobody has looked at.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_SEARCH]})


class ReasonForm(_Form):
    """Why a document is told of."""

    told: str = Field(description="In a Dutch sentence or two.")
    words: list[MatchedWordForm]
    missing: list[str] = Field(description="Words of the question that the passage does not hold.")
    likeness: float | None = Field(
        description="Cosine of passage and question; null where words decide alone."
    )
    coverage: float = Field(
        description="Share of the question's words that it holds, weighted by rarity, 0 to 1."
    )


class EarlierForm(_Form):
    """The document that a new one comes instead of."""

    document_id: str = Field(description="It may be gone.")
    title: str
    same_file: bool = Field(description="It stood in the same file; otherwise its text is nearly the same.")


class SaidForm(_Form):
    """What is said of a document."""

    passage_id: str
    quotes: list[QuoteForm] = Field(description="Literal parts, at their place in the canonical text.")
    citation: CitationForm
    why: ReasonForm
    new_version_of: EarlierForm | None

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_SAID]})


class AlertForm(SaidForm):
    """What a search told of a document, as it was then."""

    found: str = Field(description="When: ISO 8601, UTC.")
    gone: bool = Field(description="Whether the document is no longer in the library.")

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{**_SAID, "found": "2025-06-21T06:00:00Z", "gone": False}]},
    )


class AlertsForm(_Form):
    """Alerts of a search, the newest first."""

    alerts: list[AlertForm]
    next: str | None = Field(description="Give it as `cursor` for the next page; null on the last.")


class PreviewForm(_Form):
    """What a search would have told of in the past."""

    total: int = Field(description=f"Documents that answer, {MOST_COUNTED} at most.")
    more: bool = Field(description="Whether there are more.")
    last_year: int = Field(description="Of these, with a date in the 365 days before today.")
    undated: int = Field(description="Of these, without a date.")
    pace: str = Field(description="How often that is, in Dutch; empty where it was never in the last year.")
    latest: list[SaidForm] = Field(description="The newest of them.")
    notes: list[str] = Field(description="How the question was read where that is not plain, in Dutch.")
