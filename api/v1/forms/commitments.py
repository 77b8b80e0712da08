"""The forms of commitments, motions and decisions, for validation and OpenAPI. They only grow."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

_WHERE: JsonDict = {
    "document_id": "3c3f9f883bb38cbb",
    "title": "Voortgang van het elektriciteitsnet",
    "document_kind": "kamerbrief",
    "date": "2025-02-10",
    "passage_id": "3c3f9f883bb38cbb-0f12ab34",
    "page_first": 2,
    "page_last": 2,
    "label": "Kamerbrief Voortgang van het elektriciteitsnet, 10 februari 2025, p. 2",
}
_LATER: JsonDict = {
    "document_id": "9f1b7c22aa0de154",
    "title": "Uitkomsten van het onderzoek naar het net",
    "document_kind": "kamerbrief",
    "date": "2025-06-20",
    "passage_id": "9f1b7c22aa0de154-77c0de01",
    "page_first": 1,
    "page_last": 1,
    "label": "Kamerbrief Uitkomsten van het onderzoek naar het net, 20 juni 2025, p. 1",
    "start": 120,
    "end": 177,
    "text": "Hierbij ontvangt u het onderzoek naar de drukte op het net.",
    "says_so": False,
    "shared": ["kst-29826-211"],
    "names": [],
    "why": ["Het verwijst naar het document van de toezegging."],
}
_LATER["end"] = 120 + len(str(_LATER["text"]))
_SAID = "Ik zal uw Kamer voor 1 juli 2025 informeren over het net."
_COMMITMENT: JsonDict = {
    **_WHERE,
    "start": 610,
    "end": 610 + len(_SAID),
    "text": _SAID,
    "kind": "promise",
    "status": "possibly-met",
    "promiser": {"value": "minister van Klimaat en Groene Groei", "start": -1, "end": -1},
    "role": "minister",
    "recipient": {"value": "Tweede Kamer", "start": 617, "end": 625},
    "act": {"start": 610, "end": 610 + len(_SAID) - 1, "text": _SAID[:-1]},
    "term": {"start": 626, "end": 642, "text": "voor 1 juli 2025", "since": None, "until": "2025-06-30"},
    "overdue": True,
    "organisations": ["ministerie van Klimaat en Groene Groei"],
    "suggestions": [_LATER],
}
_ASKED = "verzoekt de regering de Kamer te informeren"
_MOTION_TEXT = f"De Kamer, gehoord de beraadslaging, {_ASKED}, en gaat over tot de orde van de dag."
_MOTION: JsonDict = {
    **_WHERE,
    "start": 40,
    "end": 40 + len(_MOTION_TEXT),
    "text": _MOTION_TEXT,
    "number": {"value": "kst-29826-212", "start": 180, "end": 196},
    "documents": [],
    "proposers": [{"value": "De Wit", "start": 165, "end": 171}],
    "noting": [],
    "considering": [],
    "requests": [{"start": 76, "end": 76 + len(_ASKED), "text": _ASKED}],
}
_DECISION: JsonDict = {
    **_WHERE,
    "start": 60,
    "end": 87,
    "text": "Instemmen met bijgaande brief.",
    "asked": True,
    "subject": {"start": 40, "end": 59, "text": "Geadviseerd besluit"},
}
_DECISION["end"] = 60 + len(str(_DECISION["text"]))
_Status = Annotated[
    str,
    Field(
        description="`open`: no last day, or one to come; `overdue`: the last day has passed; "
        "`possibly-met`: a later document here seems to answer to it, see `suggestions`; "
        "`reported`: says what was promised earlier; `fulfilled`: the document itself says that a promise "
        "was kept."
    ),
]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _SpanForm(_Form):
    document_id: str
    title: str
    document_kind: str
    date: str | None = Field(description="ISO 8601 day of the document.")
    start: int = Field(description="First character in the document's canonical text.")
    end: int
    text: str = Field(description="The literal words.")
    page_first: int | None = Field(description="First page in the file; null where pages are not known.")
    page_last: int | None
    passage_id: str | None = Field(description="The passage that holds it; null where none does.")
    label: str = Field(description="The citation in the house notation, in Dutch.")


class NamedPartForm(_Form):
    """A person or body, as it was understood."""

    value: str
    start: int = Field(
        description="First character of the words that tell it; -1 for none: the signature does."
    )
    end: int


class LiteralPartForm(_Form):
    """Literal words."""

    start: int
    end: int
    text: str


class TermForm(_Form):
    """By when."""

    start: int
    end: int
    text: str = Field(description="The literal words.")
    since: str | None = Field(description="First ISO 8601 day, where the words say one.")
    until: str | None = Field(description="Last ISO 8601 day; null where the words name no day.")


class SuggestionForm(_SpanForm):
    """A sentence of a later document that may answer to a commitment; never more than a suggestion."""

    says_so: bool = Field(description="Whether the sentence itself says that a promise was kept.")
    shared: list[str] = Field(description="Keys that both documents refer to.")
    names: list[str] = Field(description="Names that both mention.")
    why: list[str] = Field(description="Why it is suggested, in Dutch.")


class CommitmentForm(_SpanForm):
    """A commitment, with where it stands and how."""

    kind: str = Field(description="`promise`, `reported` or `fulfilled`.")
    status: _Status
    promiser: NamedPartForm
    role: str = Field(description="`minister`, `cabinet`, `region` or `other`.")
    recipient: NamedPartForm | None
    act: LiteralPartForm = Field(description="What is promised: a clause of the sentence.")
    term: TermForm | None
    overdue: bool = Field(description="Whether the last day has passed, whatever may answer to it.")
    organisations: list[str] = Field(description="Whose document it is.")
    suggestions: list[SuggestionForm] | None = Field(
        description="What may answer to it, best first; null for what is no promise, or when nobody looked."
    )


class MotionForm(_SpanForm):
    """A motion that stands in a document."""

    number: NamedPartForm | None = Field(description="Key of its Kamerstuk.")
    documents: list[str] = Field(description="Ids of other documents here that are that Kamerstuk.")
    proposers: list[NamedPartForm]
    noting: list[LiteralPartForm] = Field(description="*constaterende dat …*")
    considering: list[LiteralPartForm] = Field(description="*overwegende dat …*")
    requests: list[LiteralPartForm] = Field(description="*verzoekt de regering …*")


class DecisionForm(_SpanForm):
    """A decision, asked for or taken."""

    asked: bool = Field(description="Whether it is asked for and not yet taken.")
    subject: LiteralPartForm | None = Field(description="The heading or item that it is about.")


class CommitmentsForm(_Form):
    """Some of the commitments."""

    total: int = Field(description="How many there are on all pages.")
    next: str | None = Field(description="Cursor for the next page; null on the last.")
    commitments: list[CommitmentForm]

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"total": 1, "next": None, "commitments": [_COMMITMENT]}]},
    )


class MotionsForm(_Form):
    """Some of the motions."""

    total: int = Field(description="How many there are on all pages.")
    next: str | None = Field(description="Cursor for the next page; null on the last.")
    motions: list[MotionForm]

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"total": 1, "next": None, "motions": [_MOTION]}]}
    )


class DecisionsForm(_Form):
    """Some of the decisions."""

    total: int = Field(description="How many there are on all pages.")
    next: str | None = Field(description="Cursor for the next page; null on the last.")
    decisions: list[DecisionForm]

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"total": 1, "next": None, "decisions": [_DECISION]}]},
    )
