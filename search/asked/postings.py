"""Which texts share hashed words, each word counted by how rare it is."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.wording import Features

Weights = NDArray[np.float32]
_LEAST = 1e-6


class Postings:
    """For each hash the texts that have it, in memory: eight bytes for each word of each text.

    Args:
        rows: The hashes of each text, each once.
    """

    def __init__(self, rows: Sequence[Features]) -> None:
        self._count = len(rows)
        sizes = np.fromiter(map(len, rows), np.int64, len(rows))
        features = np.concatenate([*rows, np.empty(0, np.uint32)]).astype(np.uint32)
        owners = np.repeat(np.arange(len(rows), dtype=np.int32), sizes)
        order = np.argsort(features, kind="stable")
        self._features, first, held = np.unique(features[order], return_index=True, return_counts=True)
        self._owners = owners[order]
        self._first = np.append(first, len(order))
        self._rarity = np.log((self._count + 1) / (held + 0.5)).clip(0).astype(np.float32)
        weights = np.repeat(self._rarity, held)
        self.totals: Weights = np.bincount(self._owners, weights, self._count).astype(np.float32)

    @property
    def nbytes(self) -> int:
        """Bytes of memory that its arrays take."""
        return sum(each.nbytes for each in (self._features, self._owners, self._first, self._rarity))

    def alike(self, features: Features) -> Weights:
        """Return what each text shares with these, as a part of both: their geometric mean, 0 to 1."""
        both = self.totals * self._total(features)
        return np.asarray(self.shared(features) / np.sqrt(np.maximum(both, _LEAST)), np.float32)

    def held(self, features: Features) -> Weights:
        """Return the part of these that each text has, 0 to 1."""
        return np.asarray(self.shared(features) / np.float32(max(self._total(features), _LEAST)), np.float32)

    def _total(self, features: Features) -> float:
        return float(self.rarity(features).sum())

    def rarity(self, features: Features) -> Weights:
        """Return the logarithm of one over the share of texts that have each hash, shape as given."""
        places, known = self._places(features)
        unseen = np.float32(np.log((self._count + 1) / 0.5))
        found = self._rarity[places] if len(self._rarity) else np.zeros(len(features), np.float32)
        return np.where(known, found, unseen).astype(np.float32)

    def shared(self, features: Features) -> Weights:
        """Return for each text the summed rarity of the hashes that it shares with these."""
        places, known = self._places(features)
        wanted = places[known]
        if not len(wanted):
            return np.zeros(self._count, np.float32)
        owners = [self._owners[self._first[place] : self._first[place + 1]] for place in wanted]
        weights = np.repeat(self._rarity[wanted], [len(each) for each in owners])
        return np.bincount(np.concatenate(owners), weights, self._count).astype(np.float32)

    def _places(self, features: Features) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        if not len(self._features):
            return np.zeros(len(features), np.int64), np.zeros(len(features), np.bool_)
        places = np.minimum(np.searchsorted(self._features, features), len(self._features) - 1)
        return places, self._features[places] == features
