"""The published snapshot as the next search must see it: newly published ones in, removed documents out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library
from beleidszoeker.index.postings import spelled_words
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.search.remembered import Remembered

if TYPE_CHECKING:
    from beleidszoeker.search.listing import Listing, Question

_Limits = tuple[tuple[Demand, ...], Filters]


@dataclass(frozen=True, slots=True)
class View:
    """A snapshot as one search sees it.

    Attributes:
        snapshot: Where to look.
        removed: Ids of documents that were removed since it was published.
        allowed: Keys of the passages that are left; ``None`` for all.
        listings: What the last few questions found: turning a page, or counting, does not search again.
    """

    snapshot: Snapshot
    removed: tuple[str, ...]
    allowed: NDArray[np.int64] | None
    listings: "Remembered[Question, Listing]" = field(
        default_factory=lambda: Remembered(64), repr=False, compare=False
    )
    _limited: Remembered[_Limits, NDArray[np.int64]] = field(
        default_factory=Remembered, repr=False, compare=False
    )

    def limited(self, demands: Sequence[Demand], filters: Filters) -> NDArray[np.int64] | None:
        """Return the keys of the passages that meet these limits, ascending; ``None`` for all."""
        limits = (tuple(demands), filters)
        if not any(limits):
            return self.allowed
        matching = self.snapshot.lexical.matching
        return self._limited.get(limits, lambda: matching(demands, filters=filters, without=self.removed))

    def says(self, text: str) -> bool:
        """Tell whether a passage that is left has these words next to each other, headings included."""
        words = spelled_words(text)
        demands = (Demand((Wording(words),)),) if words else ()
        return self.snapshot.lexical.meets(demands, without=self.removed)


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
