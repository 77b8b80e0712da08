"""The directorate or department that a letterhead names below its ministry."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from beleidszoeker.ingest.document import Block, Evidence, ParsedDocument

_UNIT = (
    r"(?:Directoraat-[Gg]eneraal|(?:Hoofd|Programma|Stuurgroep|Bestuurs)?[Dd]irectie|DIRECTORAAT-GENERAAL|DIRECTIE"
    r"|Bestuursdepartement|Afdeling|Kabinet Minister-President)"
)
_LINE = re.compile(rf"(?:^|\n)\s*({_UNIT}\b[^\n\t]*)")
_INNER = re.compile(rf"\s+(?={_UNIT}\s)")
_ADDRESS = re.compile(
    r"\s+(?:\S+(?:straat|laan|weg|plein|kade|markt|gracht|hof|voorhout)\w*\s+\d|Postbus|Ministerie\b|Aan\b|Contactpersoon"
    r"|Datum\b|T\s0|www\.|\d).*$"
)
_STARTS = re.compile(_UNIT + r"\b")
_ENDS = re.compile(r"Ministerie\b|Datum\b|Ons kenmerk|Kenmerk|Onze referentie|\d")
_SPLIT_LETTER = re.compile(r"\b([A-Z]) (?=[a-z]{4,})")
_SHORTEST, _LONGEST = 8, 90


def find_departments(document: ParsedDocument, head: Sequence[Block]) -> tuple[Evidence, ...]:
    """Return directorates and the like, outermost first, each once.

    A unit is named on a line of its own: in the head, or in the running head that a letter repeats on its
    continuation pages, which is no part of the text.
    """
    found: dict[str, Evidence] = {}
    for block in head:
        for match in _LINE.finditer(document.text[block.start : block.end]):
            for start, end in _units(match.group(1), block.start + match.start(1)):
                value = _written(document.text[start:end])
                if value:
                    found.setdefault(value, Evidence(value, start, end))
    for value in _running(document.properties.get("running", "")):
        found.setdefault(value, Evidence(value))
    return tuple(found.values())


def _units(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Cut a line where a unit within the unit begins, and before an address."""
    cuts = [0, *(match.end() for match in _INNER.finditer(line)), len(line)]
    for first, last in pairwise(cuts):
        part = _ADDRESS.sub("", line[first:last]).rstrip(" ,:;")
        yield start + first, start + first + len(part)


def _running(text: str) -> Iterator[str]:
    """A unit's name runs on over the lines of its column, up to another unit or the ministry."""
    part: list[str] = []
    for line in [*text.split("\n"), ""]:
        begins = bool(_STARTS.match(line))
        if part and (begins or not line or _ENDS.match(line)):
            yield from filter(None, [_written(" ".join(part))])
            part = []
        if begins or part:
            part.append(line)


def _written(text: str) -> str | None:
    joined = " ".join(_SPLIT_LETTER.sub(r"\1", text).split())
    value = joined[:1].upper() + joined[1:]
    return value if _SHORTEST < len(value) <= _LONGEST and not value.endswith(".") else None
