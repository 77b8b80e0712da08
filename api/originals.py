"""A document's own bytes as an answer: a PDF to look at, in ranges; all else to keep, never to render."""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import Header
from fastapi.responses import FileResponse, Response

from beleidszoeker.index.originals import Original

_KEPT = "private, no-cache"  # asked again each time: the file may be gone by then
IfNoneMatch = Annotated[str | None, Header(include_in_schema=False)]


def original_response(original: Original, if_none_match: str | None = None) -> Response:
    """Return the bytes of a document.

    HTML and office documents are hostile: a browser is told to save them, and not to guess what they are.

    Args:
        original: What to send.
        if_none_match: The digest that a browser has already.
    """
    tag = f'"{original.digest}"'
    headers = {"etag": tag, "cache-control": _KEPT, "content-disposition": _disposition(original)}
    if if_none_match is not None and tag in if_none_match:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    kind = "application/pdf" if original.is_pdf else "application/octet-stream"
    if original.path is not None:
        return FileResponse(original.path, headers=headers, media_type=kind)
    return Response(original.data, headers=headers, media_type=kind)


def _disposition(original: Original) -> str:
    """Name the file in ASCII and, for all others, as RFC 6266 has it."""
    how = "inline" if original.is_pdf else "attachment"
    plain = "".join(
        char if char.isascii() and char.isprintable() and char not in '"\\' else "_" for char in original.name
    )
    return f"{how}; filename=\"{plain}\"; filename*=utf-8''{quote(original.name, safe='', errors='replace')}"
