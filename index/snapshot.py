"""A snapshot: an immutable folder with both indexes, the map between them and the model, and a manifest.

    7/  manifest.json  dense.*  map.npy  sentences.*  suggestions.json  lexical/…

The manifest is written last: a folder without one is unfinished.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.base import LexicalIndex, VectorIndex
from beleidszoeker.index.building.crew import Crew
from beleidszoeker.index.building.words import write_words
from beleidszoeker.index.durable import checksum, flush_file, flush_folder
from beleidszoeker.index.flat import FlatVectors
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.manifest import Manifest, digest_keys, mismatch
from beleidszoeker.index.nearest.choosing import EXACT_UP_TO, build_index, open_index
from beleidszoeker.index.report import NullReporter, Reporter
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.suggestions import Suggestions
from beleidszoeker.index.vector_map import VectorMap
from beleidszoeker.model.base import Vectors

_DENSE = "dense.faiss"
_LEXICAL = "lexical"
_MAP = "map.npy"
_SUGGESTIONS = "suggestions.json"
_SENTENCES = "sentences"
_TOGETHER = 1_000
_T = TypeVar("_T")
_DAMAGE = (LibraryError, OSError, RuntimeError, ValueError)  # what reading a damaged file raises


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An open snapshot; it stays usable when its folder is deleted.

    Attributes:
        manifest: What it was made of.
        dense: Its vectors.
        lexical: Its words.
        sentences: Vectors of the sentences of its passages, through the same map as ``dense``.
        suggestions: What a person may be about to type.
        map: What a query's vector goes through before it meets ``dense``; ``None`` for nothing.
    """

    manifest: Manifest
    dense: VectorIndex
    lexical: LexicalIndex
    sentences: FlatVectors
    suggestions: Suggestions
    map: VectorMap | None = None

    @property
    def keys(self) -> NDArray[np.int64]:
        """Keys of its passages, ascending."""
        return self.dense.keys


@dataclass(frozen=True, slots=True)
class Content:
    """What a snapshot is made of.

    Attributes:
        texts: Every passage, by ascending key; gone through twice.
        keys: Their keys, shape ``(n,)``, int64.
        vectors: Their vectors before the map, in blocks of shape ``(m, dimension)``, float32.
        dimension: Length of a vector.
        sentences: Of each passage the vectors of its sentences before the map, shape ``(m, dimension)``.
        digest: Which passages these are, as ``LibraryReader.digest`` tells.
        map: What vectors go through before they are indexed; ``None`` for nothing.
        reporter: Is told of the progress: first through the vectors, then twice through the texts.
    """

    texts: Iterable[IndexedText]
    keys: NDArray[np.int64]
    vectors: Iterable[Vectors]
    dimension: int
    sentences: Iterable[Vectors]
    digest: str
    map: VectorMap | None = None
    reporter: Reporter = field(default_factory=NullReporter)


def build_snapshot(
    folder: Path, content: Content, *, number: int, model: str, exact_up_to: int = EXACT_UP_TO
) -> Manifest:
    """Write a snapshot to a new folder, all of it flushed to disk.

    Args:
        folder: Where.
        content: Of what.
        number: The snapshot's number.
        model: Id of the embedder.
        exact_up_to: Up to how many passages all vectors are compared.
    """
    (folder / _LEXICAL).mkdir(parents=True)
    passages, reporter = len(content.keys), content.reporter
    reporter.begin("vectoren", passages)
    dense = _write_dense(folder, content, exact_up_to)
    if content.map:
        (folder / _MAP).write_bytes(content.map.to_bytes())
    _write_sentences(folder, content)
    reporter.end()
    with Crew(passages) as crew:
        gathered = write_words(content.texts, folder / _LEXICAL, crew, count=passages, reporter=reporter)
    (folder / _SUGGESTIONS).write_bytes(Suggestions.gathered(gathered).to_bytes())
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    for path in files:
        flush_file(path)
    flush_folder(folder / _LEXICAL)
    manifest = Manifest(
        number=number,
        model=model,
        dimension=content.dimension,
        passages=passages,
        keys=digest_keys(content.keys),
        content=content.digest,
        map=content.map.digest if content.map else "",
        dense=dense,
        files={path.relative_to(folder).as_posix(): checksum(path) for path in files},
    )
    manifest.write(folder)
    flush_folder(folder)
    return manifest


def _write_dense(folder: Path, content: Content, exact_up_to: int) -> dict[str, str | int]:
    """Write the vectors' index, and return what the manifest tells of it."""
    mapped = map(content.map.apply, content.vectors) if content.map else content.vectors
    index = build_index(content.keys, mapped, content.dimension, exact_up_to=exact_up_to)
    index.save(folder / _DENSE)
    return {"kind": index.kind, **index.parameters}


def _write_sentences(folder: Path, content: Content) -> None:
    FlatVectors.write(folder / _SENTENCES, _sentences(content), content.dimension)


def _sentences(content: Content) -> Iterator[Vectors]:
    """Yield the vectors of each passage's sentences, mapped, and tell of the progress."""
    waiting = iter(content.sentences)
    while some := list(islice(waiting, _TOGETHER)):
        yield from _mapped(content.map, some) if content.map else some
        content.reporter.advance(len(some))


def _mapped(linear: VectorMap, some: Sequence[Vectors]) -> list[Vectors]:
    """Map the vectors of many passages at once: of each by itself it took ten times as long."""
    ends = np.cumsum([len(vectors) for vectors in some])
    return np.split(linear.apply(np.concatenate(some)), ends[:-1])


def open_snapshot(folder: Path, *, model: str | None, thorough: bool) -> Snapshot:
    """Open a snapshot's folder.

    Raises:
        SnapshotMismatchError: It is damaged or of another model or version.
    """
    manifest = Manifest.read(folder)
    manifest.check(folder, model=model, thorough=thorough)
    kind = str(manifest.dense["kind"])
    dense, lexical = _read(lambda: (open_index(folder / _DENSE, kind), TantivyIndex.load(folder / _LEXICAL)))
    if len(lexical) != manifest.passages or digest_keys(dense.keys) != manifest.keys:
        raise mismatch("de inhoud klopt niet met het manifest")
    return _read(
        lambda: Snapshot(
            manifest,
            dense,
            lexical,
            sentences=FlatVectors.load(folder / _SENTENCES, dense.keys, manifest.dimension),
            suggestions=Suggestions((folder / _SUGGESTIONS).read_bytes()),
            map=VectorMap.from_bytes((folder / _MAP).read_bytes()) if manifest.map else None,
        )
    )


def _read(open_files: Callable[[], _T]) -> _T:
    try:
        return open_files()
    except _DAMAGE as error:
        raise mismatch("een bestand is beschadigd") from error
