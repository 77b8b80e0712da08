"""``/``: the search page."""

from beleidszoeker.api.pages.search.address import read_state
from beleidszoeker.api.pages.search.page import router
from beleidszoeker.api.pages.search.state import State

__all__ = ["State", "read_state", "router"]
