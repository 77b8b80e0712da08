"""``/tijdlijn``: what happened in a dossier or on a subject, and what changed between two texts."""

from beleidszoeker.api.pages.timeline.page import router

__all__ = ["router"]
