"""Permalinks: the address of a passage with what is quoted of it; see docs/citing.md."""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from beleidszoeker.search.quoting.quotation import Part

_PART = re.compile(r"(\d{1,9})-(\d{1,9})-([0-9a-f]{8})")
MOST_PARTS = 20
LONGEST_PART = 30


def permalink(base: str, passage_id: str, parts: Sequence[Part] = (), snapshot: int | None = None) -> str:
    """Return the permalink of a quotation.

    Args:
        base: Address of the service, with or without a slash at its end.
        passage_id: The passage.
        parts: What is quoted of it.
        snapshot: Number of the snapshot in which it was found.
    """
    asked = urlencode(parameters(parts, snapshot))
    return f"{base.rstrip('/')}/passages/{quote(passage_id, safe='')}" + (f"?{asked}" if asked else "")


def parameters(parts: Sequence[Part], snapshot: int | None) -> list[tuple[str, str]]:
    """Return the parameters of a permalink, in order."""
    numbered = [] if snapshot is None else [("snapshot", str(snapshot))]
    return [*numbered, *(("citaat", written(part)) for part in parts)]


def written(part: Part) -> str:
    """Return a part as an address has it.

    >>> written(Part(1042, 1088, "0f12ab34"))
    '1042-1088-0f12ab34'
    """
    return f"{part.start}-{part.end}-{part.digest}"


def read_parts(values: Sequence[str]) -> tuple[Part, ...]:
    """Read what ``written`` wrote; anything else is passed over.

    >>> read_parts(["1042-1088-0f12ab34", "9-3-0f12ab34", "x"])
    (Part(start=1042, end=1088, digest='0f12ab34'),)
    """
    found = (_PART.fullmatch(value) for value in values[:MOST_PARTS])
    parts = (Part(int(match[1]), int(match[2]), match[3]) for match in found if match)
    return tuple(part for part in parts if part.start < part.end)
