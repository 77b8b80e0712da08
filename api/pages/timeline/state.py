"""What a timeline shows, as it stands in the page's address and nowhere else.

`/tijdlijn?dossier=29826&soort=commitment&van=2024`
"""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.search.query.days import read_span
from beleidszoeker.search.timeline import EventKind, Scope, Wanted

ON_A_PAGE = 25
_LONGEST = 200
_MOST_DIGITS = 6
_NO_DAY = "Dit is geen datum. Schrijf een jaar, een maand of een dag: 2025, 2025-06 of 20-6-2025."
_REVERSED = "De eerste dag ligt na de laatste; zo valt er niets tussen."


@dataclass(frozen=True, slots=True)
class State:
    """A timeline as a person asked for it.

    Attributes:
        scope: What it is of.
        kinds: Chosen kinds of events; none for all.
        date_from: First day, as it was typed.
        date_to: Last day, as it was typed.
        newest: The latest day first.
        page: Number of the page, from 1.
        problems: What could not be read, in Dutch, by the name in the address.
    """

    scope: Scope
    kinds: tuple[EventKind, ...] = ()
    date_from: str = ""
    date_to: str = ""
    newest: bool = False
    page: int = 1
    problems: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def wanted(self) -> Wanted:
        """Which events that are, as far as it could be read."""
        first, last = read_span(self.date_from), read_span(self.date_to)
        days = (first.first if first else None, last.last if last else None)
        return Wanted(frozenset(self.kinds), *days, self.newest)

    @property
    def limited(self) -> bool:
        """Whether kinds or days limit it."""
        return bool(self.kinds or self.date_from or self.date_to)

    def address(self, page: int = 1) -> str:
        """Return the address of a page of it."""
        given = [
            ("dossier", self.scope.dossier),
            ("q", self.scope.query),
            ("document", self.scope.document),
            *(("soort", kind.value) for kind in self.kinds),
            ("van", self.date_from),
            ("tot", self.date_to),
            ("volgorde", "nieuwste" if self.newest else ""),
            ("pagina", str(page) if page > 1 else ""),
        ]
        return "/tijdlijn?" + urlencode([pair for pair in given if pair[1]], errors="replace")

    def of_year(self, year: str) -> str:
        """Return the address of one year of it."""
        return replace(self, date_from=year, date_to=year).address()

    def unlimited(self) -> str:
        """Return the address of all of it."""
        return State(self.scope, newest=self.newest).address()


def read_state(parameters: QueryParams) -> State:
    """Read it from an address that anybody may have written; what cannot be read is told."""
    first, last = (_clean(parameters.get(name, ""), 40) for name in ("van", "tot"))
    number = parameters.get("pagina", "")
    known = {kind.value for kind in EventKind}
    chosen = dict.fromkeys(each for each in parameters.getlist("soort")[:20] if each in known)
    return State(
        Scope(
            dossier="".join(Filters.parse(dossiers=(_clean(parameters.get("dossier", ""), 40),)).dossiers),
            query=_clean(parameters.get("q", ""), LONGEST_QUERY),
            document=_clean(parameters.get("document", ""), _LONGEST),
        ),
        tuple(map(EventKind, chosen)),
        first,
        last,
        parameters.get("volgorde") == "nieuwste",
        max(int(number), 1) if number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS else 1,
        _problems(first, last),
    )


def years_of(years: dict[str, int]) -> list[tuple[str, int]]:
    """Return the years that can be gone to, without those events that have no day."""
    return [(year, count) for year, count in years.items() if year != UNDATED]


def _problems(first: str, last: str) -> dict[str, str]:
    spans = {name: read_span(typed) for name, typed in (("van", first), ("tot", last)) if typed}
    problems = {name: _NO_DAY for name, span in spans.items() if span is None}
    begin, end = spans.get("van"), spans.get("tot")
    if begin and end and begin.first > end.last:
        problems["tot"] = _REVERSED
    return problems


def _clean(text: str, longest: int) -> str:
    """Return a text without what no browser can send back: half a surrogate pair."""
    return text.encode("utf-8", "replace").decode().strip()[:longest]
