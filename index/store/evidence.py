"""Metadata with its evidence, as one JSON column and as facets."""

import json
from collections.abc import Iterator, Mapping

from beleidszoeker.ingest.document import Evidence, Metadata

_SINGLE = ("title", "kind", "date", "kenmerk", "uw_kenmerk", "session_year", "language")
_FACETS = {
    "organisations": "organisation",
    "departments": "department",
    "dossiers": "dossier",
    "kamerstukken": "kamerstuk",
    "session_year": "session_year",
    "language": "language",
}
"""Field of the metadata → name of its facet."""


def evidence_of(metadata: Metadata) -> dict[str, tuple[Evidence, ...]]:
    """Return the fields that are known, each with all its values."""
    found = {
        "organisations": metadata.organisations,
        "departments": metadata.departments,
        "authors": metadata.authors,
        "addressees": metadata.addressees,
        "dossiers": metadata.dossiers,
        "kamerstukken": metadata.kamerstukken,
    }
    for name in _SINGLE:
        value: Evidence | None = getattr(metadata, name)
        found[name] = (value,) if value else ()
    return {name: values for name, values in found.items() if values}


def facets(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """Yield name and value of all that documents can be told apart by."""
    for field, evidence in evidence_of(metadata).items():
        if field in _FACETS:
            yield from ((_FACETS[field], item.value) for item in evidence)


def pack_evidence(metadata: Metadata) -> str:
    """Return JSON: field → ``[[value, start, end], …]``."""
    found = {
        name: [[e.value, e.start, e.end] for e in values] for name, values in evidence_of(metadata).items()
    }
    return json.dumps(found, ensure_ascii=False)


def unpack_evidence(packed: str) -> Mapping[str, tuple[Evidence, ...]]:
    """Read what ``pack_evidence`` wrote; what an older version wrote has one value bare."""
    return {
        name: tuple(Evidence(*item) for item in (values if _is_list(values) else [values]))
        for name, values in json.loads(packed).items()
    }


def _is_list(values: list[object]) -> bool:
    return not values or isinstance(values[0], list)
