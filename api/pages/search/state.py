"""The state of a search, as it stands in the page's address and nowhere else.

`/?q=netcapaciteit&soort=kamerbrief&van=2024&sorteer=datum` — what cannot be read is told beside its field,
and the rest counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.ingest import KINDS
from beleidszoeker.search.query.days import Span, read_span
from beleidszoeker.search.result import Sort

LONGEST_QUERY = 4000
PAGE = 10
_MOST_VALUES = 50
_LONGEST_VALUE = 300
_MOST_RESULTS = 100
_LISTS = {
    "soort": "kinds",
    "jaar": "years",
    "organisatie": "organisations",
    "dossier": "dossiers",
    "document": "documents",
}
"""Name in the address → field of ``State`` and ``Filters``."""
_IN_API = {"kinds": "kind", "years": "year", "organisations": "organisation"}
_NO_DAY = "‘{}’ is geen datum. Schrijf een jaar, een maand of een dag: 2025, 2025-06 of 20-6-2025."
_REVERSED = "De eerste dag ligt na de laatste; zo valt er niets tussen."
_UNKNOWN = {
    "soort": "‘{}’ is geen bekende soort en telt niet mee.",
    "jaar": "‘{}’ is geen jaar en telt niet mee.",
}
_LONG = f"De vraag is te lang; alleen de eerste {LONGEST_QUERY} tekens tellen mee."


@dataclass(frozen=True, slots=True)
class State:
    """A search as a person put it.

    Attributes:
        q: The question.
        kinds: Chosen kinds.
        years: Chosen years.
        organisations: Chosen organisations.
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
            if name in _LISTS or (name in ("van", "tot") and read_span(value))
        ]

    @property
    def exported(self) -> list[tuple[str, str]]:
        """The question and its limits under the names that the API has for them."""
        filters = self.filters
        days = [("from", filters.date_from), ("to", filters.date_to)]
        names = {name: _IN_API.get(attribute, name) for name, attribute in _LISTS.items()}
        lists = [(names[name], value) for name, value in self.limits if name in _LISTS]
        return [("q", self.q), *lists, *((name, day) for name, day in days if day)]

    def to(self, start: int) -> "State":
        """Return the same search at another page."""
        return replace(self, start=start)

    def without(self, name: str, value: str) -> "State":
        """Return the search without one of its limits, from its first page."""
        if name in ("van", "tot"):
            change: dict[str, Any] = {"date_from" if name == "van" else "date_to": ""}
        else:
            left = tuple(each for each in getattr(self, _LISTS[name]) if each != value)
            change = {_LISTS[name]: left}
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
        for name, attribute in _LISTS.items():
            yield from ((name, value) for value in getattr(self, attribute))
        yield from (pair for pair in (("van", self.date_from), ("tot", self.date_to)) if pair[1])
        if self.by_date:
            yield "sorteer", "datum"
        if self.grouped:
            yield "groepeer", "document"
        if self.start:
            yield "vanaf", str(self.start)


def read_state(parameters: QueryParams) -> State:
    """Read the state from the parameters of an address; what is no use is left out and told."""
    problems: dict[str, str] = {}
    lists = {attribute: _values(parameters, name, problems) for name, attribute in _LISTS.items()}
    first, last = parameters.get("van", "").strip(), parameters.get("tot", "").strip()
    _check_days(first, last, problems)
    q = _clean(parameters.get("q", ""))
    if len(q) > LONGEST_QUERY:
        problems["q"] = _LONG
    return State(
        q=q[:LONGEST_QUERY],
        **lists,
        date_from=_clean(first)[:_LONGEST_VALUE],
        date_to=_clean(last)[:_LONGEST_VALUE],
        by_date=parameters.get("sorteer", "") == "datum",
        grouped=parameters.get("groepeer", "") == "document",
        start=_start(parameters.get("vanaf", "")),
        problems=problems,
    )


def _values(parameters: QueryParams, name: str, problems: dict[str, str]) -> tuple[str, ...]:
    given = (_clean(value).strip()[:_LONGEST_VALUE] for value in parameters.getlist(name)[:_MOST_VALUES])
    values = tuple(dict.fromkeys(value for value in given if value))
    known = tuple(value for value in values if _is_known(name, value))
    if unknown := [value for value in values if value not in known]:
        problems[name] = _UNKNOWN[name].format(_short(unknown[0]))
    return known


def _is_known(name: str, value: str) -> bool:
    if name == "jaar":
        return value == UNDATED or (len(value) == 4 and value.isascii() and value.isdigit())  # noqa: PLR2004
    return name != "soort" or value in KINDS


def _check_days(first: str, last: str, problems: dict[str, str]) -> None:
    spans: dict[str, Span | None] = {}
    for name, typed in (("van", first), ("tot", last)):
        spans[name] = read_span(typed) if typed else None
        if typed and spans[name] is None:
            problems[name] = _NO_DAY.format(_short(typed))
    begin, end = spans["van"], spans["tot"]
    if begin and end and begin.first > end.last:
        problems["tot"] = _REVERSED


def _start(typed: str) -> int:
    return min(int(typed), _MOST_RESULTS) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0  # noqa: PLR2004


def _clean(text: str) -> str:
    """Return a text without what no browser can send back: half a surrogate pair."""
    return text.encode("utf-8", "replace").decode()


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def described(state: State, titles: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str, str]]:
    """Return each limit of a search as (name, value, what to call it), in Dutch.

    Args:
        state: The search.
        titles: Id and title of documents, for the documents that are searched through.
    """
    return [(name, value, _described(name, value, dict(titles))) for name, value in state.limits]


def _described(name: str, value: str, titles: dict[str, str]) -> str:
    if name in ("van", "tot"):
        return f"{'vanaf' if name == 'van' else 'tot en met'} {value}"
    if name == "jaar":
        return "zonder datum" if value == UNDATED else value
    if name == "soort":
        return KINDS[value]
    return f"dossier {value}" if name == "dossier" else titles.get(value, value)
