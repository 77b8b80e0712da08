"""Passage sizes and overlap, measured: ``python benchmarks/chunking.py [--json]``.

Answers of one collection are joined into long documents, so that where passages begin and end matters. A
passage hits when half of it, or of the answer, lies in the other. Longer passages hit more easily; so beside
nDCG@10 stands the share of answers reached within the first 5,000 characters that a person reads. Overlap is
tried as context: the sentence before a passage is embedded and indexed with it, and not shown.
"""

import argparse
import hashlib
import itertools
import json
import math
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import embed_missing, publish
from beleidszoeker.index.report import NullReporter
from beleidszoeker.index.store import SourceRecord
from beleidszoeker.ingest.chunk import ChunkSize, chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import Evidence, Metadata, ParsedDocument, Passage
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.text.parser import TextParser
from beleidszoeker.ingest.version import PARSER_VERSION
from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.measuring.beir import Collection, read_collection
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.settings import load_settings

EVAL = Path(__file__).parents[2] / "shared" / "eval"
SPLIT = SentenceSplitter(trained=None).split
TOGETHER = 15
BUDGET = 5000
DEPTH = 10
EDGE = 40
SIZES = {
    "300 (500)": ChunkSize(300, 500, 100),
    "500 (900)": ChunkSize(500, 900, 200),
    "700 (1200)": ChunkSize(700, 1200, 250),
    "1000 (1600)": ChunkSize(1000, 1600, 300),
    "1400 (2200)": ChunkSize(1400, 2200, 400),
}


@dataclass(frozen=True)
class Place:
    """Where an answer stands: document and span."""

    document: str
    start: int
    end: int


def main() -> None:
    parser = argparse.ArgumentParser(description="Retrieval by passage size and overlap, without the map.")
    parser.add_argument("--eval", type=Path, default=EVAL, help="folder of BEIR folders")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache)
    found = []
    for folder in sorted(path.parent for path in arguments.eval.glob("*/corpus.jsonl")):
        collection = read_collection(folder)
        for (name, size), overlap in itertools.product(SIZES.items(), (False, True)):
            figures = measure(collection, embedder, size, overlap=overlap)
            found.append({"set": folder.name, "size": name, "overlap": overlap, **figures})
            if not arguments.json:
                print(*found[-1].values(), sep="\t", flush=True)
    if arguments.json:
        print(json.dumps(found, indent=2))


def measure(
    collection: Collection, embedder: Embedder, size: ChunkSize, *, overlap: bool
) -> dict[str, float]:
    documents, places = join(collection)
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder), create=True, mapped=False) as library:
        with library.writing() as writer:
            for name, document in documents.items():
                passages = chunk(document, SPLIT, size=size)
                cut = (
                    [with_sentence_before(document, passage) for passage in passages] if overlap else passages
                )
                prepared = PreparedDocument(document, Metadata(Evidence(""), Evidence("overig")), tuple(cut))
                digest = hashlib.sha256(name.encode()).hexdigest()
                source = SourceRecord(name, name, 0, 0, digest, name, "", "", "", PARSER_VERSION)
                writer.save(source, prepared)
            embed_missing(library, writer, embedder, reporter=NullReporter())
            published = publish(library, writer, embedder, reporter=NullReporter())
        engine = SearchEngine(library, embedder)
        ranks = [
            reading(
                library,
                engine,
                text,
                [places[name] for name in collection.judgements[query] if name in places],
            )
            for query, text in collection.queries.items()
        ]
    count = len(ranks)
    return {
        "passages": published.passages,
        "nDCG@10": round(sum(1 / math.log2(rank + 2) for rank, _ in ranks if rank < DEPTH) / count, 4),
        "within_5000": round(sum(read <= BUDGET for _, read in ranks) / count, 4),
    }


def reading(library: Library, engine: SearchEngine, query: str, wanted: list[Place]) -> tuple[float, float]:
    """Return the rank of the first hit, from 0, and the characters read up to and with it."""
    keys = [key for key, _ in engine.rank(query, 50, Mode.HYBRID)]
    records = library.reader.passages(keys)
    read = 0
    for rank, record in enumerate(records[key] for key in keys):
        read += len(record.text)
        if any(is_hit(Place(record.document_id, record.start, record.end), place) for place in wanted):
            return rank, read
    return math.inf, math.inf


def join(collection: Collection) -> tuple[dict[str, ParsedDocument], dict[str, Place]]:
    """Join answers, fifteen to a document, and tell where each stands."""
    documents, places = {}, {}
    for number, group in enumerate(batches(collection)):
        name = f"{number:016x}"
        document = compose(TextParser().parse("\n\n".join(text for _, text in group).encode()))
        documents[name] = document
        places |= {answer: Place(name, *span) for answer, span in spans(document.text, group)}
    return documents, places


def spans(text: str, group: list[tuple[str, str]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield where each answer stands, found by its first and last letters; one that changed is left out."""
    letters = [index for index, char in enumerate(text) if char.isalnum()]
    bare, at = "".join(text[index] for index in letters), 0
    for answer, original in group:
        wanted = "".join(char for char in original if char.isalnum())
        first, last = bare.find(wanted[:EDGE], at), bare.find(wanted[-EDGE:], at)
        if 0 <= first <= last:
            at = last + len(wanted[-EDGE:])
            yield answer, (letters[first], letters[at - 1] + 1)


def batches(collection: Collection) -> Iterator[list[tuple[str, str]]]:
    texts = ((name, text) for name, (_, text) in collection.texts.items() if text.strip())
    while group := list(itertools.islice(texts, TOGETHER)):
        yield group


def with_sentence_before(document: ParsedDocument, passage: Passage) -> Passage:
    before = SPLIT(document.text[max(0, passage.start - 600) : passage.start])
    offset = max(0, passage.start - 600)
    if not before:
        return passage
    start, end = before[-1]
    return replace(passage, context=document.text[offset + start : offset + end])


def is_hit(passage: Place, answer: Place) -> bool:
    shared = min(passage.end, answer.end) - max(passage.start, answer.start)
    least = min(passage.end - passage.start, answer.end - answer.start)
    return passage.document == answer.document and shared * 2 >= least


if __name__ == "__main__":
    main()
