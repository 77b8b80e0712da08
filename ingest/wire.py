"""A prepared document as JSON-ready data: how it travels out of the parser's process.

JSON and not pickle: the process has read hostile input, so what it sends must not be able to run code.
"""

from dataclasses import asdict
from typing import Any

from beleidszoeker.ingest.document import (
    Block,
    BlockKind,
    Box,
    Evidence,
    FootnoteLink,
    LineSpan,
    Metadata,
    Page,
    ParsedDocument,
    Passage,
)
from beleidszoeker.ingest.parse import PreparedDocument


def to_wire(prepared: PreparedDocument) -> dict[str, Any]:
    """Return plain lists, dictionaries, strings and numbers."""
    return asdict(prepared)


def from_wire(data: dict[str, Any]) -> PreparedDocument:
    """Rebuild a prepared document.

    Raises:
        TypeError: The data has another shape; likewise ``KeyError`` and ``ValueError``.
    """
    return PreparedDocument(
        document=_document(data["document"]),
        metadata=_metadata(data["metadata"]),
        passages=tuple(_passage(item) for item in data["passages"]),
    )


def _document(data: dict[str, Any]) -> ParsedDocument:
    return ParsedDocument(
        text=str(data["text"]),
        blocks=tuple(
            Block(**{**item, "kind": BlockKind(item["kind"]), "section": tuple(item["section"])})
            for item in data["blocks"]
        ),
        pages=tuple(Page(**item) for item in data["pages"]),
        lines=tuple(
            LineSpan(item["start"], item["end"], item["page"], Box(*item["box"]) if item["box"] else None)
            for item in data["lines"]
        ),
        footnotes=tuple(FootnoteLink(**item) for item in data["footnotes"]),
        properties={str(name): str(value) for name, value in data["properties"].items()},
        warnings=tuple(data["warnings"]),
    )


def _metadata(data: dict[str, Any]) -> Metadata:
    return Metadata(
        title=Evidence(**data["title"]),
        kind=Evidence(**data["kind"]),
        date=Evidence(**data["date"]) if data["date"] else None,
        organisations=tuple(Evidence(**item) for item in data["organisations"]),
        dossiers=tuple(Evidence(**item) for item in data["dossiers"]),
        language=str(data["language"]),
        url=data["url"],
    )


def _passage(data: dict[str, Any]) -> Passage:
    sentences = tuple((int(start), int(end)) for start, end in data["sentences"])
    return Passage(
        **{
            **data,
            "section": tuple(data["section"]),
            "sentences": sentences,
            "notes": tuple(data["notes"]),
        }
    )
