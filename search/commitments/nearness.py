"""How near sentences of other documents are to a sentence, in a measure that means the same for any model.

A cosine of 0.8 is much for one model and little for another. So a cosine is held against those of the same
sentence with a sample of the whole library: by how many standard deviations it stands out. Mean and deviation
are taken from percentiles, so that the few passages on the same subject do not make their nearness usual.
"""

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.model.base import Vectors

_SAMPLE = 2000
_LEAST_SAMPLE = 20
_LEAST_SPREAD = 1e-3
_PERCENTILES = (15.87, 50.0, 84.13)
"""One standard deviation below the mean of a normal distribution, the mean, and one above."""


class Nearness:
    """Measures in one snapshot.

    Args:
        snapshot: Which.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        step = max(1, len(snapshot.keys) // _SAMPLE)
        self._sample: NDArray[np.int64] = snapshot.keys[::step]

    def vector(self, reader: LibraryReader, document_id: str, start: int, end: int) -> Vectors | None:
        """Return the vector of a sentence; ``None`` where it was not embedded.

        Where a passage has no vectors for its sentences, it stands for them.
        """
        passage_id = reader.passage_over(document_id, start, end)
        if passage_id is None:
            return None
        passage = reader.passage(passage_id)
        rows = self._snapshot.sentences.of(passage.key)
        wanted = (start - passage.start, end - passage.start)
        if len(rows) == len(passage.sentences) and wanted in passage.sentences:
            vector: Vectors = rows[passage.sentences.index(wanted)]
            return vector
        manifest = self._snapshot.manifest
        _, vectors = reader.vectors(manifest.model, manifest.dimension, keys=[passage.key])
        if not len(vectors):
            return None
        whole: Vectors = (self._snapshot.map.apply(vectors) if self._snapshot.map else vectors)[0]
        return whole

    def deviations(
        self, vector: Vectors, keys: NDArray[np.int64], own: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Return by how many standard deviations passages stand out, shape ``(len(keys),)``.

        A passage that is not in the snapshot yet stands below all others; where nothing is usual, all do.

        Args:
            vector: Of the sentence.
            keys: The passages.
            own: Those of its own document: like itself, and so not usual.
        """
        sample = np.setdiff1d(self._sample, np.concatenate([keys, own]))
        if len(sample) < _LEAST_SAMPLE:
            return np.full(len(keys), -np.inf, dtype=np.float32)
        usual = self._snapshot.dense.scores(vector, sample)
        low, middle, high = np.percentile(usual, _PERCENTILES)
        spread = max(float(high - low) / 2, _LEAST_SPREAD)
        scores = self._snapshot.dense.scores(vector, keys)
        found: NDArray[np.float32] = ((scores - middle) / spread).astype(np.float32)
        return np.where(scores > -1, found, -np.inf).astype(np.float32)

    def sentence(self, vector: Vectors, passage: PassageRecord) -> tuple[int, int]:
        """Return the span in the document of a passage's nearest sentence."""
        rows = self._snapshot.sentences.of(passage.key)
        spans = passage.sentences or ((0, len(passage.text)),)
        place = int((rows @ vector).argmax()) if len(rows) == len(spans) else 0
        start, end = spans[place]
        return passage.start + start, passage.start + end
