"""``/mappen``: collections (verzamelmappen) of passages."""

from fastapi import APIRouter

from beleidszoeker.api.pages.collections.items import router as items
from beleidszoeker.api.pages.collections.keeping import router as keeping
from beleidszoeker.api.pages.collections.one import router as one
from beleidszoeker.api.pages.collections.overview import router as overview
from beleidszoeker.api.pages.collections.reading import router as reading

__all__ = ["router"]

router = APIRouter()
for part in (overview, keeping, reading, one, items):  # those that take any word for an id come last
    router.include_router(part, prefix="/mappen")
