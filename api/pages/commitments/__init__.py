"""``/toezeggingen``: what was promised, with motions and decisions beside it."""

from beleidszoeker.api.pages.commitments.page import router

__all__ = ["router"]
