"""``/kamervragen``: was it asked before, where is it asked or answered, and all sets that there are."""

from beleidszoeker.api.pages.kamervragen.page import router

__all__ = ["router"]
