"""The pages: what people work with in a browser. Server-rendered; whole without JavaScript."""

from fastapi import APIRouter

from beleidszoeker.api.pages.answers import router as answers
from beleidszoeker.api.pages.assets import router as assets
from beleidszoeker.api.pages.collections import router as collections
from beleidszoeker.api.pages.commitments import router as commitments
from beleidszoeker.api.pages.documents import router as documents
from beleidszoeker.api.pages.export import router as export
from beleidszoeker.api.pages.guide import router as guide
from beleidszoeker.api.pages.kamervragen import router as kamervragen
from beleidszoeker.api.pages.permalink import router as permalink
from beleidszoeker.api.pages.programmes import router as programmes
from beleidszoeker.api.pages.reading.citations import router as citations
from beleidszoeker.api.pages.reading.page import router as reading
from beleidszoeker.api.pages.reference import router as reference
from beleidszoeker.api.pages.saved.feeds import router as feeds
from beleidszoeker.api.pages.saved.page import router as saved
from beleidszoeker.api.pages.search import router as search
from beleidszoeker.api.pages.timeline import router as timeline

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
router.include_router(assets)
router.include_router(search)
router.include_router(answers)
router.include_router(documents)
router.include_router(commitments)
router.include_router(kamervragen)
router.include_router(citations)
router.include_router(reading)
router.include_router(permalink)
router.include_router(export)
router.include_router(collections)
router.include_router(guide)
router.include_router(reference)
router.include_router(feeds)
router.include_router(saved)
router.include_router(programmes)
router.include_router(timeline)
