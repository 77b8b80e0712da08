"""A snapshot: an immutable folder with both indexes, the map between them and the model, and a manifest.

    7/  manifest.json  dense.faiss  map.npy  sentences.*  suggestions.json  lexical/…

The manifest is written last: a folder without one is unfinished.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.base import LexicalIndex, VectorIndex
from beleidszoeker.index.dense import FaissIndex
from beleidszoeker.index.durable import checksum, flush_file, flush_folder
from beleidszoeker.index.flat import FlatVectors
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.manifest import Manifest, digest_keys, mismatch
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.suggestions import Suggestions
from beleidszoeker.index.vector_map import VectorMap
from beleidszoeker.model.base import Vectors

_DENSE = "dense.faiss"
_LEXICAL = "lexical"
_MAP = "map.npy"
_SUGGESTIONS = "suggestions.json"
_SENTENCES = "sentences"
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
        texts: Every passage, by ascending key.
        keys: Their keys, shape ``(n,)``, int64.
        vectors: Their vectors before the map, shape ``(n, dimension)``, float32.
        sentences: Of each passage the vectors of its sentences before the map, shape ``(m, dimension)``.
        digest: Which passages these are, as ``LibraryReader.digest`` tells.
        map: What vectors go through before they are indexed; ``None`` for nothing.
    """

    texts: Iterable[IndexedText]
    keys: NDArray[np.int64]
    vectors: Vectors
    sentences: Iterable[Vectors]
    digest: str
    map: VectorMap | None = None


def build_snapshot(folder: Path, content: Content, *, number: int, model: str) -> Manifest:
    """Write a snapshot to a new folder, all of it flushed to disk."""
    (folder / _LEXICAL).mkdir(parents=True)
    vectors = content.map.apply(content.vectors) if content.map else content.vectors
    FaissIndex.build(content.keys, vectors).save(folder / _DENSE)
    if content.map:
        (folder / _MAP).write_bytes(content.map.to_bytes())
    _write_sentences(folder, content)
    texts = list(content.texts)
    TantivyIndex.build(texts, folder / _LEXICAL)
    (folder / _SUGGESTIONS).write_bytes(Suggestions.of(texts).to_bytes())
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    for path in files:
        flush_file(path)
    flush_folder(folder / _LEXICAL)
    manifest = Manifest(
        number=number,
        model=model,
        dimension=int(content.vectors.shape[1]),
        passages=len(content.keys),
        keys=digest_keys(content.keys),
        content=content.digest,
        map=content.map.digest if content.map else "",
        files={path.relative_to(folder).as_posix(): checksum(path) for path in files},
    )
    manifest.write(folder)
    flush_folder(folder)
    return manifest


def _write_sentences(folder: Path, content: Content) -> None:
    mapped = (content.map.apply(some) if content.map else some for some in content.sentences)
    FlatVectors.write(folder / _SENTENCES, mapped, int(content.vectors.shape[1]))


def open_snapshot(folder: Path, *, model: str | None, thorough: bool) -> Snapshot:
    """Open a snapshot's folder.

    Raises:
        SnapshotMismatchError: It is damaged or of another model or version.
    """
    manifest = Manifest.read(folder)
    manifest.check(folder, model=model, thorough=thorough)
    dense, lexical = _read(lambda: (FaissIndex.load(folder / _DENSE), TantivyIndex.load(folder / _LEXICAL)))
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
