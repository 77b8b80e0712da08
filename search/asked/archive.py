"""All questions and answers of a library in memory, read when first searched and again after a change.

For 100,000 questions that is 0.25 GB, most of it vectors, and 3 seconds to open, in which it takes twice the
memory; as much again for their answers, and for the two together. Beyond half a million it wants an index on
disk.
"""

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from beleidszoeker.index.library import Library
from beleidszoeker.index.store.said import Said, Side
from beleidszoeker.search.asked.likeness import Texts

if TYPE_CHECKING:
    from beleidszoeker.index.wording import Wording
    from beleidszoeker.model.base import Vectors

Place: TypeAlias = tuple[str, int]
"""A document and the ordinal of an exchange in it."""

_State: TypeAlias = tuple[tuple[str, ...], int | None, int]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One side of all exchanges, or both.

    Attributes:
        places: Where each text stands.
        texts: The texts, ready to be searched.
    """

    places: tuple[Place, ...]
    texts: Texts


class Archive:
    """The questions and answers of one library; safe to use from many threads.

    Args:
        library: The library.
        model: Id of the embedder whose vectors are wanted.
        dimension: Length of its vectors.
    """

    def __init__(self, library: Library, model: str, dimension: int) -> None:
        self._library = library
        self._model = model
        self._dimension = dimension
        self._lock = Lock()
        self._state: _State | None = None
        self._shelves: dict[Side | None, Shelf] = {}

    def shelf(self, side: Side | None) -> Shelf:
        """Return all questions, all answers, or for ``None`` each exchange as one text."""
        with self._lock:
            reader = self._library.reader
            state = (reader.removed(), self._library.snapshots.current(), reader.last_said())
            if state != self._state:
                self._state, self._shelves = state, {}
            if side not in self._shelves:
                self._shelves[side] = self._read(side) if side else self._both()
            return self._shelves[side]

    def _read(self, side: Side) -> Shelf:
        said = self._said(side)
        return Shelf(_places(said), Texts(said.wordings, said.vectors))

    def _both(self) -> Shelf:
        """Put the words of each exchange together, and its vectors: their mean is what it is about."""
        wordings: dict[Place, Wording] = {}
        sums: dict[Place, Vectors] = {}
        for said in map(self._said, Side):
            for place, wording, vector in zip(_places(said), said.wordings, said.vectors, strict=True):
                known = wordings.get(place)
                wordings[place] = known.with_words_of(wording) if known else wording
                sums[place] = sums[place] + vector if known else vector
        vectors = np.array(list(sums.values()), np.float32).reshape(-1, self._dimension)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return Shelf(tuple(wordings), Texts(list(wordings.values()), vectors / np.maximum(norms, 1e-9)))

    def _said(self, side: Side) -> Said:
        return self._library.reader.said(side, self._model, self._dimension)


def _places(said: Said) -> tuple[Place, ...]:
    return tuple(zip(said.documents, said.exchanges, strict=True))
