"""How alike a text is to others: by rare words, by words in pairs, by meaning.

Words are counted by how rare they are among all texts, so *Bent u bekend met* counts next to nothing.

A draft is held against questions both ways: what the two share, as a part of the draft and as a part of the
question, by their geometric mean; a sentence more or less costs some of it. Of a search only what is asked
for counts: an answer is not worse for saying more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beleidszoeker.index.wording import Wording
from beleidszoeker.model.base import Vectors
from beleidszoeker.search.asked.postings import Postings, Weights

PAIRS = 0.5
MEANING = 1.0
"""What pairs of words and meaning count where words count 1; see ``benchmarks/asked.py``."""
_NOTHING = 0.8
"""Cosine of questions that have nothing to do with each other; the model's are seldom lower."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a text has in common with each of a number of others; arrays of shape ``(n,)``, float32.

    Attributes:
        score: All together, 0 to 1.
        words: Share of telling words, 0 to 1.
        pairs: Share of pairs of words, 0 to 1.
        meaning: Cosine of the vectors.
    """

    score: Weights
    words: Weights
    pairs: Weights
    meaning: Weights


class Texts:
    """Texts by what they are found by.

    Args:
        wordings: Their words.
        vectors: Shape ``(n, dimension)``, float32, rows of L2 norm 1, or of zeros.
    """

    def __init__(self, wordings: Sequence[Wording], vectors: Vectors) -> None:
        self._words = Postings([each.words for each in wordings])
        self._pairs = Postings([each.pairs for each in wordings])
        self._vectors = vectors

    def __len__(self) -> int:
        return len(self._vectors)

    @property
    def nbytes(self) -> int:
        """Bytes of memory that its words take, without the vectors."""
        return self._words.nbytes + self._pairs.nbytes

    def like(self, wording: Wording, vector: Vectors) -> Likeness:
        """Hold a draft against each text."""
        words, pairs = self._words.alike(wording.words), self._pairs.alike(wording.pairs)
        meaning = self._vectors @ vector
        return Likeness(_together(words, pairs, meaning), words, pairs, meaning)

    def holding(self, wording: Wording, vector: Vectors) -> Likeness:
        """Look for what is asked for in each text; whatever else it says does not count."""
        words, pairs = self._words.held(wording.words), self._pairs.held(wording.pairs)
        meaning = self._vectors @ vector
        return Likeness(_together(words, pairs, meaning), words, pairs, meaning)


def _together(words: Weights, pairs: Weights, meaning: Weights) -> Weights:
    near = np.clip((meaning - _NOTHING) / (1 - _NOTHING), 0, 1)
    return np.asarray((words + PAIRS * pairs + MEANING * near) / (1 + PAIRS + MEANING), np.float32)
