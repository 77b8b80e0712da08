"""Deals are named after whom they are with: ``Regio Deal Zuid-Limburg`` is one name."""

import re
from dataclasses import replace

from beleidszoeker.ingest.knowledge.names.matching import Found

_DEALS = frozenset({"regio-deal", "woondeal", "town-deal", "city-deal", "green-deal", "interreg"})
_NAME = (
    r"(?!Regio\b|Interreg\b|Woon|Town\b|City\b|NOVEX|Kamer|Rijk\b)"
    r"[A-ZÀ-Ý][\w'’]{1,40}(?:[-–/][\w'’]{1,40}){0,3}"
)
_PARTNER = re.compile(
    rf"""
    [ \n](?:regio[ ])?
    (?:{_NAME}-?[ \n]en[ \n](?=[A-Z][a-z]{{1,20}}-))?  # Midden- en West-Brabant
    {_NAME}
    (?:[ \n](?:(?:op|aan|in|van|de|den|der|het|voor)[ \n]){{0,2}}{_NAME}){{0,4}}
    """,
    re.VERBOSE,
)
_SUSPENDED = re.compile(r"[ \n](?:[A-Z][a-z]{2,20}-[ \n]en[ \n])[A-Z][a-z]{2,20}-[A-Z]\w{1,30}")


def whole_deal(text: str, found: Found) -> Found:
    """Return a deal with whom it is with, anything else as it is."""
    if found.form.entry not in _DEALS or (found.form.open and text[found.end : found.end + 1].isalpha()):
        return found
    match = _SUSPENDED.match(text, found.end) or _PARTNER.match(text, found.end)
    return replace(found, end=match.end()) if match else found
