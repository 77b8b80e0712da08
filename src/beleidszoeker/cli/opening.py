"""Opening a library to search in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beleidszoeker.index.library import Library
    from beleidszoeker.model.base import Embedder
    from beleidszoeker.search.engine import SearchEngine


@contextmanager
def opened(library: Path | None, *, asking: bool) -> Iterator[tuple["Library", "SearchEngine"]]:
    """Yield a library and what searches it; the snapshot is opened when it is first needed.

    Args:
        library: Its folder where the command line names one; else the settings'.
        asking: Whether a question will be asked: then the model is read while all else is imported and
            opened, which takes as long.
    """
    from beleidszoeker.cli.output import tell
    from beleidszoeker.model import load_embedder
    from beleidszoeker.model.warming import read_ahead
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)

    def embedder() -> "Embedder":
        return load_embedder(settings.model, cache_dir=settings.cache, report=tell)

    made = read_ahead(embedder) if asking else embedder

    from beleidszoeker.index.library import Library
    from beleidszoeker.model.reranking import load_reranker
    from beleidszoeker.search.engine import SearchEngine

    with Library(settings.library) as store:
        reranker = load_reranker(settings.reranker) if settings.reranker else None
        yield store, SearchEngine(store, made(), reranker=reranker)
