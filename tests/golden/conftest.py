"""Three folders of real documents, taken in once per run with the model that everyone gets."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.index.ingestion import ingest
from beleidszoeker.index.library import Library
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.engine import SearchEngine

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
FOLDERS = [SHARED / name for name in ("kern", "kamerbrieven", "coalitieakkoord")]


@pytest.fixture(scope="session")
def real_model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedder]:
    kept = os.environ.get("BELEIDSZOEKER_TEST_MODEL_CACHE")
    # The tests of the model itself prepare into this same folder.
    cache = Path(kept) if kept else tmp_path_factory.getbasetemp() / "model-cache"
    try:
        model = load_embedder("embedded", cache_dir=cache)
    except ModelUnavailableError as error:
        pytest.skip(f"the embedded model is not here: {error}")
    yield model
    if not kept:
        shutil.rmtree(cache, ignore_errors=True)


@pytest.fixture(scope="session")
def real_library(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Library]:
    """Parsed as for a user, with the trained sentence splitter: about half a minute on two cores."""
    if not all(folder.is_dir() for folder in FOLDERS):
        pytest.skip("../shared/corpus is not here")
    model: Embedder = request.getfixturevalue("real_model")
    with Library(tmp_path_factory.mktemp("real") / "library", create=True) as library:
        with ParserPool(ocr=False) as pool:
            summary = ingest(library, FOLDERS, model, pool)
        assert (summary.added, summary.failed) == (12, [])
        yield library


@pytest.fixture(scope="session")
def real_engine(real_library: Library, real_model: Embedder) -> SearchEngine:
    return SearchEngine(real_library, real_model)
