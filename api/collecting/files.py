"""A collection as a file."""

import re
import unicodedata
from datetime import UTC, datetime
from urllib.parse import quote

from fastapi import Response

from beleidszoeker.api.collecting.keeping import cited
from beleidszoeker.api.exporting import FORMATS, About
from beleidszoeker.api.service import Service
from beleidszoeker.index.desk.kept import Collection
from beleidszoeker.index.desk.standing import standings

_LONGEST_NAME = 80


def collection_file(service: Service, found: Collection, format_name: str, site: str) -> Response:
    """Return a collection as a file, in its order and with its notes.

    Args:
        service: The library, to tell what became of the documents since.
        found: The collection.
        format_name: A key of ``FORMATS``.
        site: Address of this service, for permalinks.
    """
    chosen = FORMATS[format_name]
    items = cited(found.items, standings(service.reader, found.items), site)
    data = chosen.write(found.title, items, About(day=datetime.now(UTC).astimezone().date().isoformat()))
    name = file_name(found.title)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or "map"
    disposition = (
        f"attachment; filename=\"{plain}{chosen.suffix}\"; filename*=UTF-8''{quote(name)}{chosen.suffix}"
    )
    headers = {"content-disposition": disposition, "cache-control": "no-store"}
    return Response(data, media_type=chosen.media_type, headers=headers)


def file_name(title: str) -> str:
    """Return a title as the name of a file on any system.

    >>> file_name("Netcapaciteit: Chemelot / Geleen?")
    'Netcapaciteit Chemelot Geleen'
    """
    words = re.sub(r"[^\w .,()-]", " ", title).split()
    return " ".join(words)[:_LONGEST_NAME].strip(". ") or "map"
