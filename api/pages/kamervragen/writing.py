"""Who asked, who answered and how long it took, as people read it."""

from collections.abc import Mapping
from typing import Any

from beleidszoeker.api.pages.reading.links import Links
from beleidszoeker.api.pages.writing import plural


def asked_by(found: Mapping[str, Any]) -> str:
    """Return who asks: *De Wit (ABC) en Bos (XYZ)*; empty where the document does not say."""
    members = [
        f"{member['name']} ({member['party']})" if member["party"] else member["name"]
        for member in found["members"]
    ]
    return _enumerated(members)


def answered_by(found: Mapping[str, Any]) -> str:
    """Return who answers, or else who is asked: *minister Jansen (Klimaat en Groene Groei)*."""
    return _enumerated([_office(office) for office in found["ministers"] or found["addressees"]])


def delay(days: int | None) -> str:
    """Return how long the answer took.

    >>> delay(21), delay(1), delay(None)
    ('na 21 dagen', 'na 1 dag', '')
    """
    return "" if days is None else f"na {plural(days, 'dag', 'dagen')}"


def place(found: Mapping[str, Any], said: Mapping[str, Any]) -> str:
    """Return the address of the reading page with these words marked."""
    return Links(found["document_id"], passage_id=said["passage_id"]).place(said["start"], said["end"])


def _office(office: Mapping[str, str]) -> str:
    name, portfolio = office["name"], office["portfolio"]
    if name and portfolio:
        return f"{office['role']} {name} ({portfolio})"
    return f"{office['role']} {name or portfolio}".rstrip()


def _enumerated(names: list[str]) -> str:
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
