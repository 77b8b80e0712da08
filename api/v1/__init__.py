"""The JSON API: one router for each thing that can be asked, and the forms of their answers."""

from fastapi import APIRouter

from beleidszoeker.api.v1.answers import router as answers
from beleidszoeker.api.v1.batch import router as batch
from beleidszoeker.api.v1.collections import router as collections
from beleidszoeker.api.v1.commitments import router as commitments
from beleidszoeker.api.v1.comparison import router as comparison
from beleidszoeker.api.v1.document_text import router as document_text
from beleidszoeker.api.v1.documents import router as documents
from beleidszoeker.api.v1.export import router as export
from beleidszoeker.api.v1.kamervragen import router as kamervragen
from beleidszoeker.api.v1.permalinks import router as permalinks
from beleidszoeker.api.v1.programmes import router as programmes
from beleidszoeker.api.v1.references import router as references
from beleidszoeker.api.v1.saved import router as saved
from beleidszoeker.api.v1.search import router as search
from beleidszoeker.api.v1.suggestions import router as suggestions
from beleidszoeker.api.v1.timeline import router as timeline

__all__ = ["router"]

router = APIRouter(prefix="/api/v1")
router.include_router(search, tags=["search"])
router.include_router(batch, tags=["search"])
router.include_router(answers, tags=["answers"])
router.include_router(suggestions, tags=["search"])
router.include_router(commitments, tags=["knowledge"])
router.include_router(comparison, tags=["documents"])
router.include_router(documents, tags=["documents"])
router.include_router(document_text, tags=["documents"])
router.include_router(kamervragen, tags=["Kamervragen"])
router.include_router(permalinks, tags=["exporting"])
router.include_router(export, tags=["exporting"])
router.include_router(collections, tags=["collections"])
router.include_router(saved, tags=["saved searches"])
router.include_router(programmes, tags=["knowledge"])
router.include_router(references, tags=["knowledge"])
router.include_router(timeline, tags=["knowledge"])
