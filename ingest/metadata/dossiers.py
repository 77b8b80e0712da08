"""Kamerstukdossiers that a document belongs to or cites."""

import re

from beleidszoeker.ingest.document import Evidence

_CITED = re.compile(
    r"\bKamerstuk(?:ken)?\s*(?:I{1,2}\s*)?(?:,?\s*\d{4}\s*[-/–]\s*\d{2,4}\s*,?)?\s*"
    r"(\d{2}[ .]?\d{3})(?:\s?-\s?([IVX]+)\b|\s([IVX]{1,5})\b)?",
)


def find_dossiers(text: str) -> tuple[Evidence, ...]:
    """Return each dossier once, at its first mention, as ``29826`` or ``36410-XIII``.

    >>> [e.value for e in find_dossiers("Kamerstuk 29 826-211 en Kamerstukken II 2024/25, 36 410-XIII")]
    ['29826', '36410-XIII']
    """
    found: dict[str, Evidence] = {}
    for match in _CITED.finditer(text):
        number, chapter = re.sub(r"\D", "", match.group(1)), match.group(2) or match.group(3)
        value = f"{number}-{chapter}" if chapter else number
        found.setdefault(value, Evidence(value, match.start(1), match.end()))
    return tuple(found.values())
