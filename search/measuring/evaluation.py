"""Measuring retrieval on a test collection, through the code that serves people."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ir_measures
from ir_measures import RR, R, nDCG

from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import embed_missing, publish
from beleidszoeker.index.report import NullReporter, Reporter
from beleidszoeker.index.store import LibraryWriter, SourceRecord
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.plain import prepare_text
from beleidszoeker.ingest.version import PARSER_VERSION
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.measuring.beir import Collection, read_collection
from beleidszoeker.search.ranking.retrieval import Mode

_DEPTH = 100
_MODES = (Mode.LEXICAL, Mode.DENSE, Mode.HYBRID)
MEASURES = {"nDCG@10": nDCG @ 10, "MRR@10": RR @ 10, "R@10": R @ 10, "R@100": R @ 100}
"""What is measured, by the name under which it is shown."""


def evaluate_folder(
    folder: Path, embedder: Embedder, *, mapped: bool = True, reporter: Reporter | None = None
) -> dict[str, dict[str, float]]:
    """Measure lexical, dense and hybrid retrieval on a BEIR folder.

    The texts go through the same cutting, storing, embedding and indexing as files, in a temporary library. A
    text scores as its best passage.

    Args:
        folder: The collection.
        embedder: Makes the vectors.
        mapped: Use the linear map; without it, what the map was learnt from can be measured honestly.
        reporter: Is told of the progress.

    Returns:
        Mode → measure (nDCG@10, MRR@10, R@10, R@100) → mean over the judged queries.

    Raises:
        ConfigurationError: The folder is not a BEIR collection.
    """
    collection = read_collection(folder)
    with collection_library(collection, embedder, mapped=mapped, reporter=reporter) as (library, owners):
        engine = SearchEngine(library, embedder)
        return {mode.value: _measure(engine, collection, owners, mode) for mode in _MODES}


@contextmanager
def collection_library(
    collection: Collection, embedder: Embedder, *, mapped: bool = True, reporter: Reporter | None = None
) -> Iterator[tuple[Library, dict[int, str]]]:
    """Take a collection into a temporary library; give that, and passage key → text id."""
    with (
        tempfile.TemporaryDirectory(prefix="beleidszoeker-") as temporary,
        Library(Path(temporary), create=True, mapped=mapped) as library,
    ):
        yield library, _fill(library, collection, embedder, reporter or NullReporter())


def _fill(library: Library, collection: Collection, embedder: Embedder, reporter: Reporter) -> dict[int, str]:
    """Take the texts into the library and return passage key → text id."""
    splitter = SentenceSplitter()
    names: dict[str, str] = {}
    with library.writing() as writer:
        for text_id, (title, text) in collection.texts.items():
            if text.strip():
                names[_save(writer, text_id, title, text, splitter)] = text_id
        embed_missing(library, writer, embedder, reporter=reporter)
        publish(library, writer, embedder, reporter=reporter)
    return {text.key: names[text.document_id] for text in library.reader.indexed_texts()}


def _save(writer: LibraryWriter, text_id: str, title: str, text: str, splitter: SentenceSplitter) -> str:
    digest = hashlib.sha256(f"{text_id}\n{title}\n{text}".encode()).hexdigest()
    source = SourceRecord(text_id, text_id, len(text), 0, digest, digest[:16], "", "", "", PARSER_VERSION)
    writer.save(source, prepare_text(title, text, split=splitter.split))
    return digest[:16]


def _measure(
    engine: SearchEngine, collection: Collection, owners: dict[int, str], mode: Mode
) -> dict[str, float]:
    run = {
        name: dict(ranked_texts(engine, query, owners, mode)) for name, query in collection.queries.items()
    }
    judged = {name: collection.judgements[name] for name in collection.queries}
    found = ir_measures.calc_aggregate(list(MEASURES.values()), judged, run)
    return {name: round(float(found[measure]), 4) for name, measure in MEASURES.items()}


def ranked_texts(
    engine: SearchEngine, query: str, owners: dict[int, str], mode: Mode
) -> Iterator[tuple[str, float]]:
    """Yield (text id, score) of the best texts, each with the score of its best passage.

    Args:
        engine: Searches the library that holds the texts.
        query: The question.
        owners: Passage key → text id.
        mode: Which sides take part.
    """
    seen: set[str] = set()
    for key, score in engine.rank(query, 3 * _DEPTH, mode):
        owner = owners[key]
        if owner not in seen and len(seen) < _DEPTH:
            seen.add(owner)
            yield owner, score
