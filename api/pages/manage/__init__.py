"""``/beheer``: uploading documents, seeing what came of each, and how complete the library is.

Only there where an admin key is set; ``create_app`` sees to that.
"""

from fastapi import APIRouter

from beleidszoeker.api.pages.manage.changing import router as changing
from beleidszoeker.api.pages.manage.entering import router as entering
from beleidszoeker.api.pages.manage.page import router as page

router = APIRouter(include_in_schema=False)
for part in (page, entering, changing):
    router.include_router(part)

__all__ = ["router"]
