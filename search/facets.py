"""By what the documents found can be told apart, and how many there are of each."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from beleidszoeker.index.filters import UNDATED, Filters, names
from beleidszoeker.index.programmes import programme_name
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.facets import DocumentFacets
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.ranking.choosing import Picked

_WITHOUT_DATE = "Zonder datum"
_ASIDE: dict[str, Callable[[Filters], tuple[tuple[str, ...], Filters]]] = {
    "kind": lambda filters: (filters.kinds, replace(filters, kinds=())),
    "year": lambda filters: (filters.years, replace(filters, years=())),
    "organisation": lambda filters: (filters.organisations, replace(filters, organisations=())),
    "programme": lambda filters: (filters.programmes, replace(filters, programmes=())),
    "dossier": lambda filters: (filters.dossiers, replace(filters, dossiers=())),
}
"""Facet → its chosen values, and the filters without them."""
_SEVERAL: dict[str, Callable[[DocumentFacets], tuple[str, ...]]] = {
    "organisation": lambda facets: facets.organisations,
    "programme": lambda facets: facets.programmes,
    "dossier": lambda facets: facets.dossiers,
}
"""Facet of which a document may have several values → its values."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """Something to choose.

    Attributes:
        value: What the filter takes.
        label: How it is called, in Dutch.
        count: How many documents there are at least when it is chosen.
        chosen: Whether it is among the filters.
    """

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to tell documents apart.

    Attributes:
        name: ``kind``, ``year``, ``organisation``, ``programme`` or ``dossier``.
        values: Those with the most documents first, years newest first; what was chosen is always among them.
    """

    name: str
    values: tuple[FacetValue, ...]


def count_facets(
    reader: LibraryReader, found: Callable[[Filters], Sequence[Picked]], filters: Filters
) -> tuple[Facet, ...]:
    """Count the documents of the passages that are found, by each facet.

    A facet's own chosen values do not limit it ("drill sideways"): whoever chose *nota* sees how many
    *rapporten* there would be beside them.

    Args:
        reader: Knows what documents are told apart by.
        found: Returns the passages that are found within limits.
        filters: The limits, chosen values among them.
    """

    @cache  # where nothing is chosen, all facets are of the same documents
    def documents(limits: Filters) -> tuple[DocumentFacets, ...]:
        return tuple(reader.facets(sorted({pick.document for pick in found(limits)})).values())

    return tuple(_facet(documents, filters, name) for name in _ASIDE)


def _facet(found: Callable[[Filters], tuple[DocumentFacets, ...]], filters: Filters, name: str) -> Facet:
    chosen, others = _ASIDE[name](filters)
    documents = found(others)
    counts = Counter(value for each in documents for value in _values(each, name))
    for value in set(chosen) - set(counts):
        counts[value] = sum(_has(each, name, value) for each in documents)
    values = [FacetValue(value, _label(name, value), counts[value], value in chosen) for value in counts]
    return Facet(name, tuple(sorted(values, key=_by_year if name == "year" else _by_count)))


def _values(facets: DocumentFacets, name: str) -> Iterator[str]:
    if name == "kind":
        yield facets.kind
    elif name == "year":
        yield facets.date[:4] if facets.date else UNDATED
    else:
        yield from _SEVERAL[name](facets)


def _has(facets: DocumentFacets, name: str, value: str) -> bool:
    """Tell whether a document meets a value that is none of its own: a part of an organisation's name."""
    return name == "organisation" and any(names(value, own) for own in facets.organisations)


def _label(name: str, value: str) -> str:
    if name == "kind":
        return KINDS.get(value, value)
    if name == "programme":
        return programme_name(value)
    return _WITHOUT_DATE if name == "year" and value == UNDATED else value


def _by_count(value: FacetValue) -> tuple[int, str]:
    return -value.count, value.label


def _by_year(value: FacetValue) -> tuple[bool, int]:
    return value.value == UNDATED, -int(value.value) if value.value.isdigit() else 0
