"""The forms of names: programmes, clusters, places, organisations and themes. They only grow."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.v1.forms.examples import SEARCH
from beleidszoeker.api.v1.forms.search import CitationForm
from beleidszoeker.index.store.knowledge import Closeness
from beleidszoeker.ingest.knowledge.model import NameKind

_FOUND: JsonDict = SEARCH["results"][0]  # type: ignore[assignment,index]  # as it is written there
_NAME: JsonDict = {
    "id": "miek",
    "kind": "programme",
    "name": "Meerjarenprogramma Infrastructuur Energie en Klimaat",
    "label": "MIEK",
    "abbreviations": ["MIEK"],
    "other_names": ["nationaal MIEK"],
    "identifier": None,
    "learned": False,
}
_CLUSTER: JsonDict = {
    "id": "chemelot",
    "kind": "cluster",
    "name": "Chemelot",
    "label": "Chemelot",
    "abbreviations": [],
    "other_names": ["industrieterrein Chemelot"],
    "identifier": None,
    "learned": False,
}
_YEARS: list[JsonDict] = [{"year": "2024", "documents": 1, "passages": 3}]
_COUNTED: JsonDict = {**_NAME, "documents": 1, "passages": 3, "mentions": 5, "years": [*_YEARS]}
_TEXT = "Het MIEK brengt projecten rond Chemelot bij elkaar."
_PASSAGE: JsonDict = {
    "id": "3c3f9f883bb38cbb-0f12ab34",
    "text": _TEXT,
    "start": 1042,
    "marks": [{"name": "miek", "start": 1046, "end": 1050}, {"name": "chemelot", "start": 1073, "end": 1081}],
}
_MET: JsonDict = {
    "passage": _PASSAGE,
    "closeness": "sentence",
    "citation": _FOUND["citation"],
    "headings": [{"text": "Industrie", "marks": []}],
    "next": None,
}
_DEFINED: JsonDict = {
    "document_id": "3c3f9f883bb38cbb",
    "title": "Ruimte voor energie",
    "kind": "kamerbrief",
    "date": "2024-05-17",
    "start": 88,
    "end": 145,
    "text": "Het MIEK is een programma van Rijk, regio en netbeheerders.",
    "page_first": 2,
    "page_last": 2,
    "passage_id": "3c3f9f883bb38cbb-0f12ab34",
    "label": "Kamerbrief Ruimte voor energie, 17 mei 2024, p. 2",
    "strength": 94,
}


def _config(example: JsonDict) -> ConfigDict:
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NameForm(_Form):
    """Something with a name."""

    id: str = Field(description="Of the gazetteer, or `~` and how documents write it.")
    kind: NameKind
    name: str
    label: str = Field(description="Its abbreviation where it has one, else its name.")
    abbreviations: list[str]
    other_names: list[str]
    identifier: str | None = Field(description="Public address of a public body; null where none is known.")
    learned: bool = Field(description="Whether only documents know it.")

    model_config = _config(_NAME)


class YearForm(_Form):
    """How often in documents of one year."""

    year: str = Field(description="`onbekend` for documents without a date.")
    documents: int
    passages: int


class NameCountForm(NameForm):
    """A name with how often it is used."""

    documents: int = Field(description="Documents that name it.")
    passages: int = Field(description="Passages that do.")
    mentions: int = Field(description="How often in all.")
    years: list[YearForm] = Field(description="The earliest first.")

    model_config = _config(_COUNTED)


class NamesForm(_Form):
    """Names, those in the most documents first."""

    names: list[NameCountForm]
    total: int = Field(description="How many there are on all pages.")
    next: str | None = Field(description="Give it as `cursor` for the next page; null on the last.")

    model_config = _config({"names": [_COUNTED], "total": 1, "next": None})


class DefinitionForm(_Form):
    """A literal sentence that says what a name means."""

    document_id: str
    title: str
    kind: str
    date: str | None
    start: int = Field(description="First character, in the document's canonical text.")
    end: int
    text: str
    page_first: int | None
    page_last: int | None
    passage_id: str | None
    label: str = Field(description="The citation in the house notation.")
    strength: int = Field(description="How plainly it says so, 1 to 100.")

    model_config = _config(_DEFINED)


class RelatedForm(_Form):
    """A name that meets another."""

    name: NameForm
    passages: int


class WholeNameForm(NameCountForm):
    """A name with what it means and which others it meets."""

    definitions: list[DefinitionForm] = Field(description="The best first; none where no document says it.")
    related: list[RelatedForm]

    model_config = _config(
        {**_COUNTED, "definitions": [_DEFINED], "related": [{"name": _CLUSTER, "passages": 3}]}
    )


class CellForm(_Form):
    """How often two names meet."""

    row: str
    column: str
    passages: int = Field(description="Passages that hold both; a name in a heading above counts.")
    documents: int = Field(description="Documents with such a passage.")
    nearby: int = Field(description="Further passages that hold one where the next holds the other.")
    years: list[YearForm]


class MatrixForm(_Form):
    """Names of one side against those of the other; pairs that never meet have no cell."""

    rows: list[NameForm]
    columns: list[NameForm]
    cells: list[CellForm]

    model_config = _config(
        {
            "rows": [_NAME],
            "columns": [_CLUSTER],
            "cells": [
                {
                    "row": "miek",
                    "column": "chemelot",
                    "passages": 3,
                    "documents": 1,
                    "nearby": 0,
                    "years": [*_YEARS],
                }
            ],
        }
    )


class NameMarkForm(_Form):
    """A name in the text of a passage."""

    name: str
    start: int = Field(description="First character, in the document's canonical text.")
    end: int


class MarkedPassageForm(_Form):
    """A passage with the names that were asked for."""

    id: str
    text: str
    start: int = Field(description="Its first character in the document's canonical text.")
    marks: list[NameMarkForm]


class MarkedHeadingForm(_Form):
    """A heading above a passage."""

    text: str
    marks: list[tuple[int, int]] = Field(description="Where the names stand in it.")


class MetForm(_Form):
    """A passage that names what was asked for."""

    passage: MarkedPassageForm
    closeness: Closeness = Field(description="How close the two stand; `sentence` where one was asked for.")
    citation: CitationForm
    headings: list[MarkedHeadingForm]
    next: MarkedPassageForm | None = Field(description="The passage after it, where one of the two is there.")


class MeetingsForm(_Form):
    """Passages: the closest first, then the newest."""

    passages: list[MetForm]
    totals: dict[Closeness, int] = Field(description="How many there are in all, by closeness.")
    documents: int = Field(description="In how many documents.")
    next: str | None = Field(description="Give it as `cursor` for the next page; null on the last.")

    model_config = _config({"passages": [_MET], "totals": {"sentence": 1}, "documents": 1, "next": None})
