"""The clauses of a motion: what it establishes, what it considers, what it asks."""

import re
from itertools import pairwise
from typing import NamedTuple

from beleidszoeker.ingest.knowledge.model import Span

_OPENS = re.compile(
    r"(?:(?<=[;,:])|(?<=\n)|(?<=\sen))\s{0,6}"
    r"(?:(?P<noting>constaterende?(?:\s{1,4}dat)?|vaststellende(?:\s{1,4}dat)?)"
    r"|(?P<considering>overwegende(?:\s{1,4}dat)?|van\s{1,4}(?:mening|oordeel)(?:\s{1,4}dat)?"
    r"|in\s{1,4}aanmerking\s{1,4}nemende(?:\s{1,4}dat)?)"
    r"|(?P<requests>verzoekt\s|roept\s[^.;]{3,120}?\sop\b|spreekt\s{1,4}(?:als\s[^.;]{3,60}\s)?uit\b"
    r"|draagt\s[^.;]{3,80}?\sop\b|vraagt\s{1,4}(?:de|het)\s))"
)
_EDGE = " \t\n\r;,:."


class Clauses(NamedTuple):
    """Spans of the clauses, each from its opening word, without the sign behind it.

    Attributes:
        noting: *constaterende dat …*
        considering: *overwegende dat …*, *van mening dat …*
        requests: *verzoekt de regering …*, *spreekt uit …*
    """

    noting: tuple[Span, ...]
    considering: tuple[Span, ...]
    requests: tuple[Span, ...]


def clauses(words: str, start: int, end: int) -> Clauses:
    """Cut ``[start, end)`` of a text, the part of a motion behind its opening, into clauses."""
    found = [
        (match.lastgroup or "", match.start(match.lastgroup or 0)) for match in _opened(words, start, end)
    ]
    places = [*found, ("", end)]
    spans: dict[str, list[Span]] = {"noting": [], "considering": [], "requests": []}
    for (kind, first), (_, last) in pairwise(places):
        spans[kind].append((first, _trimmed(words, first, last, closes=last == end)))
    return Clauses(*(tuple(spans[name]) for name in Clauses._fields))


def _opened(words: str, start: int, end: int) -> list[re.Match[str]]:
    """Return where clauses open; behind a comma of a request only another request does."""
    found: list[re.Match[str]] = []
    asked = False
    for match in _OPENS.finditer(words, start, end):
        if asked and match.lastgroup != "requests" and words[match.start() - 1 : match.start()] == ",":
            continue
        asked = asked or match.lastgroup == "requests"
        found.append(match)
    return found


def _trimmed(words: str, start: int, end: int, *, closes: bool) -> int:
    """Return where a clause ends: before its comma, and before *en* where the order of the day follows."""
    while end > start and words[end - 1] in _EDGE:
        end -= 1
    if closes and words[max(start, end - 3) : end].strip() == "en":
        end -= 2
        while end > start and words[end - 1] in _EDGE:
            end -= 1
    return end
