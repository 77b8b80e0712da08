"""Kamerstukdossiers that a document belongs to or cites."""

import re
from collections.abc import Iterable, Iterator

from beleidszoeker.ingest.document import Evidence, ParsedDocument
from beleidszoeker.ingest.knowledge.references.found import Found

_DOSSIER = re.compile(r"\d{5}(?:-[A-Z\d]{1,6})?")
_OF_KEY = re.compile(r"kst-(\d{5}(?:-[A-Z\d]+)?)-[A-Z\d]+|dossier-(\d{5}(?:-[A-Z\d]+)?)")


def find_dossiers(document: ParsedDocument, cited: Iterable[Found]) -> tuple[Evidence, ...]:
    """Return each dossier once, as ``29826`` or ``36410-XIII``: first those that the file declares.

    Args:
        document: The document.
        cited: The references in its text.
    """
    declared = (part.strip() for part in document.properties.get("dossiers", "").split(","))
    found = {value: Evidence(value) for value in declared if _DOSSIER.fullmatch(value)}
    for evidence in cited_dossiers(cited):
        found.setdefault(evidence.value, evidence)
    return tuple(found.values())


def cited_dossiers(cited: Iterable[Found]) -> Iterator[Evidence]:
    """Yield the dossier of each reference to a Kamerstuk, where its number stands."""
    for found in cited:
        match = _OF_KEY.fullmatch(found.key)
        if match and found.dossier:
            yield Evidence(match[1] or match[2], *found.dossier)
