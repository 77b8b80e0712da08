"""Exports as files over HTTP."""

from collections.abc import Sequence

from fastapi import Response

from beleidszoeker.api.exporting.cited import About, Cited
from beleidszoeker.api.exporting.formats import FORMATS

_NAME = "bijlage-citaten"


def file_response(name: str, title: str, items: Sequence[Cited], about: About) -> Response:
    """Return quotations as a file to keep.

    Args:
        name: A name in ``FORMATS``.
        title: Title of the annex.
        items: The quotations.
        about: What is told about them.
    """
    form = FORMATS[name]
    return attachment(f"{_NAME}{form.suffix}", form.media_type, form.write(title, items, about))


def attachment(name: str, media_type: str, content: bytes) -> Response:
    """Return bytes as a file to keep.

    Args:
        name: Its name; plain letters.
        media_type: Its media type.
        content: The bytes.
    """
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache"}
    return Response(content, media_type=media_type, headers=headers)
