"""Which vectors may be found: passage keys as FAISS takes them, a bit for each place in the index."""

import weakref
from typing import Any, NamedTuple

import faiss
import numpy as np
from numpy.typing import NDArray

_REMEMBERED = 16
_MANY = 8  # from an eighth of the keys on, one pass over all of them is quicker than looking each one up


class Selection(NamedTuple):
    """What may be found.

    Attributes:
        most: How many vectors.
        selector: The same for FAISS, by place; it may be used by several threads at once.
    """

    most: int
    selector: Any


class Selections:
    """Makes selections; those of arrays that are still in use are remembered.

    After a document is removed every search comes with the same array, of all passages that are left: for a
    million of them, making the bits anew takes as long as searching. So such an array must not be changed.

    Args:
        keys: Keys of the vectors, ascending.
    """

    def __init__(self, keys: NDArray[np.int64]) -> None:
        self._keys = keys
        self._known: dict[int, tuple[weakref.ref[NDArray[np.int64]], Selection]] = {}

    def of(self, allowed: NDArray[np.int64]) -> Selection:
        """Return the selection of these keys, in any order; a key that is not there counts for nothing."""
        known = self._known.get(id(allowed))
        if known is not None and known[0]() is allowed:
            return known[1]
        made = self._make(allowed)
        if len(self._known) >= _REMEMBERED:
            self._known = {}
        self._known[id(allowed)] = (weakref.ref(allowed), made)
        return made

    def places(self, keys: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
        """Return which of these keys there are, and the places of those."""
        places = np.searchsorted(self._keys, keys)
        known = places < len(self._keys)
        known[known] = self._keys[places[known]] == keys[known]
        return known, places[known].astype(np.int64)

    def _make(self, allowed: NDArray[np.int64]) -> Selection:
        if _MANY * len(allowed) > len(self._keys):
            kept = np.isin(self._keys, allowed)
        else:
            kept = np.zeros(len(self._keys), dtype=np.bool_)
            kept[self.places(allowed)[1]] = True
        bits = np.packbits(kept, bitorder="little")
        return Selection(int(kept.sum()), faiss.IDSelectorBitmap(bits))  # type: ignore[call-arg, arg-type]
