"""Kamerstukdossiers that a document belongs to or cites."""

import re

from beleidszoeker.ingest.document import Evidence, ParsedDocument
from beleidszoeker.ingest.metadata.kamerstukken import papers

_DOSSIER = re.compile(r"\d{5}(?:-[A-Z\d]{1,6})?")


def find_dossiers(document: ParsedDocument) -> tuple[Evidence, ...]:
    """Return each dossier once, as ``29826`` or ``36410-XIII``: first those that the file declares."""
    declared = (part.strip() for part in document.properties.get("dossiers", "").split(","))
    found = {value: Evidence(value) for value in declared if _DOSSIER.fullmatch(value)}
    for paper in papers(document.text):
        found.setdefault(paper.dossier, Evidence(paper.dossier, paper.start, paper.end))
    return tuple(found.values())
