"""The vergaderjaar that a parliamentary paper states at its head."""

import re

from beleidszoeker.ingest.document import Evidence, ParsedDocument
from beleidszoeker.ingest.knowledge.references.years import session_year

_YEAR = re.compile(r"\bvergaderjaar\s+((?:19|20)\d\d)\s*[-/–]\s*((?:19|20)?\d\d)\b", re.IGNORECASE)
_CITED = re.compile(r"(?:handelingen|kamerstuk(?:ken)?)[^\n.;]{0,30}$", re.IGNORECASE)
_HEAD = 600


def find_session_year(document: ParsedDocument) -> Evidence | None:
    """Return the session year of the document itself as ``2023-2024``; that of a cited paper never counts."""
    for match in _YEAR.finditer(document.text[:_HEAD]):
        if not _CITED.search(document.text[: match.start()]) and (value := session_year(*match.groups())):
            return Evidence(value, match.start(1), match.end())
    declared = re.fullmatch(r"(\d{4})\s*[-/–]?\s*(\d{4}|\d\d)", document.properties.get("session_year", ""))
    value = session_year(*declared.groups()) if declared else None
    return Evidence(value) if value else None
