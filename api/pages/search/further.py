"""Where a question goes on to: the lists and timelines that can be asked the same."""

from collections.abc import Iterator

from beleidszoeker.api.pages.further import Further, leading
from beleidszoeker.api.pages.programmes.asked import name_address
from beleidszoeker.api.pages.search.state import State
from beleidszoeker.index.programmes import programme_name
from beleidszoeker.search.query import parse

_MOST = 3
_LONGEST = 300


def further(state: State) -> list[Further]:
    """Return where a search goes on to, with its words and those of its limits that count there too."""
    return [*_lists(state), *_chosen(state)]


def _lists(state: State) -> Iterator[Further]:
    words = parse(state.q).words.strip()
    if not words:
        return
    limits = state.filters
    days = {"van": limits.date_from or "", "tot": limits.date_to or ""}
    one = {"dossier": _only(limits.dossiers), "organisatie": _only(limits.organisations)}
    yield leading("toezeggingen", "/toezeggingen", {"q": words[:_LONGEST], **one, **days})
    yield leading("tijdlijn", "/tijdlijn", {"q": state.q, "dossier": one["dossier"], **days})


def _chosen(state: State) -> Iterator[Further]:
    for dossier in state.dossiers[:_MOST]:
        yield leading(f"tijdlijn van dossier {dossier}", "/tijdlijn", {"dossier": dossier})
    for programme in state.programmes[:_MOST]:
        yield Further(f"over {programme_name(programme)}", name_address(programme))


def _only(values: tuple[str, ...]) -> str:
    """Return the value where there is one; the other pages take one."""
    return values[0] if len(values) == 1 else ""
