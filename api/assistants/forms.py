"""What the tools return. The descriptions are read by assistants: they say how to quote and cite."""

from pydantic import BaseModel, ConfigDict, Field

_LITERAL = "Literal text of the document: quote it letter for letter, or not at all."


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Source(_Form):
    """Where a passage stands: what a citation needs."""

    label: str = Field(description="The citation as it is written in Dutch; put it behind every quote.")
    permalink: str = Field(description="Address of the passage for people; give it with the label.")
    document_id: str = Field(description="For the tool `document`.")
    title: str
    kind: str
    date: str | None = Field(description="ISO 8601 day, or null where the document gives none.")
    page_first: int | None = Field(description="Page in the file; null where unknown: never guess one.")
    page_last: int | None
    section: list[str] = Field(description="Headings above it, outermost first.")
    url: str | None = Field(description="Public address of the document, where it states one.")
    recognised: bool = Field(description="Read by character recognition with doubt: say so when citing.")


class Hit(_Form):
    """A passage that was found."""

    passage_id: str = Field(description="For the tools `passage` and `similar`.")
    score: float = Field(description="0 to 1; compare within one answer only.")
    quotes: list[str] = Field(description="Its best sentences. " + _LITERAL)
    text: str | None = Field(
        description="The whole passage; null where the answer would get too long: use `passage`. " + _LITERAL
    )
    source: Source


class Found(_Form):
    """What a search found."""

    query: str
    answered: bool = Field(
        description="False: nothing relevant is in the library. Say so; do not make it up."
    )
    message: str | None = Field(description="What the person should know, in Dutch.")
    notes: list[str] = Field(description="How the query was read, in Dutch.")
    hits: list[Hit]


class WholePassage(_Form):
    """One passage in full."""

    passage_id: str
    text: str = Field(description=_LITERAL)
    truncated: bool = Field(description="Whether text or footnotes were cut for their length.")
    footnotes: list[str] = Field(description="Footnotes that it cites. " + _LITERAL)
    start: int = Field(description="First character in the document's text, for the tool `document`.")
    end: int = Field(description="One past the last.")
    source: Source


class Heading(_Form):
    """A heading of a document."""

    title: str
    level: int = Field(description="Depth, from 1.")
    start: int = Field(description="Where it begins: give it as `start` to read from there.")
    page: int | None


class WholeDocument(_Form):
    """What is known of a document, and a part of its text."""

    document_id: str
    title: str
    kind: str
    date: str | None
    organisations: list[str]
    dossiers: list[str]
    authors: list[str]
    pages: int | None
    source: str | None = Field(description="Name of the file.")
    url: str | None
    outline: list[Heading] = Field(description="Its headings; given only with the beginning of the text.")
    outline_complete: bool = Field(description="False where headings were left out for their number.")
    text: str = Field(description="From `start` to `end`. " + _LITERAL)
    start: int
    end: int
    length: int = Field(description="Characters of the whole text.")
    next: int | None = Field(
        description="Give this as `start` to read on; null at the end of what was asked."
    )
    page_first: int | None = Field(description="Page on which this part begins; null where unknown.")
    page_last: int | None
