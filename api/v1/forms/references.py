"""The forms of references, for validation and OpenAPI. They only grow."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

_ID = "3c3f9f883bb38cbb"
_SENTENCE = "Dat is eerder aangekondigd."
_TARGET: JsonDict = {"document_id": "9a574002146fd884", "title": "Voortgang", "start": None, "end": None}
_REFERRAL: JsonDict = {
    "document_id": _ID,
    "start": 5210,
    "end": 5235,
    "text": "Kamerstuk 29 826, nr. 211",
    "kind": "kamerstuk",
    "key": "kst-29826-211",
    "sentences": [{"start": 1042, "end": 1069, "text": _SENTENCE}],
    "page_first": 2,
    "resolves_to": _TARGET,
    "address": "https://zoek.officielebekendmakingen.nl/kst-29826-211.html",
}
_REFERRALS: JsonDict = {"document_id": _ID, "total": 14, "references": [_REFERRAL], "next": None}
_CITED: JsonDict = {
    "keys": ["kst-29826-211"],
    "named": ["9a574002146fd884"],
    "references": 1,
    "documents": 1,
    "cited_by": [
        {
            "document_id": _ID,
            "kind": "kamerstuk",
            "key": "kst-29826-211",
            "reference": {"start": 5210, "end": 5235, "text": "Kamerstuk 29 826, nr. 211"},
            "page_first": 2,
            "excerpts": [
                {
                    "document_id": _ID,
                    "title": "Ruimte voor de industrie",
                    "kind": "kamerbrief",
                    "date": "2025-06-20",
                    "start": 1042,
                    "end": 1069,
                    "text": _SENTENCE,
                    "page_first": 2,
                    "page_last": 2,
                    "passage_id": f"{_ID}-0f12ab34",
                    "label": "Kamerbrief Ruimte voor de industrie, 20 juni 2025, p. 2",
                }
            ],
            "footnote": {"start": 5210, "end": 5236, "text": "Kamerstuk 29 826, nr. 211."},
        }
    ],
    "next": None,
}
_NEXT = "Cursor for the next page; null on the last. It does not expire."
_PAGE = "First page in the file; null where pages are not known."


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LiteralForm(_Form):
    """A literal part of a document."""

    start: int = Field(description="First character in the document's canonical text.")
    end: int
    text: str


class TargetForm(_Form):
    """The document in the library that a reference leads to."""

    document_id: str
    title: str
    start: int | None = Field(description="For a law's article that was found: where its heading begins.")
    end: int | None


class ReferralForm(_Form):
    """A reference in a document."""

    document_id: str
    start: int = Field(description="First character in the document's canonical text.")
    end: int
    text: str = Field(description="The literal reference.")
    kind: str = Field(description="What it leads to: kamerstuk, artikel, ecli and so on.")
    key: str = Field(description="One for all its spellings.")
    sentences: list[LiteralForm] = Field(
        description="The sentences that it counts for; for a footnote those that carry its marker."
    )
    page_first: int | None = Field(description=_PAGE)
    resolves_to: TargetForm | None = Field(description="null where it is not in the library.")
    address: str | None = Field(description="The public address, where one is known for certain.")


class ReferralsForm(_Form):
    """Some of what a document refers to."""

    document_id: str
    total: int = Field(description="How many references the document has.")
    references: list[ReferralForm]
    next: str | None = Field(description=_NEXT)

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_REFERRALS]})


class ExcerptForm(_Form):
    """Literal words of a document with their citation."""

    document_id: str
    title: str
    kind: str
    date: str | None = Field(description="ISO 8601 day.")
    start: int
    end: int
    text: str
    page_first: int | None = Field(description=_PAGE)
    page_last: int | None
    passage_id: str | None = Field(description="The passage that holds most of it.")
    label: str = Field(description="The citation in the house notation, in Dutch.")


class CitingForm(_Form):
    """A place that refers to what was asked for."""

    document_id: str
    kind: str
    key: str
    reference: LiteralForm
    page_first: int | None = Field(description=_PAGE)
    excerpts: list[ExcerptForm] = Field(
        description="The sentences that it counts for; where it counts for none, the block that it stands in."
    )
    footnote: LiteralForm | None = Field(description="The footnote that it stands in.")


class CitedByForm(_Form):
    """What refers to something, that in the newest document first."""

    keys: list[str] = Field(description="The keys that were asked for.")
    named: list[str] = Field(description="Ids of the documents that are what these keys name.")
    references: int = Field(description="How many references there are.")
    documents: int = Field(description="In how many documents they stand.")
    cited_by: list[CitingForm]
    next: str | None = Field(description=_NEXT)

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_CITED]})
