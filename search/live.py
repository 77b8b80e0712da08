"""The published snapshot as the next search must see it: newly published ones in, removed documents out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library
from beleidszoeker.index.postings import spelled_words
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store.owners import Owners
from beleidszoeker.search.remembered import Remembered

if TYPE_CHECKING:
    from beleidszoeker.search.listing import Listing, Question

_LISTINGS = 64
_Limits = tuple[tuple[Demand, ...], Filters]


@dataclass(frozen=True, slots=True)
class View:
    """A snapshot as one search sees it.

    Attributes:
        snapshot: Where to look.
        removed: Ids of documents that were removed since it was published.
        allowed: Keys of the passages that are left; ``None`` for all.
        owners: The document of each passage that is left.
        works: Work and place in it of each document that has other versions.
        listings: What the last few questions found: turning a page, or counting, does not search again.
    """

    snapshot: Snapshot
    removed: tuple[str, ...]
    allowed: NDArray[np.int64] | None
    owners: Owners
    works: Mapping[str, tuple[str, int]]
    listings: "Remembered[Question, Listing]" = field(
        default_factory=lambda: Remembered(_LISTINGS), repr=False, compare=False
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

    Who first sees that another was published opens it; who comes meanwhile goes on with the one before, so
    nobody else waits. Only what was removed is never waited out: a view that may hold it is used no more.

    Args:
        library: Whose snapshots.
        model: Id of the embedder that will be used.
        warm: Uses a view that will replace another once, before anyone gets it: the first use is slow.
    """

    def __init__(
        self, library: Library, model: str, *, warm: Callable[[View], object] = lambda _: None
    ) -> None:
        self._library = library
        self._model = model
        self._warm = warm
        self._lock = Lock()
        self._view: View | None = None

    @property
    def number(self) -> int | None:
        """The number of the snapshot that was used last; ``None`` before the first."""
        return self._view.snapshot.manifest.number if self._view else None

    def newest(self) -> View | None:
        """Return the view of what is published now; ``None`` while somebody else opens it.

        For what is told without a look at the database: that knows of documents that were removed and
        published without a search in between.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        view = self.current()
        return view if _state(view) == self._published() else None

    def current(self) -> View:
        """Return the view for one search.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        view, published = self._view, self._published()
        if view is not None and _state(view) == published:
            return view
        if view is None or not set(published[0]) <= set(view.removed):
            with self._lock:
                return self._refreshed()
        if not self._lock.acquire(blocking=False):
            return view
        try:
            return self._refreshed()
        finally:
            self._lock.release()

    def _refreshed(self) -> View:
        # Removals are read first: a snapshot published right after holds none of them any more, which is
        # harmless; the other way round, one would be missed.
        reader, (removed, number) = self._library.reader, self._published()
        view = self._view
        if view is not None and _state(view) == (removed, number):
            return view
        if view is not None and view.snapshot.manifest.number == number:
            snapshot = view.snapshot
        else:
            self._view = view and self._as_stored(view)
            snapshot = self._library.snapshots.open(model=self._model)
        allowed = np.intersect1d(snapshot.keys, reader.keys()) if removed else None
        made = View(snapshot, removed, allowed, reader.all_owners(), reader.all_works())
        if view is not None and view.snapshot is not snapshot:
            self._warm(made)
        self._view = made
        return made

    def _as_stored(self, view: View) -> View:
        """Return a view for those who go on with it: it knows which documents are gone since."""
        reader = self._library.reader
        listings: Remembered[Question, Listing] = Remembered(_LISTINGS)
        return replace(view, owners=reader.all_owners(), works=reader.all_works(), listings=listings)

    def _published(self) -> tuple[tuple[str, ...], int | None]:
        return self._library.reader.removed(), self._library.snapshots.current()


def _state(view: View) -> tuple[tuple[str, ...], int]:
    return view.removed, view.snapshot.manifest.number
