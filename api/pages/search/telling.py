"""The limits of a search, in words."""

from collections.abc import Sequence

from beleidszoeker.api.pages.search.state import State
from beleidszoeker.index.filters import UNDATED
from beleidszoeker.index.programmes import programme_name
from beleidszoeker.ingest.kinds import KINDS


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
    if name == "programma":
        return programme_name(value)
    return f"dossier {value}" if name == "dossier" else titles.get(value, value)
