"""The pages: what people work with in a browser. Server-rendered; whole without JavaScript."""

from fastapi import APIRouter

from beleidszoeker.api.pages.assets import router as assets
from beleidszoeker.api.pages.search import router as search

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
router.include_router(assets)
router.include_router(search)
