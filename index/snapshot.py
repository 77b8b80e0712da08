"""Snapshots: immutable folders with both indexes, published by swapping one pointer.

    snapshots/
        CURRENT          the number of the published snapshot
        7/  manifest.json  dense.faiss  map.npy  lexical/…

A reader opens a snapshot once and never sees half of one: the manifest is written last, the pointer is
swapped at once, and the snapshot before stays for readers that still use it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import LibraryError, SnapshotMismatchError, SnapshotMissingError
from beleidszoeker.index.base import LexicalIndex, VectorIndex
from beleidszoeker.index.dense import FaissIndex
from beleidszoeker.index.durable import checksum, flush_file, flush_folder, swap_in
from beleidszoeker.index.housekeeping import clear_snapshots, next_number
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.manifest import Manifest, digest_keys, mismatch
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.vector_map import VectorMap
from beleidszoeker.model.base import Vectors

_POINTER = "CURRENT"
_DENSE = "dense.faiss"
_LEXICAL = "lexical"
_MAP = "map.npy"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An open snapshot; it stays usable when its folder is deleted.

    Attributes:
        manifest: What it was made of.
        dense: Its vectors.
        lexical: Its words.
        map: What a query's vector goes through before it meets ``dense``; ``None`` for nothing.
    """

    manifest: Manifest
    dense: VectorIndex
    lexical: LexicalIndex
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
        digest: Which passages these are, as ``LibraryReader.digest`` tells.
        map: What vectors go through before they are indexed; ``None`` for nothing.
    """

    texts: Iterable[IndexedText]
    keys: NDArray[np.int64]
    vectors: Vectors
    digest: str
    map: VectorMap | None = None


class SnapshotFolder:
    """The snapshots of one library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def current(self) -> int | None:
        """Return the number of the published snapshot; ``None`` before the first."""
        try:
            return int((self._folder / _POINTER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def published(self) -> Path:
        """Return the folder of the published snapshot.

        Raises:
            SnapshotMissingError: Nothing was published yet.
        """
        number = self.current()
        if number is None:
            raise SnapshotMissingError(
                "De bibliotheek heeft nog geen index.",
                advice="Neem documenten op met: beleidszoeker ingest MAP",
            )
        return self._folder / str(number)

    def manifest(self) -> Manifest:
        """Return the manifest of the published snapshot.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: It cannot be read.
        """
        return Manifest.read(self.published())

    def open(self, *, model: str | None = None, thorough: bool = False) -> Snapshot:
        """Open the published snapshot.

        Args:
            model: Id of the embedder whose vectors are wanted; ``None`` for any.
            thorough: Compute all checksums first.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: It is damaged or of another model or version.
        """
        while True:
            folder = self.published()
            try:
                return _open(folder, model=model, thorough=thorough)
            except SnapshotMismatchError:
                if self.published() == folder:
                    raise  # otherwise others were published meanwhile, and this one was cleared away

    def publish(self, content: Content, *, model: str) -> Manifest:
        """Build both indexes in a new folder and make it the published one; ``clear`` afterwards.

        Args:
            content: What to publish.
            model: Id of the embedder.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        number = next_number(self._folder, self.current())
        self.clear()
        manifest = _build(self._folder / str(number), content, number=number, model=model)
        flush_folder(self._folder)
        swap_in(self._folder / _POINTER, f"{number}\n".encode())
        return manifest

    def clear(self) -> None:
        """Remove what no reader needs and what interrupted publications left.

        The published snapshot stays, and the one before it.
        """
        clear_snapshots(self._folder, self.current())


def _build(folder: Path, content: Content, *, number: int, model: str) -> Manifest:
    (folder / _LEXICAL).mkdir(parents=True)
    vectors = content.map.apply(content.vectors) if content.map else content.vectors
    FaissIndex.build(content.keys, vectors).save(folder / _DENSE)
    if content.map:
        (folder / _MAP).write_bytes(content.map.to_bytes())
    TantivyIndex.build(content.texts, folder / _LEXICAL)
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


def _open(folder: Path, *, model: str | None, thorough: bool) -> Snapshot:
    manifest = Manifest.read(folder)
    manifest.check(folder, model=model, thorough=thorough)
    try:
        dense, lexical = FaissIndex.load(folder / _DENSE), TantivyIndex.load(folder / _LEXICAL)
        linear = VectorMap.from_bytes((folder / _MAP).read_bytes()) if manifest.map else None
    except (
        LibraryError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:  # what FAISS, tantivy and JSON raise on damaged files
        raise mismatch("een bestand is beschadigd") from error
    if len(lexical) != manifest.passages or digest_keys(dense.keys) != manifest.keys:
        raise mismatch("de inhoud klopt niet met het manifest")
    return Snapshot(manifest, dense, lexical, linear)
