"""``/api/v1/documents/{id}/text``, ``/outline`` and ``/file``."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.originals import IfNoneMatch, original_response
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.document_text import OutlineForm, TextForm
from beleidszoeker.api.v1.forms.search import Problem
from beleidszoeker.api.v1.reading.parameters import DocumentId
from beleidszoeker.api.v1.reading.responses import PROBLEMS
from beleidszoeker.index.originals import original_of
from beleidszoeker.ingest.document import Block, ParsedDocument
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.search.reading import outline, page_starts

router = APIRouter(responses=PROBLEMS)
_MOST = 200_000
_USUAL = 100_000
_BYTES = {
    "content": {"application/pdf": {}, "application/octet-stream": {}},
    "description": "The file's own bytes.",
}
_FILE: dict[int | str, dict[str, Any]] = {
    200: _BYTES,
    206: {**_BYTES, "description": "The range of bytes that was asked for."},
    304: {"description": "These bytes are known already."},
    400: {"description": "The range cannot be read."},
    410: {"description": "The file changed or is gone; the text is there still.", "model": Problem},
    416: {"description": "The file holds no such range."},
}


@router.get(
    "/documents/{document_id}/text",
    response_model=TextForm,
    dependencies=[CONDITIONAL],
    responses=NOT_MODIFIED,
)
def text(
    service: ServiceDependency,
    document_id: DocumentId,
    start: Annotated[int, Query(ge=0, le=2**31, description="First character.")] = 0,
    count: Annotated[int, Query(ge=1, le=_MOST, description="How many characters at most.")] = _USUAL,
) -> Any:
    """Return a part of a document's canonical text with its blocks; all spans anywhere count in this text."""
    document = service.reader.parsed(document_id)
    length = len(document.text)
    start = min(start, length)
    end = min(start + count, length)
    pages = PageMap(document)
    return {
        "document_id": document_id,
        "start": start,
        "end": end,
        "length": length,
        "next": end if end < length else None,
        "text": document.text[start:end],
        "blocks": [
            _block(block, pages) for block in document.blocks if block.start < end and block.end > start
        ],
        "footnotes": _footnotes(document, start, end),
    }


@router.get(
    "/documents/{document_id}/outline",
    response_model=OutlineForm,
    dependencies=[CONDITIONAL],
    responses=NOT_MODIFIED,
)
def headings(service: ServiceDependency, document_id: DocumentId) -> Any:
    """Return a document's headings and pages, with where each begins in its text."""
    document = service.reader.parsed(document_id)
    begins = {number: position for position, number in page_starts(document)}
    return {
        "document_id": document_id,
        "headings": [
            {"text": each.text, "level": each.level, "start": each.start, "end": each.end, "page": each.page}
            for each in outline(document)
        ],
        "pages": [
            {
                "number": page.number,
                "label": page.label,
                "start": begins.get(page.number),
                "width": page.width,
                "height": page.height,
                "confidence": page.confidence,
            }
            for page in document.pages
        ],
    }


@router.get("/documents/{document_id}/file", response_class=Response, responses=_FILE)
def file(service: ServiceDependency, document_id: DocumentId, if_none_match: IfNoneMatch = None) -> Response:
    """Return the bytes that a document was read from, in ranges where that is asked.

    A PDF is for looking at; any other format is for keeping, and browsers are told so.
    """
    return original_response(original_of(service.reader, document_id), if_none_match)


def _block(block: Block, pages: PageMap) -> dict[str, Any]:
    first, last = pages.span(block.start, block.end)
    return {
        "kind": block.kind.value,
        "start": block.start,
        "end": block.end,
        "level": block.level,
        "section": list(block.section),
        "label": block.label,
        "heads": block.heads,
        "page_first": first,
        "page_last": last,
    }


def _footnotes(document: ParsedDocument, start: int, end: int) -> list[dict[str, Any]]:
    return [
        {
            "position": link.position,
            "label": link.label,
            "start": document.blocks[link.block].start,
            "end": document.blocks[link.block].end,
        }
        for link in document.footnotes
        if start < link.position <= end
    ]
