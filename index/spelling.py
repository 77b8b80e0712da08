"""The word of the corpus that was meant, for a word that the corpus does not know.

Distances are optimal string alignment distances (Damerau 1964; each part is edited once at most): letters
left out, added, replaced, or two neighbours swapped. They are computed for all near candidates at the same
time, column by column, after words with too many other letters were left out; nothing is precomputed for
deletions, so 300,000 words cost a few megabytes rather than hundreds.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.dutch import Vocabulary

SHORTEST = 5
LONGEST = 40
_LONG = 12
_MIDDLE = 8
_FAR = 2
_SPELLINGS = (("ij", "ei"), ("au", "ou"), ("ck", "k"), ("c(?!h)", "k"), ("ph", "f"), ("th", "t"), ("dt", "t"))
_ALIKE = str.maketrans("dzv", "tsf")
_DOUBLE = re.compile(r"(.)\1+")

Mask: TypeAlias = NDArray[np.uint32]
Distances: TypeAlias = NDArray[np.int8]


class Correction(NamedTuple):
    """A word of the corpus near to one that it does not know.

    Attributes:
        word: The folded word.
        distance: Edits between the two, 1 or 2; 0 where they are spellings of the same sound.
    """

    word: str
    distance: int


class _Words(NamedTuple):
    """The words of one length: their letters, shape ``(n, length)``, and which letters they hold."""

    words: list[str]
    letters: NDArray[np.uint8]
    mask: Mask


class Speller:
    """Finds the nearest word of a corpus.

    Args:
        vocabulary: The corpus' words; the structure over them is made when it is first needed.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def correct(self, word: str, *, name: bool = False) -> Correction | None:
        """Return the nearest word, or nothing when none is near enough.

        One edit is allowed, another first letter only in a word of eight letters or more; in one of twelve or
        more two are, when the first letter is right. Spellings of the same sound (*ei* and *ij*, *c* and *k*,
        *d* and *t*, single and double letters) come first. Among equals the word seen most wins.

        Args:
            word: A folded word of letters that the corpus does not know.
            name: Look among names only, and for one edit only.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return None
        found = [
            Correction(near, 0 if _sound(near) == _sound(word) else distance)
            for near, distance in self._near(word)
            if not name or near in self._vocabulary.names
        ]
        most = 1 if name or len(word) < _LONG else _FAR
        allowed = [each for each in found if each.distance <= most]
        counts = self._vocabulary.counts
        return min(allowed, key=lambda each: (each.distance, -counts[each.word], each.word), default=None)

    def _near(self, word: str) -> Iterator[tuple[str, int]]:
        """Yield the words within two edits; with another first letter one, or none in a short word."""
        letters = _encode([word])[0]
        mask = _masks(letters[None, :])[0]
        for longer in range(-_FAR, _FAR + 1):
            group = self._by_length.get(len(word) + longer)
            if group is None:
                continue
            lost, gained = _bits(mask & ~group.mask), _bits(group.mask & ~mask)
            same_first = group.letters[:, 0] == letters[0]
            swapped = (group.letters[:, 0] == letters[1]) & (group.letters[:, 1] == letters[0])
            reach = np.where(same_first, _FAR, swapped | (len(word) >= _MIDDLE))
            possible = (lost <= reach - max(0, longer)) & (gained <= reach - max(0, -longer))
            places = np.flatnonzero(possible)
            distances = _distances(letters, group.letters[places])
            for place in np.flatnonzero(distances <= reach[places]).tolist():
                yield group.words[places[place]], int(distances[place])

    @cached_property
    def _by_length(self) -> Mapping[int, _Words]:
        grouped: dict[int, list[str]] = {}
        for word in self._vocabulary.counts:
            grouped.setdefault(len(word), []).append(word)
        groups = {
            length: (words, _encode(words)) for length, words in grouped.items() if length <= LONGEST + _FAR
        }
        return {
            length: _Words(words, letters, _masks(letters)) for length, (words, letters) in groups.items()
        }


def _sound(word: str) -> str:
    """Return what spellings of the same sound share."""
    for spelling, sound in _SPELLINGS:
        word = re.sub(spelling, sound, word)
    return _DOUBLE.sub(r"\1", word.translate(_ALIKE))


def _encode(words: list[str]) -> NDArray[np.uint8]:
    """Return words of one length as letters, shape ``(n, length)``."""
    joined = "".join(words).encode("latin-1", "replace")
    return np.frombuffer(joined, dtype=np.uint8).reshape(len(words), -1)


def _masks(letters: NDArray[np.uint8]) -> Mask:
    """Return a bit for each letter that a word holds; those that share a bit let more words through."""
    bits = np.left_shift(np.uint32(1), (letters & 31).astype(np.uint32))
    return np.asarray(np.bitwise_or.reduce(bits, axis=1), dtype=np.uint32)


_BITS_OF_16 = np.array([number.bit_count() for number in range(1 << 16)], dtype=np.uint8)


def _bits(masks: Mask) -> NDArray[np.uint8]:
    return np.asarray(_BITS_OF_16[masks & 0xFFFF] + _BITS_OF_16[masks >> 16], dtype=np.uint8)


def _distances(word: NDArray[np.uint8], others: NDArray[np.uint8]) -> Distances:
    """Return the distances from a word to others of one length, shape ``(n,)``; 3 for more than 2.

    Only places at most two apart can lie on a way of two edits, so the table is a band.
    """
    count, length = others.shape
    far = np.full(count, _FAR + 1, dtype=np.int8)
    before: list[Distances] = []
    last = [np.full(count, min(column, _FAR + 1), dtype=np.int8) for column in range(length + 1)]
    for row in range(1, len(word) + 1):
        current = [far] * (length + 1)
        if row <= _FAR:
            current[0] = np.full(count, row, dtype=np.int8)
        for column in range(max(1, row - _FAR), min(length, row + _FAR) + 1):
            same = others[:, column - 1] == word[row - 1]
            best = np.minimum(last[column - 1] + ~same, np.minimum(last[column], current[column - 1]) + 1)
            if row > 1 and column > 1:
                swapped = (others[:, column - 2] == word[row - 1]) & (others[:, column - 1] == word[row - 2])
                best = np.where(swapped, np.minimum(best, before[column - 2] + 1), best)
            current[column] = np.minimum(best, far)
        before, last = last, current
    return last[length]
