"""The application: what it needs comes in as arguments, what it answers is described in OpenAPI."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from beleidszoeker import __version__
from beleidszoeker.api import v1
from beleidszoeker.api.description.document import describe
from beleidszoeker.api.health import router as health
from beleidszoeker.api.http.conditional import LibraryState
from beleidszoeker.api.http.gate import Gate
from beleidszoeker.api.http.heads import Heads
from beleidszoeker.api.http.hosts import Hosts
from beleidszoeker.api.http.limits import ContentLimit
from beleidszoeker.api.http.origins import NamedOrigins
from beleidszoeker.api.http.protection import Protection
from beleidszoeker.api.managing import Managing
from beleidszoeker.api.options import Options
from beleidszoeker.api.pages import router as pages
from beleidszoeker.api.pages.manage import router as manage
from beleidszoeker.api.problems.handlers import add_problem_details
from beleidszoeker.api.service import Service
from beleidszoeker.api.v1.uploads import router as uploads
from beleidszoeker.index.library import Library
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.reranking import Reranker

_AS_THEY_ARE = (
    *DEFAULT_EXCLUDED_CONTENT_TYPES,
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""What is small already, and events, which must not wait for more to compress."""


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
    state = LibraryState(library, service.serving)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(service.start)
        if managing is not None:
            await run_in_threadpool(managing.manager.start)
        try:
            yield
        finally:
            if managing is not None:
                await run_in_threadpool(managing.manager.runs.stop)
            state.close()
            library.close()

    app = FastAPI(
        title="Beleidszoeker",
        version=__version__,
        generate_unique_id_function=lambda route: route.name,
        docs_url=None,  # FastAPI's pages load their scripts from elsewhere; nothing may leave this machine
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.service, app.state.library_state = service, state
    app.state.gate = Gate(service.options.at_once, service.options.longest_wait)
    add_problem_details(app)
    _protect(app, service.options)
    app.include_router(v1.router)
    app.include_router(health, tags=["health"])
    app.include_router(pages)
    managing = _manage(app, library, service.options)
    describe(app)
    return app


def _manage(app: FastAPI, library: Library, options: Options) -> Managing | None:
    """Add what changes the library, where a key is set; without one its addresses do not exist."""
    if options.management is None:
        return None
    app.include_router(uploads)
    app.include_router(manage)
    app.state.managing = Managing(library, options.management)
    return app.state.managing  # type: ignore[no-any-return]  # set in the line above


def _protect(app: FastAPI, options: Options) -> None:
    """Put everything around the routes; the last one added is the outermost."""
    app.add_middleware(GZipMiddleware, compresslevel=6, exclude_content_types=_AS_THEY_ARE)
    app.add_middleware(ContentLimit)
    app.add_middleware(Heads)
    if options.origins:
        app.add_middleware(NamedOrigins, origins=options.origins)
    app.add_middleware(Hosts, local=options.local, address=options.address)
    app.add_middleware(Protection, origins=options.origins, address=options.address)
