"""A large library made of a small real one: sentences recombined, vectors perturbed, nothing embedded.

What it answers makes no sense, but its words are as frequent and its sentences as long as real ones, and its
vectors lie around real ones, so it costs what a real library of that size costs. Three things do not grow as
they would: the words that occur, the names, and what is read from a text, of which it holds none. Run it as

    python -m benchmarks.scaling.enlarge SOURCE TARGET --passages 100000
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator

from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import publish
from beleidszoeker.index.report import NullReporter
from beleidszoeker.index.store import IndexedText, SourceRecord
from beleidszoeker.ingest.document import Block, BlockKind, Evidence, Metadata, ParsedDocument, Passage
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.version import PARSER_VERSION
from beleidszoeker.model.base import Vectors

PER_DOCUMENT = 30
NOISE = 0.5  # length of the noise beside a unit vector: the two are then 0.89 alike
BATCH = 200  # documents
DAYS = 6000


@dataclass(frozen=True)
class Real:
    """The passages of a real library, with their vectors and the model that these are of."""

    model: str
    texts: list[IndexedText]
    vectors: Vectors
    sentences: list[Vectors]


class _Same:
    """Stands for the model that the vectors are of; it embeds nothing."""

    max_tokens = 512

    def __init__(self, model: str, dimension: int) -> None:
        self.id = model
        self.dimension = dimension


def enlarge(source: Path, target: Path, *, passages: int, seed: int = 1) -> dict[str, float]:
    """Write a library of so many passages out of another; nothing is published yet.

    Returns:
        Passages per second, in all, over the first tenth and over the last.
    """
    with Library(source) as library:
        real = _read(library)
    random = np.random.default_rng(seed)
    marks = [(0, time.perf_counter())]
    with Library(target, create=True) as library:
        count, last = -(-passages // PER_DOCUMENT), 0
        for first in range(0, count, BATCH):
            numbers = range(first, min(first + BATCH, count))
            last = _save(library, real, numbers, random, last)
            marks.append((last, time.perf_counter()))
            print(f"{numbers.stop} of {count} documents", file=sys.stderr, flush=True)
    tenth = max(1, len(marks) // 10)
    return {
        "passages_per_second": _rate(marks[0], marks[-1]),
        "passages_per_second_first_tenth": _rate(marks[0], marks[tenth]),
        "passages_per_second_last_tenth": _rate(marks[-1 - tenth], marks[-1]),
    }


def _rate(one: tuple[int, float], other: tuple[int, float]) -> float:
    return round((other[0] - one[0]) / (other[1] - one[1]), 1)


def publish_as(source: Path, target: Path) -> None:
    """Publish a library whose vectors are of the model of another; nothing is embedded."""
    with Library(source) as library:
        manifest = library.snapshots.manifest()
    with Library(target) as library, library.writing() as writer:
        same = _Same(manifest.model, manifest.dimension)
        publish(library, writer, same, reporter=NullReporter())  # type: ignore[arg-type]


def _read(library: Library) -> Real:
    manifest = library.snapshots.manifest()
    model, dimension = manifest.model, manifest.dimension
    keys, vectors = library.reader.vectors(model, dimension)
    texts = list(library.reader.indexed_texts(keys.tolist()))
    return Real(model, texts, vectors, list(library.reader.sentences(model, dimension)))


def _save(library: Library, real: Real, numbers: range, random: Generator, last: int) -> int:
    """Write these documents behind the passage with the last key; return the last key after that."""
    made = [_document(real, number, random) for number in numbers]
    with library.writing() as writer:
        for number, (prepared, _) in zip(numbers, made, strict=True):
            digest = hashlib.sha256(f"{number} {prepared.document.text}".encode()).hexdigest()
            writer.save(
                SourceRecord(
                    f"/{number}", f"{number}", 1, 1, digest, digest[:16], "", "", "", PARSER_VERSION
                ),
                prepared,
            )
        bases = [base for _, some in made for base in some]
        keys = range(last + 1, last + 1 + len(bases))
        texts = list(library.reader.indexed_texts(keys))
        digests, vectors = [text.digest for text in texts], _near(real.vectors[bases], random)
        like = [_like(real, base, len(text.sentences)) for base, text in zip(bases, texts, strict=True)]
        ends = np.cumsum([len(rows) for rows in like])
        near = np.split(_near(np.concatenate(like), random), ends[:-1])
        sentences = zip(texts, near, strict=True)
        writer.save_vectors(real.model, digests, vectors, sentences=sentences)
    return keys[-1]


def _document(real: Real, number: int, random: Generator) -> tuple[PreparedDocument, list[int]]:
    """Return a document, and for each of its passages the real one that its vector lies near."""
    start = int(random.integers(len(real.texts)))
    bases = [(start + step) % len(real.texts) for step in range(PER_DOCUMENT)]
    text, passages = "", []
    for base in bases:
        spans = []
        begin = len(text)
        for sentence in _sentences(real, base, random):
            spans.append((len(text), len(text) + len(sentence)))
            text += sentence + " "
        text = text[:-1]
        passages.append(Passage(begin, len(text), (), tuple(spans)))
        text += "\n\n"
    of = real.texts[start]
    day = np.datetime64("2010-01-01") + int(random.integers(DAYS))
    document = ParsedDocument(
        text=text[:-2],
        blocks=tuple(Block(BlockKind.PARAGRAPH, one.start, one.end, ()) for one in passages),
    )
    metadata = Metadata(
        title=Evidence(f"{of.title} {number}"),
        kind=Evidence(of.kind),
        date=Evidence(str(day)),
        organisations=tuple(map(Evidence, of.organisations)),
        dossiers=tuple(map(Evidence, of.dossiers)),
    )
    return PreparedDocument(document=document, metadata=metadata, passages=tuple(passages)), bases


def _sentences(real: Real, base: int, random: Generator) -> Iterator[str]:
    """Yield the sentences of a passage, each second one changed for one of another."""
    of = real.texts[base]
    for place, own in enumerate(of.sentences):
        other = real.texts[int(random.integers(len(real.texts)))] if place % 2 else of
        start, end = own if other is of else other.sentences[int(random.integers(len(other.sentences)))]
        yield " ".join(other.text[start:end].split())


def _like(real: Real, base: int, count: int) -> Vectors:
    """Return what the vectors of so many sentences lie near, shape ``(count, dimension)``."""
    known = real.sentences[base] if len(real.sentences[base]) else real.vectors[[base]]
    return known[np.arange(count) % len(known)]


def _near(vectors: Vectors, random: Generator) -> Vectors:
    noise = random.standard_normal(vectors.shape, dtype=np.float32) * (NOISE / vectors.shape[1] ** 0.5)
    moved = vectors + noise
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    near: Vectors = (moved / np.maximum(lengths, 1e-9)).astype(np.float32)
    return near


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--only", choices=("write", "publish"), help="do one half; both by default")
    arguments = parser.parse_args()
    if arguments.only != "publish":
        print(json.dumps(enlarge(arguments.source, arguments.target, passages=arguments.passages)))
    if arguments.only != "write":
        publish_as(arguments.source, arguments.target)


if __name__ == "__main__":
    main()
