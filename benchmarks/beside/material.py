"""What the engines are given: texts, vectors and questions, in files that a child can read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from beleidszoeker.index.library import Library
from benchmarks.beside.base import Text, write_texts
from benchmarks.evaluation.sets import TestSet

VECTORS = "vectors.npy"


@dataclass(frozen=True, slots=True)
class Material:
    """Texts in a file, and what was made of them.

    Attributes:
        folder: Where all of it stands.
        count: How many texts.
    """

    folder: Path
    count: int

    @property
    def texts(self) -> Path:
        """The texts, as ``base.read_texts`` reads them."""
        return self.folder / "texts.jsonl"

    @property
    def vectors(self) -> Path:
        """Their vectors, a row each, once they are made."""
        return self.folder / VECTORS

    def index(self, key: str) -> Path:
        """Where an engine keeps its index of them."""
        return self.folder / "indexes" / key


def of_set(one: TestSet, folder: Path) -> Material:
    """Write all texts of a set."""
    texts = [Text(name, title, body) for name, (title, body) in one.collection.texts.items()]
    return _written(folder, texts)


def of_sets(sets: Sequence[TestSet], count: int, folder: Path) -> Material:
    """Write so many texts, from all sets in turn."""
    columns = [one.collection.texts.items() for one in sets]
    turns = (item for row in zip(*columns, strict=False) for item in row)
    texts = [Text(f"{place}", title, body) for place, (_, (title, body)) in enumerate(turns)]
    return _written(folder, texts[:count])


def of_library(source: Path, folder: Path) -> Material:
    """Write all passages of a library with their vectors, unless that was done before.

    The id of a text is the passage's key.
    """
    known = folder / VECTORS
    if known.is_file():
        return Material(folder, len(np.load(known, mmap_mode="r")))
    with Library(source) as library:
        manifest = library.snapshots.manifest()
        keys, vectors = library.reader.vectors(manifest.model, manifest.dimension)
        texts = library.reader.indexed_texts(keys.tolist())
        material = _written(folder, [Text(str(one.key), one.heading, one.text) for one in texts])
    if material.count != len(vectors):
        raise SystemExit(f"{source}: {material.count} passages, {len(vectors)} vectors.")
    np.save(material.vectors, vectors)
    return material


def _written(folder: Path, texts: Sequence[Text]) -> Material:
    folder.mkdir(parents=True, exist_ok=True)
    material = Material(folder, len(texts))
    write_texts(material.texts, texts)
    return material
