"""What the wording of a question or an answer is told apart by: its telling words, and its words in pairs.

Both are kept as hashes of 32 bits: two of 300,000 words that share one would make a rare word a little less
rare, and arrays of them are read at once where texts would have to be analysed anew. The analyser knows the
word list alone rather than the library's words, so the same text always has the same hashes.
"""

import zlib
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.dutch import ANALYSER_VERSION, Analyser, Term

WORDING_VERSION = ANALYSER_VERSION * 100 + 1
"""Another when the hashes of a text would be others."""

Features = NDArray[np.uint32]


class Wording(NamedTuple):
    """Hashes of a text, each once and ascending.

    Attributes:
        words: Of the stems of its telling words and of the parts of compounds; of all where none tells.
        pairs: Of stems that stand next to each other, stop words among them.
    """

    words: Features
    pairs: Features

    def with_words_of(self, other: "Wording") -> "Wording":
        """Return the hashes of two texts together."""
        return Wording(np.union1d(self.words, other.words), np.union1d(self.pairs, other.pairs))

    def pack(self) -> bytes:
        """Return it as bytes; see ``unpack``."""
        return np.concatenate([[len(self.words)], self.words, self.pairs]).astype("<u4").tobytes()

    @classmethod
    def unpack(cls, data: bytes) -> "Wording":
        """Read what ``pack`` wrote; of anything else as much as there is."""
        numbers = np.frombuffer(data, "<u4", count=len(data) // 4)
        count = int(numbers[0]) if len(numbers) else 0
        return cls(numbers[1 : 1 + count], numbers[1 + count :])


def wording(text: str) -> Wording:
    """Return the hashes of a text."""
    terms = list(analyser().terms(text))
    telling = [term for term in terms if not term.stop] or terms
    return Wording(
        _hashed(name for term in telling for name in names_of(term)),
        _hashed(f"{one.stem} {other.stem}" for one, other in pairwise(terms)),
    )


def names_of(term: Term) -> tuple[str, ...]:
    """Return what a word is found by: its stem and the parts of a compound."""
    return (term.stem, *term.parts)


def hashed(name: str) -> int:
    """Return the hash of a word or a pair of words."""
    return zlib.crc32(name.encode("utf-8", "replace"))


@cache
def analyser() -> Analyser:
    """Return the analyser that knows the word list alone."""
    return Analyser()


def _hashed(names: Iterable[str]) -> Features:
    return np.array(sorted({hashed(name) for name in names}), dtype="<u4")
