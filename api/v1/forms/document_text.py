"""The forms of a document's text and outline."""

from pydantic import BaseModel, ConfigDict, Field, JsonValue

_TEXT: dict[str, JsonValue] = {
    "document_id": "3c3f9f883bb38cbb",
    "start": 0,
    "end": 62,
    "length": 8213,
    "next": 62,
    "text": "Ruimte voor industrie\n\nDe clusters hebben ruimte nodig om te…",
    "blocks": [
        {
            "kind": "heading",
            "start": 0,
            "end": 21,
            "level": 1,
            "section": [],
            "label": "",
            "heads": "",
            "page_first": 1,
            "page_last": 1,
        }
    ],
    "footnotes": [{"position": 44, "label": "1", "start": 8100, "end": 8121}],
}
_OUTLINE: dict[str, JsonValue] = {
    "document_id": "3c3f9f883bb38cbb",
    "headings": [{"text": "Ruimte voor industrie", "level": 1, "start": 0, "end": 21, "page": 1}],
    "pages": [{"number": 1, "label": "1", "start": 0, "width": 595.28, "height": 841.89, "confidence": None}],
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class BlockForm(_Form):
    """What the parser saw as one block."""

    kind: str = Field(description="heading, paragraph, list_item, table_row, footnote or caption.")
    start: int = Field(description="First character in the canonical text.")
    end: int = Field(description="One past the last. Cells of a table's row are parted by tabs.")
    level: int = Field(description="Depth of a heading, from 1; else 0.")
    section: list[str] = Field(description="Headings above it, outermost first.")
    label: str = Field(description="A footnote's number as printed.")
    heads: str = Field(description="Column heads of a table's row, parted by tabs.")
    page_first: int | None
    page_last: int | None


class FootnoteForm(_Form):
    """A footnote, and the place that cites it."""

    position: int = Field(description="In the canonical text, just after the word that carries the marker.")
    label: str
    start: int = Field(description="First character of the footnote itself.")
    end: int


class TextForm(_Form):
    """A part of a document's canonical text."""

    document_id: str
    start: int = Field(description="First character that is given.")
    end: int = Field(description="One past the last.")
    length: int = Field(description="Characters of the whole text.")
    next: int | None = Field(description="Where to go on; null at the end.")
    text: str = Field(description="The characters from start to end; all spans count in the whole text.")
    blocks: list[BlockForm] = Field(description="Blocks that stand in it, in part at least.")
    footnotes: list[FootnoteForm] = Field(description="Footnotes that are cited in it.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_TEXT]})


class HeadingForm(_Form):
    """A heading."""

    text: str
    level: int
    start: int
    end: int
    page: int | None = Field(description="Number of the page in the file; null where pages are not known.")


class PageForm(_Form):
    """A page of the file."""

    number: int
    label: str | None = Field(description="Its number as printed, where that is known.")
    start: int | None = Field(
        description="Where it begins in the canonical text; null where nothing stands on it."
    )
    width: float = Field(description="In points; 0 where the format has no geometry.")
    height: float
    confidence: float | None = Field(description="How sure character recognition was, 0 to 100.")


class OutlineForm(_Form):
    """A document's headings and pages."""

    document_id: str
    headings: list[HeadingForm]
    pages: list[PageForm]

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_OUTLINE]})
