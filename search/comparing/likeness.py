"""The words that mark a passage, and how much two passages have of them in common."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.base import LexicalIndex
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.search.query import How, Wanted

_PART = 0.5


class Marked:
    """A passage by its telling words: tf-idf of stems and compound parts, at unit length.

    Weights are ``(1 + log tf) · idf`` (Salton & Buckley 1988); a compound's part counts for half.

    Args:
        lexical: Tells what is rare.
        text: The passage.
    """

    def __init__(self, lexical: LexicalIndex, text: str) -> None:
        terms = [term for term in lexical.analyser.terms(text) if not term.stop]
        counts = Counter(term.stem for term in terms)
        weights = {term: (1 + math.log(count)) * lexical.rarity(term) for term, count in counts.items()}
        self._words = {term.stem: text[term.start : term.end].lower() for term in reversed(terms)}
        for term in terms:
            pieces = {stem(piece): piece for piece in (*term.pieces, *term.word.split("-"))}
            for part in term.parts:
                weights.setdefault(part, _PART * lexical.rarity(part))
                self._words.setdefault(part, pieces.get(part, term.word))
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        self.weights = {term: weight / length for term, weight in weights.items()}

    def shared(self, other: "Marked", count: int) -> tuple[Wanted, ...]:
        """Return the words that both hold, those that make them most alike first."""
        common = self.weights.keys() & other.weights.keys()
        order = sorted(common, key=lambda term: (-self.weights[term] * other.weights[term], term))
        return tuple(self._wanted(term) for term in order[:count])

    def telling(self, count: int) -> tuple[Wanted, ...]:
        """Return the words that mark it most."""
        order = sorted(self.weights, key=lambda term: (-self.weights[term], term))
        return tuple(self._wanted(term) for term in order[:count])

    def _wanted(self, term: str) -> Wanted:
        return Wanted(term, 1.0, How.WORD, self._words[term], self._words[term])


def cosines(rows: Sequence[Marked], columns: Sequence[Marked]) -> NDArray[np.float32]:
    """Return how much each of some passages has in common with each of others, from 0 to 1.

    Word by word over the passages that hold it, so two long documents take no longer than their words.

    Returns:
        Array of shape ``(len(rows), len(columns))``, float32.
    """
    held: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, marked in enumerate(columns):
        for term, weight in marked.weights.items():
            held[term].append((place, weight))
    postings = {term: _Postings(*map(np.array, zip(*pairs, strict=True))) for term, pairs in held.items()}
    found = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for row, marked in zip(found, rows, strict=True):
        for term in marked.weights.keys() & postings.keys():
            row[postings[term].places] += marked.weights[term] * postings[term].weights
    return found


class _Postings(NamedTuple):
    places: NDArray[np.int64]
    weights: NDArray[np.float64]
