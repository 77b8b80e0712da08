"""The application: what it needs comes in as arguments, what it answers is described in OpenAPI."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from beleidszoeker import __version__
from beleidszoeker.api import v1
from beleidszoeker.api.health import router as health
from beleidszoeker.api.options import Options
from beleidszoeker.api.pages import router as pages
from beleidszoeker.api.problems import add_problem_details
from beleidszoeker.api.protection import Protection
from beleidszoeker.api.service import Service
from beleidszoeker.index.library import Library
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.reranking import Reranker

_DESCRIPTION = """
Semantic search over Dutch government documents. Every result is a literal passage with a citation: document,
date, page or section, and the sentences that answer as quotes with their place in the passage.
"""


def create_app(
    library: Library,
    embedder: Callable[[], Embedder],
    *,
    reranker: Reranker | None = None,
    options: Options | None = None,
) -> FastAPI:
    """Return the service over one library.

    The published snapshot and the model are opened before the service says that it is ready; a snapshot
    published later is picked up by the next request.

    Args:
        library: Where to search.
        embedder: Makes the embedder; called once, at start-up.
        reranker: Reads the best candidates again; ``None`` for not.
        options: What whoever runs it chose.
    """
    service = Service(library, embedder, reranker=reranker, options=options)

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
    app.add_middleware(Protection)
    app.include_router(v1.router)
    app.include_router(health, tags=["health"])
    app.include_router(pages)
    return app
