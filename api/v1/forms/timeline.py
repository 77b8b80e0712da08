"""The forms of timelines and of what changed, for validation and OpenAPI. They only grow."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.search.timeline import EventKind
from beleidszoeker.search.timeline.changes import Moved


def _excerpt(text: str, start: int, *, document: int = 0) -> JsonDict:
    letter = _LETTERS[document]
    return {
        "document_id": letter["id"],
        "title": letter["title"],
        "kind": letter["kind"],
        "date": letter["date"],
        "start": start,
        "end": start + len(text),
        "text": text,
        "page_first": 1,
        "page_last": 1,
        "passage_id": f"{letter['id']}-0f12ab34",
        "label": f"{letter['title']}, p. 1",
    }


_LETTERS: tuple[JsonDict, JsonDict] = (
    {
        "id": "3c3f9f883bb38cbb",
        "title": "Voortgang netten",
        "kind": "kamerbrief",
        "date": "2024-06-20",
        "organisations": ["Ministerie van Klimaat en Groene Groei"],
    },
    {
        "id": "91263ae18329b170",
        "title": "Netten in Limburg",
        "kind": "kamerbrief",
        "date": "2024-01-10",
        "organisations": ["Ministerie van Klimaat en Groene Groei"],
    },
)
_CHANGE: JsonDict = {
    "before": {
        "excerpt": _excerpt("Ik stuur u het plan voor 1 juli.", 310, document=1),
        "runs": [
            {"text": "Ik stuur u het plan voor 1 ", "changed": False},
            {"text": "juli", "changed": True},
            {"text": ".", "changed": False},
        ],
        "term": "voor 1 juli",
        "until": "2024-07-01",
    },
    "after": {
        "excerpt": _excerpt("Ik stuur u het plan voor 1 oktober.", 502),
        "runs": [
            {"text": "Ik stuur u het plan voor 1 ", "changed": False},
            {"text": "oktober", "changed": True},
            {"text": ".", "changed": False},
        ],
        "term": "voor 1 oktober",
        "until": "2024-10-01",
    },
    "likeness": 1.42,
    "literal": False,
    "shared": ["plan", "stuur"],
    "deadline": "later",
}
_TIMELINE: JsonDict = {
    "dossier": "29826",
    "query": None,
    "document": None,
    "documents": 2,
    "total": 7,
    "counts": {"commitment": 2, "deadline": 2, "document": 2, "reference": 1},
    "years": {"2024": 7},
    "events": [
        {
            "id": "3c3f9f883bb38cbb-commitment-502",
            "kind": "commitment",
            "manner": "promise",
            "day": "2024-06-20",
            "document": _LETTERS[0],
            "excerpt": _excerpt("Ik stuur u het plan voor 1 oktober.", 502),
            "whole": True,
            "dated": "20 juni 2024",
            "until": "2024-10-01",
            "number": None,
            "target": None,
            "times": 1,
            "versions": [],
            "earlier": _CHANGE,
        }
    ],
    "notes": [],
    "next": "WzEsIjNjM2Y5Zjg4Il0",
}
_CHANGES: JsonDict = {
    "before": "91263ae18329b170",
    "after": "3c3f9f883bb38cbb",
    "same_work": False,
    "pairs": [_CHANGE],
    "only_before": [],
    "only_after": [],
    "notes": [],
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class EventDocumentForm(_Form):
    """A document, in short."""

    id: str
    title: str
    kind: str
    date: str | None = Field(description="ISO 8601 day.")
    organisations: list[str]


class EventVersionForm(_Form):
    """Another version of a document's work."""

    document_id: str
    title: str
    date: str | None


class EventExcerptForm(_Form):
    """Literal words of a document, and where they stand."""

    document_id: str
    title: str
    kind: str
    date: str | None
    start: int = Field(description="First character in the document's canonical text.")
    end: int
    text: str
    page_first: int | None = Field(description="First page in the file; null where pages are not known.")
    page_last: int | None
    passage_id: str | None = Field(description="The passage that holds most of them.")
    label: str = Field(description="The citation in the house notation.")


class RunForm(_Form):
    """A part of one side; the runs of a side together are its literal text."""

    text: str
    changed: bool = Field(description="Whether the other side does not have it here.")


class ChangedSideForm(_Form):
    """A commitment as one of two texts has it."""

    excerpt: EventExcerptForm
    runs: list[RunForm]
    term: str | None = Field(description="The literal words of its term.")
    until: str | None = Field(description="The last day that they mean, ISO 8601.")


class ChangeForm(_Form):
    """A commitment in two texts, or in one of them only."""

    before: ChangedSideForm | None
    after: ChangedSideForm | None
    likeness: float | None = Field(
        description="By meaning and by words added, 0 to 2; a resemblance, no fact."
    )
    literal: bool = Field(description="Whether both say the same, word for word.")
    shared: list[str] = Field(description="Words that make them alike.")
    deadline: Moved | None = Field(description="What became of the deadline.")


class ChangesForm(_Form):
    """What became of the commitments of one document in another."""

    before: str
    after: str
    same_work: bool = Field(description="Versions of one text; else what is paired only seems the same.")
    pairs: list[ChangeForm]
    only_before: list[ChangeForm]
    only_after: list[ChangeForm]
    notes: list[str] = Field(description="Dutch sentences for people.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_CHANGES]})


class EventForm(_Form):
    """Something that happened, or must have happened by its day."""

    id: str
    kind: EventKind
    manner: str | None = Field(
        description="Of commitments and deadlines `promise`, `reported` or `fulfilled`; of decisions "
        "`asked` or `taken`; of answers `answer` or `notice`; of documents their kind."
    )
    day: str | None = Field(description="ISO 8601 day; null where none is known, and those come last.")
    document: EventDocumentForm
    excerpt: EventExcerptForm | None = Field(description="Null where nothing of it stands in the text.")
    whole: bool = Field(description="Whether the excerpt is all of it.")
    dated: str | None = Field(description="The literal words that the day was read from.")
    until: str | None = Field(description="Last day of a commitment's term.")
    number: str | None = Field(description="Of a set of Kamervragen, as in 2024Z12345.")
    target: EventDocumentForm | None = Field(description="The document that a reference leads to.")
    times: int = Field(description="How often one document refers to another.")
    versions: list[EventVersionForm] = Field(description="Other versions of a document, shown once.")
    earlier: ChangeForm | None = Field(description="An earlier commitment that this one resembles.")


class TimelineForm(_Form):
    """A part of a timeline."""

    dossier: str | None
    query: str | None
    document: str | None
    documents: int = Field(description="How many documents it runs through, versions of a work once.")
    total: int = Field(description="How many events are wanted, on all pages.")
    counts: dict[EventKind, int] = Field(description="Of each kind in the period, also when not wanted.")
    years: dict[str, int] = Field(description="Wanted events by year; `onbekend` without a day.")
    events: list[EventForm]
    notes: list[str] = Field(description="Dutch sentences for people.")
    next: str | None = Field(description="Cursor for the next page; null on the last.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_TIMELINE]})


Order = Literal["oldest", "newest"]
"""In which order days go; what has no day comes last in both."""
