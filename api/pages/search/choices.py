"""The facets as a person chooses from them."""

from collections.abc import Iterable
from typing import NamedTuple

from beleidszoeker.search.facets import Facet, FacetValue

_SHOWN = 7
_NAMES = {
    "kind": ("soort", "Soort"),
    "year": ("jaar", "Jaar"),
    "organisation": ("organisatie", "Organisatie"),
    "programme": ("programma", "Programma"),
    "dossier": ("dossier", "Dossier"),
}


class Choice(NamedTuple):
    """A facet on the page.

    Attributes:
        name: Its name in the address.
        title: What it is called, in Dutch.
        values: The values in sight: the most common, and all that are chosen.
        more: The others.
    """

    name: str
    title: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


def choices(facets: Iterable[Facet]) -> list[Choice]:
    """Return the facets that there is anything to choose from."""
    return [_choice(facet) for facet in facets if facet.values]


def _choice(facet: Facet) -> Choice:
    name, title = _NAMES[facet.name]
    first = facet.values if len(facet.values) == _SHOWN + 1 else facet.values[:_SHOWN]
    shown = tuple(value for value in facet.values if value in first or value.chosen)
    return Choice(name, title, shown, tuple(value for value in facet.values if value not in shown))
