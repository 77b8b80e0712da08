"""A large library made of a small real one: sentences recombined, vectors perturbed, nothing embedded.

What it answers makes no sense, but its words are as frequent, its sentences as long and its vectors as
crowded as real ones, so it costs what a real library of that size costs. Run it as

    python -m benchmarks.scaling.enlarge SOURCE TARGET --passages 100000
"""

import argparse
import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator

from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import publish
from beleidszoeker.index.report import NullReporter
from beleidszoeker.index.store import IndexedText, SourceRecord
from beleidszoeker.ingest import (
    PARSER_VERSION,
    Block,
    BlockKind,
    Metadata,
    ParsedDocument,
    Passage,
    PreparedDocument,
)
from beleidszoeker.ingest.document import Evidence
from beleidszoeker.model.base import Vectors

PER_DOCUMENT = 30
NOISE = 0.5  # length of the noise beside a unit vector: the two are then 0.89 alike
BATCH = 200  # documents
DAYS = 6000


@dataclass(frozen=True)
class Real:
    """The passages of a real library, with their vectors."""

    texts: list[IndexedText]
    vectors: Vectors
    sentences: list[Vectors]


class _Same:
    """Stands for the model that the vectors are of; it embeds nothing."""

    max_tokens = 512

    def __init__(self, model: str, dimension: int) -> None:
        self.id = model
        self.dimension = dimension


def enlarge(source: Path, target: Path, *, passages: int, seed: int = 1) -> float:
    """Make a library of so many passages out of another; return the seconds that publishing took."""
    with Library(source) as library:
        model = library.snapshots.manifest().model
        real = _read(library, model)
    random = np.random.default_rng(seed)
    with Library(target, create=True) as library:
        count = -(-passages // PER_DOCUMENT)
        for first in range(0, count, BATCH):
            _save(library, model, real, range(first, min(first + BATCH, count)), random)
            print(f"{min(first + BATCH, count)} of {count} documents", flush=True)
        started = time.perf_counter()
        with library.writing() as writer:
            publish(library, writer, _Same(model, real.vectors.shape[1]), reporter=NullReporter())  # type: ignore[arg-type]
        return time.perf_counter() - started


def _read(library: Library, model: str) -> Real:
    dimension = library.snapshots.manifest().dimension
    keys, vectors = library.reader.vectors(model, dimension)
    texts = list(library.reader.indexed_texts(keys.tolist()))
    return Real(texts, vectors, list(library.reader.sentences(model, dimension)))


def _save(library: Library, model: str, real: Real, numbers: range, random: Generator) -> None:
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
        keys = library.reader.keys()[-sum(len(bases) for _, bases in made) :]
        texts = list(library.reader.indexed_texts(keys.tolist()))
        bases = [base for _, some in made for base in some]
        writer.save_vectors(model, [text.digest for text in texts], _near(real.vectors[bases], random))
        shapes = [(len(text.sentences), real.vectors.shape[1]) for text in texts]
        near = [
            _sentence_vectors(real, base, shape, random) for base, shape in zip(bases, shapes, strict=True)
        ]
        writer.save_sentences(model, texts, near)


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


def _sentence_vectors(real: Real, base: int, shape: tuple[int, int], random: Generator) -> Vectors:
    known = real.sentences[base]
    rows: Sequence[int] = [place % max(1, len(known)) for place in range(shape[0])]
    return _near(known[rows] if len(known) else np.repeat(real.vectors[[base]], shape[0], axis=0), random)


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
    arguments = parser.parse_args()
    took = enlarge(arguments.source, arguments.target, passages=arguments.passages)
    print(f"published in {took:.0f} s")


if __name__ == "__main__":
    main()
