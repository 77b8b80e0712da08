"""Our own engine, in process: what `beleidszoeker search` and the service ask."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from beleidszoeker.index.library import Library
from beleidszoeker.model import load_embedder
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.measuring.beir import Collection
from beleidszoeker.search.measuring.evaluation import collection_library
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.settings import load_settings
from benchmarks.beside.base import Text, Vectors


class Ours:
    """Hybrid search with the map that ships; an answer has quotes, reasons and citations in it."""

    def __init__(self, model: Path) -> None:
        del model  # ours knows its own
        settings = load_settings()
        self._embedder = load_embedder(settings.model, cache_dir=settings.cache)

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Cut the texts, embed passages and sentences, index and publish, and copy what came of it."""
        assert vectors is None, "a library is made by benchmarks.scaling.enlarge"
        collection = Collection({text.id: (text.title, text.body) for text in texts}, {}, {})
        with collection_library(collection, self._embedder) as (library, _):
            library.close()  # so that all of it stands in the files
            shutil.copytree(library.folder, folder, dirs_exist_ok=True)

    def open(self, folder: Path) -> None:
        """Open the library, the snapshot and the model."""
        self._engine = SearchEngine(Library(folder), self._embedder)
        self._engine.open()

    def search(self, question: str, count: int) -> list[str]:
        """Return the passages as people get them."""
        return [one.passage_id for one in self._engine.search(question, count=count).results]


class OursRanked(Ours):
    """The same without threshold, choosing, quotes and reasons: ranking alone, as the others do."""

    def search(self, question: str, count: int) -> list[str]:
        """Return the keys of the best passages."""
        return [str(key) for key, _ in self._engine.rank(question, count, Mode.HYBRID)]
