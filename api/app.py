"""The application: what it needs comes in as arguments, what it answers is described in OpenAPI."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from beleidszoeker import __version__
from beleidszoeker.api.comparison import router as comparison
from beleidszoeker.api.documents import router as documents
from beleidszoeker.api.health import router as health
from beleidszoeker.api.problems import add_problem_details
from beleidszoeker.api.search import router as search
from beleidszoeker.api.service import Service
from beleidszoeker.api.suggestions import router as suggestions
from beleidszoeker.index.library import Library
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.reranking import Reranker

_DESCRIPTION = """
Semantic search over Dutch government documents. Every result is a literal passage with a citation: document,
date, page or section, and the sentences that answer as quotes with their place in the passage.
"""


def create_app(
    library: Library, embedder: Callable[[], Embedder], *, reranker: Reranker | None = None
) -> FastAPI:
    """Return the service over one library.

    The published snapshot and the model are opened before the service says that it is ready; a snapshot
    published later is picked up by the next request.

    Args:
        library: Where to search.
        embedder: Makes the embedder; called once, at start-up.
        reranker: Reads the best candidates again; ``None`` for not.
    """
    service = Service(library, embedder, reranker=reranker)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(service.start)
        try:
            yield
        finally:
            library.close()

    app = FastAPI(
        title="Beleidszoeker",
        version=__version__,
        description=_DESCRIPTION,
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        docs_url=None,  # FastAPI's pages load their scripts from elsewhere; nothing may leave this machine
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.service = service
    add_problem_details(app)
    app.include_router(search, prefix="/api/v1", tags=["search"])
    app.include_router(suggestions, prefix="/api/v1", tags=["search"])
    app.include_router(comparison, prefix="/api/v1", tags=["documents"])
    app.include_router(documents, prefix="/api/v1", tags=["documents"])
    app.include_router(health, tags=["health"])
    return app
