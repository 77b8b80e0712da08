"""A library of the example documents, for those who have none at hand."""

from pathlib import Path

from beleidszoeker.index.ingestion import ingest
from beleidszoeker.index.library import Library
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.model.base import Embedder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def example_library(work: Path, embedder: Embedder) -> Path:
    """Take in the example documents; return the folder of the library."""
    folder = work / "library"
    with Library(folder, create=True) as library, ParserPool() as pool:
        ingest(library, [CORPUS], embedder, pool)
    return folder
