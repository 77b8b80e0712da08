"""The published snapshot as the next search must see it: newly published ones in, removed documents out."""

from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.library import Library
from beleidszoeker.index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class View:
    """A snapshot as one search sees it.

    Attributes:
        snapshot: Where to look.
        removed: Ids of documents that were removed since it was published.
        allowed: Keys of the passages that are left; ``None`` for all.
    """

    snapshot: Snapshot
    removed: tuple[str, ...]
    allowed: NDArray[np.int64] | None


class LiveView:
    """Opens a snapshot once, and again when another was published or a document removed; safe in threads.

    Args:
        library: Whose snapshots.
        model: Id of the embedder that will be used.
    """

    def __init__(self, library: Library, model: str) -> None:
        self._library = library
        self._model = model
        self._lock = Lock()
        self._view: View | None = None

    def current(self) -> View:
        """Return the view for one search.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        view = self._view
        if view is not None and _state(view) == self._published():
            return view
        with self._lock:
            return self._refreshed()

    def _refreshed(self) -> View:
        # Removals are read first: a snapshot published right after holds none of them any more, which is
        # harmless; the other way round, one would be missed.
        removed, number = self._published()
        view = self._view
        if view is not None and _state(view) == (removed, number):
            return view
        if view is not None and view.snapshot.manifest.number == number:
            snapshot = view.snapshot
        else:
            snapshot = self._library.snapshots.open(model=self._model)
        allowed = np.intersect1d(snapshot.keys, self._library.reader.keys()) if removed else None
        self._view = View(snapshot, removed, allowed)
        return self._view

    def _published(self) -> tuple[tuple[str, ...], int | None]:
        return self._library.reader.removed(), self._library.snapshots.current()


def _state(view: View) -> tuple[tuple[str, ...], int]:
    return view.removed, view.snapshot.manifest.number
