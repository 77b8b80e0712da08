"""A saved search in the address of the search page, and its limits told for people."""

import re
from collections.abc import Mapping, Sequence

from beleidszoeker.api.pages.search import State
from beleidszoeker.api.pages.search.telling import described
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.alerting.limits import as_parameters
from beleidszoeker.search.quoting.citation import written_date

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def state_of(query: str, filters: Filters | Mapping[str, Sequence[str]]) -> State:
    """Return a search as the search page has it.

    >>> state_of("water", {"kind": ("nota",), "from": ("2024-01-01",)}).address
    '/?q=water&soort=nota&van=2024-01-01'
    """
    limits = as_parameters(filters) if isinstance(filters, Filters) else filters
    given = {name: tuple(values) for name, values in limits.items()}
    return State(
        q=query,
        kinds=given.get("kind", ()),
        years=given.get("year", ()),
        organisations=given.get("organisation", ()),
        dossiers=given.get("dossier", ()),
        programmes=given.get("programme", ()),
        documents=given.get("document", ()),
        date_from=next(iter(given.get("from", ())), ""),
        date_to=next(iter(given.get("to", ())), ""),
    )


def limits_told(reader: LibraryReader, state: State) -> list[str]:
    """Return the limits of a search for people, each by itself: *vanaf 2024*, *Kamerbrief*."""
    titles = [(one.document_id, one.title) for one in reader.versions_of(state.documents)]
    days = {"van": "vanaf", "tot": "tot en met"}
    return [
        f"{days[name]} {written_date(value)}" if name in days and _DAY.fullmatch(value) else told
        for name, value, told in described(state, titles)
    ]
