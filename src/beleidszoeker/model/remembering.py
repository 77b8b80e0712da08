"""Remembering the vectors of the latest questions: paging and filtering ask the same one again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from beleidszoeker.model.base import Vectors

QUERIES = 256


class Memory:
    """The vectors of the questions that were used last, for any number of threads.

    Args:
        size: How many are kept.
    """

    def __init__(self, size: int = QUERIES) -> None:
        self._size = size
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def vectors(self, texts: Sequence[str], encode: Callable[[list[str]], Vectors]) -> Vectors:
        """The vector of each text, from memory or, for those that are new, from ``encode``.

        Args:
            texts: At least one.
            encode: Called at most once, without a text that occurs twice; gives one row for each.

        Returns:
            A new array of shape ``(len(texts), dimension)``.
        """
        known = self._recall(texts)
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known |= dict(zip(new, encode(new), strict=True))
            self._keep(new, known)
        return np.stack([known[text] for text in texts])

    def _recall(self, texts: Sequence[str]) -> dict[str, Vectors]:
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
            for text in known:
                self._vectors.move_to_end(text)
        return known

    def _keep(self, new: list[str], known: dict[str, Vectors]) -> None:
        with self._lock:
            for text in new[-self._size :]:
                # A copy: a row of a batch would keep the whole batch.
                self._vectors[text] = known[text].copy()
            while len(self._vectors) > self._size:
                self._vectors.popitem(last=False)
