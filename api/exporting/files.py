"""Exports as files over HTTP."""

from collections.abc import Sequence
from datetime import UTC, datetime

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
    return Response(
        form.write(title, items, about),
        media_type=form.media_type,
        headers={
            "content-disposition": f'attachment; filename="{_NAME}{form.suffix}"',
            "cache-control": "no-cache",
        },
    )


def today() -> str:
    """Return this day where the service runs, ISO 8601."""
    return datetime.now(tz=UTC).astimezone().date().isoformat()
