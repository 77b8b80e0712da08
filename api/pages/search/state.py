"""The state of a search, as it stands in the page's address and nowhere else.

`/?q=netcapaciteit&soort=kamerbrief&van=2024&sorteer=datum`
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from beleidszoeker.index.filters import Filters
from beleidszoeker.search.query.days import read_span
from beleidszoeker.search.result import Sort

PAGE = 10
LISTS = {
    "soort": "kinds",
    "jaar": "years",
    "organisatie": "organisations",
    "programma": "programmes",
    "dossier": "dossiers",
    "document": "documents",
}
"""Name in the address → field of ``State`` and ``Filters``."""
_IN_API = {"kinds": "kind", "years": "year", "organisations": "organisation", "programmes": "programme"}


@dataclass(frozen=True, slots=True)
class State:
    """A search as a person put it.

    Attributes:
        q: The question.
        kinds: Chosen kinds.
        years: Chosen years.
        organisations: Chosen organisations.
        programmes: Ids of chosen programmes.
        dossiers: Chosen dossiers.
        documents: Ids of the documents that are searched through; none for all.
        date_from: First day, as it was typed.
        date_to: Last day, as it was typed.
        by_date: Newest first.
        grouped: A document's passages together.
        start: How many results to skip: passages, or documents where they are grouped.
        problems: What could not be read, in Dutch, by the name in the address.
    """

    q: str = ""
    kinds: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    date_from: str = ""
    date_to: str = ""
    by_date: bool = False
    grouped: bool = False
    start: int = 0
    problems: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def filters(self) -> Filters:
        """The limits that could be read."""
        first, last = read_span(self.date_from), read_span(self.date_to)
        return Filters(
            kinds=self.kinds,
            date_from=first.first if first else None,
            date_to=last.last if last else None,
            years=self.years,
            organisations=self.organisations,
            dossiers=tuple(dossier.upper() for dossier in self.dossiers),
            programmes=self.programmes,
            documents=self.documents,
        )

    @property
    def sort(self) -> Sort:
        """The order of the results."""
        return Sort.DATE if self.by_date else Sort.RELEVANCE

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """What stands in the address, in a fixed order; nothing that is as it always is."""
        return list(self._parameters())

    @property
    def query_string(self) -> str:
        """The same as it is written behind the question mark."""
        return urlencode(self.parameters, errors="replace")

    @property
    def address(self) -> str:
        """The page's address."""
        return f"/?{self.query_string}" if self.parameters else "/"

    @property
    def limits(self) -> list[tuple[str, str]]:
        """The parameters that limit what is found."""
        return [
            (name, value)
            for name, value in self.parameters
            if name in LISTS or (name in ("van", "tot") and read_span(value))
        ]

    @property
    def exported(self) -> list[tuple[str, str]]:
        """The question and its limits under the names that the API has for them."""
        filters = self.filters
        days = [("from", filters.date_from), ("to", filters.date_to)]
        names = {name: _IN_API.get(attribute, name) for name, attribute in LISTS.items()}
        lists = [(names[name], value) for name, value in self.limits if name in LISTS]
        return [("q", self.q), *lists, *((name, day) for name, day in days if day)]

    def to(self, start: int) -> "State":
        """Return the same search at another page."""
        return replace(self, start=start)

    def without(self, name: str, value: str) -> "State":
        """Return the search without one of its limits, from its first page."""
        if name in ("van", "tot"):
            change: dict[str, Any] = {"date_from" if name == "van" else "date_to": ""}
        else:
            left = tuple(each for each in getattr(self, LISTS[name]) if each != value)
            change = {LISTS[name]: left}
        return replace(self, start=0, **change)

    def unlimited(self) -> "State":
        """Return the search without all of its limits."""
        return State(q=self.q, by_date=self.by_date, grouped=self.grouped)

    def inside(self, document: str) -> "State":
        """Return the search through one document, passage by passage."""
        return replace(self, documents=(document,), grouped=False, start=0)

    def asking(self, q: str) -> "State":
        """Return another question within the same limits."""
        return replace(self, q=q, start=0)

    def _parameters(self) -> Iterator[tuple[str, str]]:
        if self.q:
            yield "q", self.q
        for name, attribute in LISTS.items():
            yield from ((name, value) for value in getattr(self, attribute))
        yield from (pair for pair in (("van", self.date_from), ("tot", self.date_to)) if pair[1])
        if self.by_date:
            yield "sorteer", "datum"
        if self.grouped:
            yield "groepeer", "document"
        if self.start:
            yield "vanaf", str(self.start)
