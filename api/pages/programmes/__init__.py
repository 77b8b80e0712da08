"""``/programmas``: programmes, places and organisations, where they are named and where they meet."""

from beleidszoeker.api.pages.programmes.page import router

__all__ = ["router"]
