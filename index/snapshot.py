"""Snapshots: immutable folders with both indexes, published by swapping one pointer.

    snapshots/
        CURRENT          the number of the published snapshot
        7/  manifest.json  dense.faiss  lexical/…

A reader opens a snapshot once and never sees half of one: the manifest is written last, the pointer is swapped at
once, and the snapshot before stays for readers that still use it.
"""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import SnapshotMismatchError, SnapshotMissingError
from beleidszoeker.index.base import VectorIndex
from beleidszoeker.index.dense import FaissIndex
from beleidszoeker.index.durable import checksum, flush_file, flush_folder, swap_in
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.manifest import Manifest, digest_keys
from beleidszoeker.index.store import IndexedText
from beleidszoeker.model.base import Vectors

_POINTER = "CURRENT"
_DENSE = "dense.faiss"
_LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An open snapshot.

    Attributes:
        manifest: What it was made of.
        dense: Its vectors.
        lexical: Its words.
        keys: Keys of its passages, shape ``(n,)``, int64, ascending.
    """

    manifest: Manifest
    dense: VectorIndex
    lexical: TantivyIndex
    keys: NDArray[np.int64]


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
        folder = self.published()
        manifest = Manifest.read(folder)
        manifest.check(folder, model=model, thorough=thorough)
        dense = FaissIndex.load(folder / _DENSE)
        if len(dense) != manifest.passages or digest_keys(dense.keys) != manifest.keys:
            raise SnapshotMismatchError(
                "De index past niet bij zijn manifest.", advice="Herstel hem met: beleidszoeker doctor --repair"
            )
        return Snapshot(manifest, dense, TantivyIndex.load(folder / _LEXICAL), np.sort(dense.keys))

    def publish(
        self, texts: Iterable[IndexedText], keys: NDArray[np.int64], vectors: Vectors, *, model: str
    ) -> Manifest:
        """Build both indexes in a new folder and make it the published one.

        Args:
            texts: Every passage, by ascending key.
            keys: Their keys, shape ``(n,)``.
            vectors: Their vectors, shape ``(n, dimension)``.
            model: Id of the embedder.
        """
        number = self._next_number()
        folder = self._folder / str(number)
        (folder / _LEXICAL).mkdir(parents=True)
        FaissIndex.build(keys, vectors).save(folder / _DENSE)
        TantivyIndex.build(texts, folder / _LEXICAL)
        files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
        for path in files:
            flush_file(path)
        manifest = Manifest(
            number=number,
            model=model,
            dimension=int(vectors.shape[1]),
            passages=len(keys),
            keys=digest_keys(keys),
            files={path.relative_to(folder).as_posix(): checksum(path) for path in files},
        )
        manifest.write(folder)
        for place in (folder / _LEXICAL, folder, self._folder):
            flush_folder(place)
        previous = self.current()
        swap_in(self._folder / _POINTER, f"{number}\n")
        self._clear(keep={number, previous})
        return manifest

    def published(self) -> Path:
        """Return the folder of the published snapshot.

        Raises:
            SnapshotMissingError: Nothing was published yet.
        """
        number = self.current()
        if number is None:
            raise SnapshotMissingError(
                "De bibliotheek heeft nog geen index.", advice="Neem documenten op met: beleidszoeker ingest MAP"
            )
        return self._folder / str(number)

    def _next_number(self) -> int:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._clear(keep={self.current()}, unfinished_only=True)
        return max([self.current() or 0, *self._numbers()], default=0) + 1

    def _numbers(self) -> list[int]:
        return [int(path.name) for path in self._folder.iterdir() if path.name.isdigit()]

    def _clear(self, *, keep: set[int | None], unfinished_only: bool = False) -> None:
        """Remove snapshots that no reader needs, and what an interrupted publication left."""
        for number in self._numbers():
            folder = self._folder / str(number)
            if number in keep or (unfinished_only and (folder / "manifest.json").exists()):
                continue
            with suppress(OSError):
                shutil.rmtree(folder)


