"""The limits of a saved search, as the parameters of a search: so they can be read, and asked again."""

from collections.abc import Mapping, Sequence

from beleidszoeker.index.filters import Filters


def as_parameters(filters: Filters) -> dict[str, tuple[str, ...]]:
    """Return filters as the API's parameters, those that limit anything.

    >>> as_parameters(Filters(kinds=("nota",), date_from="2024-01-01"))
    {'kind': ('nota',), 'from': ('2024-01-01',)}
    """
    given = {
        "kind": filters.kinds,
        "from": (filters.date_from,) if filters.date_from else (),
        "to": (filters.date_to,) if filters.date_to else (),
        "year": filters.years,
        "organisation": filters.organisations,
        "dossier": filters.dossiers,
        "programme": filters.programmes,
        "document": filters.documents,
    }
    return {name: values for name, values in given.items() if values}


def as_filters(parameters: Mapping[str, Sequence[str]]) -> Filters:
    """Return the filters that such parameters mean.

    Raises:
        InvalidFilterError: A value cannot be read.
    """
    return Filters.parse(
        kinds=parameters.get("kind"),
        date_from=next(iter(parameters.get("from", ())), None),
        date_to=next(iter(parameters.get("to", ())), None),
        years=parameters.get("year"),
        organisations=parameters.get("organisation"),
        dossiers=parameters.get("dossier"),
        programmes=parameters.get("programme"),
        documents=parameters.get("document"),
    )
