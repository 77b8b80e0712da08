"""The forms of collections, for validation and OpenAPI. They only grow."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.v1.forms.examples import CITATION
from beleidszoeker.api.v1.forms.search import CitationForm
from beleidszoeker.index.desk.kept import LONGEST_NOTE, LONGEST_TITLE, MOST_ITEMS
from beleidszoeker.index.desk.standing import State

_LONGEST_ID = 100
_MOST_QUOTES = 50
_TEXT = "Een hindernis is het tekort aan netcapaciteit."
_PASSAGE = "3c3f9f883bb38cbb-0f12ab34"
_ITEM_ID = "kT3sX0pQyq1mB8nZ2wR7Lg"
_OTHER_ID = "q5Hc1ZtJ9eWv4uYx0oPd2A"
_ITEM: JsonDict = {
    "id": _ITEM_ID,
    "passage_id": _PASSAGE,
    "quotes": [{"text": _TEXT, "start": 1042, "end": 1088}],
    "citation": CITATION,
    "footnotes": [],
    "snapshot": 7,
    "note": "Navragen bij de netbeheerder.",
    "revision": 1,
    "added": "2026-03-02T09:14:00+00:00",
    "state": "same",
    "literal": True,
    "current_document_id": "3c3f9f883bb38cbb",
    "current_passage_id": _PASSAGE,
    "told": "",
}
_SHARED: JsonDict = {
    "title": "Netcapaciteit",
    "created": "2026-03-02T09:12:00+00:00",
    "changed": "2026-03-02T09:15:00+00:00",
    "items": [_ITEM],
}
_COLLECTION: JsonDict = {
    "id": "3nVb0sKpYt7QmXz1LwRc5g",
    "share": "Zx9fUu2hNdE6oJ4aTqGi8w",
    "version": 3,
    **_SHARED,
}

Identifier = Annotated[str, Field(min_length=1, max_length=_LONGEST_ID)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class KeptQuoteForm(_Form):
    """A quote as it was kept."""

    text: str
    start: int = Field(description="First character in the canonical text of the document as it was.")
    end: int


class ItemForm(_Form):
    """A passage in a collection: a copy, which outlives its document."""

    id: str = Field(description="Its own id; a passage may stand in several collections.")
    passage_id: str
    quotes: list[KeptQuoteForm]
    citation: CitationForm = Field(description="As it was when the passage was kept.")
    footnotes: list[str]
    snapshot: int = Field(description="Number of the snapshot that it was found in.")
    note: str
    revision: int = Field(description="One more with each change of the note.")
    added: str = Field(description="ISO 8601, UTC.")
    state: State = Field(
        description="same: it stands where it stood; moved: literally, at another place; changed: the "
        "document says it no longer, or another document has the place of it; removed: its document is gone."
    )
    literal: bool = Field(description="Whether all quotes stand literally in `current_document_id`.")
    current_document_id: str | None = Field(description="The document to look at now.")
    current_passage_id: str | None = Field(description="The passage of it that holds the quotes now.")
    told: str = Field(description="What became of the document since, in Dutch; empty where nothing did.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_ITEM]})


class SharedCollectionForm(_Form):
    """A collection, for whom it was shared with to be read."""

    title: str
    created: str = Field(description="ISO 8601, UTC.")
    changed: str
    items: list[ItemForm] = Field(description="In order.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_SHARED]})


class CollectionForm(SharedCollectionForm):
    """A collection. Whoever knows its `id` may change it; whoever knows its `share` may read it."""

    id: str
    share: str
    version: int = Field(description="One more with each change.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_COLLECTION]})


class TitleForm(_Form):
    """A title."""

    title: str = Field(min_length=1, max_length=LONGEST_TITLE)

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"title": "Netcapaciteit"}]})


class NewItemForm(_Form):
    """A passage to keep."""

    passage_id: Identifier
    quotes: list[tuple[int, int]] = Field(
        default=[],
        max_length=_MOST_QUOTES,
        description="What is quoted: `start` and `end` of quotes of a result, in characters of the passage's "
        "text; none for all of it. Parts of them that lie outside the text are left out.",
    )
    note: str = Field(default="", max_length=LONGEST_NOTE)

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"passage_id": _PASSAGE, "quotes": [[0, 46]], "note": "Navragen bij de netbeheerder."}
            ]
        },
    )


class NoteForm(_Form):
    """A note with a passage."""

    note: str = Field(max_length=LONGEST_NOTE)
    revision: int | None = Field(
        default=None,
        description="The one that is changed: refused where somebody else wrote another since. Without it, "
        "whatever stands there is written over.",
    )

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"note": "Nagevraagd.", "revision": 1}]}
    )


class OrderForm(_Form):
    """An order for all passages of a collection."""

    items: list[Identifier] = Field(max_length=MOST_ITEMS, description="Ids of all of them, each once.")
    version: int = Field(description="`version` of the collection that this order was made for.")

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"items": [_OTHER_ID, _ITEM_ID], "version": 3}]}
    )
