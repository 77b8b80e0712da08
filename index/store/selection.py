"""Filters as conditions of a query on passages ``p`` and their documents ``d``."""

from beleidszoeker.index.filters import Filters

HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = p.document_id)"
"""A file holds the passage's document; after a change the old one stays until the next published index."""

_FACET = "d.id IN (SELECT f.document_id FROM facets f WHERE f.name = '{name}' AND ({tests}))"


def conditions(filters: Filters) -> tuple[str, list[str]]:
    """Return the condition that all limits hold, and the values for its marks."""
    clauses, values = ["1"], list[str]()
    for column, wanted in (("d.kind", filters.kinds), ("d.id", filters.documents)):
        if wanted:
            clauses.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += wanted
    for comparison, day in (("d.date >= ?", filters.date_from), ("d.date <= ?", filters.date_to)):
        if day:
            clauses.append(comparison)
            values.append(day)
    for name, test, wanted in (
        ("organisation", "names(?, f.value)", filters.organisations),
        ("dossier", "f.value = ?", filters.dossiers),
    ):
        if wanted:
            clauses.append(_FACET.format(name=name, tests=" OR ".join([test] * len(wanted))))
            values += wanted
    return " AND ".join(clauses), values
