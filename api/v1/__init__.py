"""The JSON API: one router for each thing that can be asked, and the forms of their answers."""

from fastapi import APIRouter

from beleidszoeker.api.v1.comparison import router as comparison
from beleidszoeker.api.v1.documents import router as documents
from beleidszoeker.api.v1.search import router as search
from beleidszoeker.api.v1.suggestions import router as suggestions

__all__ = ["router"]

router = APIRouter(prefix="/api/v1")
router.include_router(search, tags=["search"])
router.include_router(suggestions, tags=["search"])
router.include_router(comparison, tags=["documents"])
router.include_router(documents, tags=["documents"])
