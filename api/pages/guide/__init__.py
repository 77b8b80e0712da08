"""``/handleiding``: the guide for those who search, as the repository has it in ``docs/``."""

from beleidszoeker.api.pages.guide.page import router

__all__ = ["router"]
