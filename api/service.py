"""What the routes work with: one library, one engine, and whether they are ready."""

import logging
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from beleidszoeker.api.options import Options
from beleidszoeker.errors import AnswersOffError, BeleidszoekerError, LibraryError
from beleidszoeker.index.desk import Desk
from beleidszoeker.index.library import Library
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.reranking import Reranker
from beleidszoeker.search.answering import Answering
from beleidszoeker.search.asked import Finder
from beleidszoeker.search.commitments import Suggesting
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.remembered import Remembered

_LOG = logging.getLogger(__name__)


class Service:
    """Holds the engine once it is open.

    Args:
        library: Where to search.
        embedder: Makes the embedder.
        reranker: Reads the best candidates again; ``None`` for not.
        options: What whoever runs the service chose.

    Attributes:
        options: The same.
        desk: What people keep.
    """

    def __init__(
        self,
        library: Library,
        embedder: Callable[[], Embedder],
        *,
        reranker: Reranker | None = None,
        options: Options | None = None,
    ) -> None:
        self.options = options or Options()
        self.desk = Desk(library.folder)
        self._reranker = reranker
        self._library = library
        self._make_embedder = embedder
        self._engine: SearchEngine | None = None
        self._answering: Answering | None = None
        self._finder: Finder | None = None
        self._problem: BeleidszoekerError | None = None
        self._suggesting: Remembered[object, Suggesting] = Remembered(2)

    def start(self) -> None:
        """Open the model and the snapshot; a problem is kept and told by ``/readyz`` and by each search."""
        try:
            embedder = self._make_embedder()
            self._engine = SearchEngine(self._library, embedder, reranker=self._reranker)
            self._finder = Finder(self._library, embedder)
            if writer := self.options.writer:
                self._answering = Answering(self._engine, self._library, embedder, writer)
            self._engine.open()
        except BeleidszoekerError as error:
            self._problem = error
            _LOG.warning("not ready: %s", error)

    @property
    def reader(self) -> LibraryReader:
        """The library, through this thread's connection."""
        return self._library.reader

    def engine(self) -> SearchEngine:
        """Return the open engine; a library that was empty at start-up is tried again.

        Raises:
            BeleidszoekerError: Why the service is not ready.
        """
        if self._engine is None:
            raise self._problem or LibraryError("De dienst is nog aan het opstarten.")
        if self._problem is not None:
            self._engine.open()
            self._problem = None
        return self._engine

    def serving(self) -> int | None:
        """Return the number of the snapshot that is searched; ``None`` before there is one."""
        return self._engine.serving if self._engine else None

    def finder(self) -> Finder:
        """Return what finds Kamervragen and their answers.

        Raises:
            BeleidszoekerError: Why the service is not ready.
        """
        self.engine()
        if self._finder is None:
            raise LibraryError("De dienst is nog aan het opstarten.")
        return self._finder

    def answering(self) -> Answering:
        """Return what answers with a language model.

        Raises:
            AnswersOffError: None was configured.
            BeleidszoekerError: Why the service is not ready.
        """
        if self.options.writer is None:
            raise AnswersOffError("Er is geen taalmodel ingesteld; zoeken geeft de citaten.")
        self.engine()
        if self._answering is None:
            raise LibraryError("De dienst is nog aan het opstarten.")
        return self._answering

    def suggesting(self) -> Suggesting | None:
        """Return what looks for answers to commitments in the library as it is.

        ``None`` while the service is not ready: commitments are shown all the same, and that nobody looked.
        """
        try:
            snapshot = self.engine().snapshot()
        except BeleidszoekerError:
            return None
        state = (snapshot.manifest.number, self.reader.removed(), self.reader.holding())
        return self._suggesting.get(state, lambda: Suggesting(snapshot))


def service_of(request: Request) -> Service:
    """Return the service of the app that got this request."""
    service: Service = request.app.state.service
    return service


async def _service(request: Request) -> Service:
    return service_of(request)


ServiceDependency = Annotated[Service, Depends(_service)]
