"""Reading the state of a search from an address that anybody may have written.

What cannot be read is told beside its field, and the rest counts.
"""

from starlette.datastructures import QueryParams

from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.pages.search.state import LISTS, State
from beleidszoeker.index.filters import UNDATED
from beleidszoeker.index.programmes import programme_ids
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.query.days import Span, read_span

_MOST_VALUES = 50
_LONGEST_VALUE = 300
_MOST_RESULTS = 100
_NO_DAY = "‘{}’ is geen datum. Schrijf een jaar, een maand of een dag: 2025, 2025-06 of 20-6-2025."
_REVERSED = "De eerste dag ligt na de laatste; zo valt er niets tussen."
_UNKNOWN = {
    "soort": "‘{}’ is geen bekende soort en telt niet mee.",
    "jaar": "‘{}’ is geen jaar en telt niet mee.",
    "programma": "‘{}’ is geen bekend programma en telt niet mee.",
}
_LONG = f"De vraag is te lang; alleen de eerste {LONGEST_QUERY} tekens tellen mee."


def read_state(parameters: QueryParams) -> State:
    """Read the state from the parameters of an address; what is no use is left out and told."""
    problems: dict[str, str] = {}
    lists = {attribute: _values(parameters, name, problems) for name, attribute in LISTS.items()}
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
    if name == "programma":
        return tuple(dict.fromkeys(each for value in known for each in programme_ids(value)))
    return known


def _is_known(name: str, value: str) -> bool:
    if name == "jaar":
        return value == UNDATED or (len(value) == 4 and value.isascii() and value.isdigit())  # noqa: PLR2004
    if name == "programma":
        return bool(programme_ids(value))
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
