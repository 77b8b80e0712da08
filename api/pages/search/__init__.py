"""``/``: the search page."""

from beleidszoeker.api.pages.search.page import router
from beleidszoeker.api.pages.search.state import State, read_state

__all__ = ["State", "read_state", "router"]
